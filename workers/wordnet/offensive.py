"""Offensive words: answered when asked, never offered.

A suggestion, a completion, a random word and a correction are offers; so is a word in a list about a harmless
one: the synonyms of *water* leave out *piss*.

WordNet marks some: their senses belong to the usage domains *ethnic slur*, *disparagement* or *obscenity*. A
marked word with enough harmless uses in the tagged texts (*boy*, *suit*, *queen*) is no offensive word.
WordNet leaves most of them unmarked, or says so only in the gloss ("obscene terms for …"), hence the list.

Rude words (*bimbo*) and names with an offensive or a rude part (*ball cock*, *date rape*) are no offensive
words, but never offered either, unless the part is another word there (*Homo sapiens*, *paddy field*).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from workers.wordnet.inflection.inflections import inflect
from workers.wordnet.relations import CODES
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workers.wordnet.lexicon import Lexicon

# The usage domains, by NLTK's names, and the pointers that lead from a domain to its members.
_DOMAINS: Final = ("ethnic_slur.n.01", "disparagement.n.01", "obscenity.n.02")
_MEMBERS: Final = CODES["-u"]
_HARMLESS_USES: Final = 2  # in the tagged texts; fewer say nothing

# Marked by WordNet, without enough tagged uses, but harmless in most of their senses.
_HARMLESS: Final = frozenset(
    {"dike", "effeminacy", "fairy", "guinea", "mickey", "papist", "peter", "screw", "screwing", "taco"}
    | {"throwaway", "tom"}
)

# Offensive words that are harmless as parts of names: Latin words, first names and surnames, other senses.
_HARMLESS_PARTS: Final = word_set(
    "abo cum homo hooker hun jerry lech mick nigra nip paddy pee pom pouf slag sod"
)
_JOINT: Final = re.compile("(?:'s)?[_-]")

# Part of speech → its inflected forms.
_FORMS: Final = {
    "n": ("plural", "possessive"),
    "v": ("third_person", "past", "past_participle", "ing"),
    "a": ("comparative", "superlative"),
    "r": ("comparative", "superlative"),
}

# Slurs and insults for peoples, religions, bodies, minds, men and women; obscene words for sex, the body and
# excretion; swear words. Words that are merely indelicate (*penis*, *prostitute*) are not here.
_LISTED: Final = word_set(
    """
    abo boche caffer caffre chinaman chink coolie cooly coon dago darkey darkie darky fanny_adams ghanese
    ginzo gook greaseball greaser gringo half-breed half-caste hebe honkey honkie honky hun hymie injun jap
    jewess jigaboo kaffir kafir kike kraut krauthead limey mammy marrano mick mongoloid mulatto negress negro
    nigga nigger nigra nip octoroon old_squaw oriental_person paddy paleface papism peckerwood picaninny
    piccaninny pickaninny polack pom pommy poor_white_trash popery quadroon red_man redneck redskin sheeny
    shegetz shiksa shikse slant-eye spic spick spik squaw squaw_man sweet_fanny_adams uncle_tom wetback
    white_trash whitey wog wop yellow_man yellow_woman yid

    arse arse_about arse_around arsehole ass ass-kisser asshole ball_up balls-up bare-ass bare-assed
    bastard bastardly bitch bitchery bitchiness bitchy blowjob bollock bollocks bollocks_up bonk boob
    bugger bugger_all bugger_off buggery bullshit bum bunghole butch chickenshit clit cock cock_sucking
    cock_up cocksucker cockup coldcock crap crap_up crapper crappy cretin cretinous cripple crippled cum
    cunt damn damned dick dickhead dildo dog_shit dog_turd dogshit dork dyke eff fag faggot fagot fart
    farting fuck fuck_all fuck_off fuck_up fucked-up fucker fuckhead fucking fuckup get_laid gimp goddam
    goddamn goddamned gyp half-wit hand_job harlot hell_on_earth homo hooker horny horseshit hussy
    imbecile indian_giver jack_off jackass jacking_off jerk-off jerk_off jerking_off kick_in_the_butt lech
    mentally_retarded minge mother_fucker motherfucker nance nookie nooky nymphet pain_in_the_ass pecker
    pee pee-pee peeing piddle piece_of_ass piece_of_tail piss piss-up pissed pissed_off pisser pissing
    poof poop poove pouf pouffe prick prickteaser puss pussy putz queer queerly queerness randy retard
    retarded roll_in_the_hay schmuck shag shit shite shithead shitless shitlist shitter shitting shitty
    shitwork shmuck shtup slag slut sluttish sluttishness sod sodding son_of_a_bitch spastic street_arab
    strumpet take_a_crap take_a_leak take_a_shit the_shits the_trots tit titty tosser trollop turd twat
    wank wanker wee-wee weewee whore whoredom whorehouse whoremaster whoremonger whoreson wood_pussy
    """
)

# Rude or distressing rather than offensive, but nothing to offer either.
_RUDE: Final = word_set(
    """
    beaner bimbo boner dumbass fagged fanny floozie floozy golliwog hillbilly imbecilic imbecility loony_bin
    moron moronic negroid nympho rape raped raper rapist sissy sissyish skank skanky slattern slatternly
    weenie wench wencher
    """
)


@lru_cache(maxsize=1)
def offensive_lemmas(lexicon: Lexicon) -> frozenset[int]:
    """Return the offensive words, by number; found at the first call (in a worker's parent)."""
    listed = {lexicon.lemma(name) for name in _LISTED}
    marked = {lexicon.number_of(name) for name in _marked(lexicon)}
    return frozenset(lemma for lemma in listed | marked if lemma is not None)


@lru_cache(maxsize=1)
def never_offered(lexicon: Lexicon) -> frozenset[str]:
    """Return the offensive and rude words and the names with such a part, found at the first call."""
    parts = _unwanted(lexicon) - _HARMLESS_PARTS
    joint = (name for name in lexicon.lemma_names() if "_" in name or "-" in name)
    return _unwanted(lexicon).union(name for name in joint if not parts.isdisjoint(_JOINT.split(name)))


@lru_cache(maxsize=1)
def offensive_forms(lexicon: Lexicon) -> frozenset[str]:
    """Return the names that are never offered and their forms, found at the first call (in the parent).

    A form that is a word of another meaning, like "butcher", is not among them.
    """
    names = never_offered(lexicon)
    inflected = (
        word
        for name in names
        for pos, forms in _FORMS.items()
        if len(lexicon.entry(lexicon.number_of(name), pos))
        for form in forms
        for word in inflect(lexicon, name, form, pos)
        if word not in lexicon
    )
    return frozenset((*names, *inflected))


def left_in(lexicon: Lexicon, words: Iterable[str], asked: Iterable[str]) -> Iterable[str]:
    """Return `words` about `asked` without offensive and rude ones, unless `asked` has one itself.

    Names with such a part stay: a blue tit is a kind of bird.
    """
    unwanted = _unwanted(lexicon)
    return (word for word in words if word.lower() not in unwanted) if unwanted.isdisjoint(asked) else words


@lru_cache(maxsize=1)
def _unwanted(lexicon: Lexicon) -> frozenset[str]:
    return _RUDE.union(map(lexicon.lemma_name, offensive_lemmas(lexicon)))


def is_offensive(lexicon: Lexicon, name: str) -> bool:
    """Whether a word, by its name in lower case with underscores, is offensive in itself."""
    return lexicon.lemma(name) in offensive_lemmas(lexicon)


def _marked(lexicon: Lexicon) -> Iterator[str]:
    """Yield the words that WordNet marks, if they have hardly any harmless uses."""
    senses = set(_marked_senses(lexicon))
    for name in {lexicon.sense_word(sense).lower() for sense in senses} - _HARMLESS:
        own = {
            sense
            for synset in dict.fromkeys(lexicon.synsets(name))
            for sense in lexicon.senses_of(synset, [name])
        }
        offensive = sum(map(lexicon.sense_count, own & senses))
        harmless = sum(map(lexicon.sense_count, own - senses))
        if harmless < _HARMLESS_USES or harmless < offensive:
            yield name


def _marked_senses(lexicon: Lexicon) -> Iterator[int]:
    for domain_name in _DOMAINS:
        word, _, number = domain_name.rpartition(".n.")
        domain = lexicon.entry(lexicon.number_of(word), "n")[int(number) - 1]
        for member in lexicon.pointers.related(domain, _MEMBERS):
            yield from lexicon.senses(member)
        for sense in lexicon.senses(domain):
            yield from lexicon.sense_pointers.related(sense, _MEMBERS)
