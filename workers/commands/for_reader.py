"""The basic commands as a reader wants them: the commonest meaning first, grouped by sense.

`my_message` gives NLTK's answers. `ask` gives these, and its reply also has the senses one by one.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from itertools import chain, groupby, islice
from typing import TYPE_CHECKING, Final

from shared.messages import Sense
from workers.commands.comparison.prominence import FEW_USES
from workers.commands.completions import MAX_MATCHES, anagram, pattern
from workers.commands.conditions.formal_words import asks_formal, formal_first
from workers.commands.hierarchy import MOST_WORDS, all_below, high_synsets, kinds_below
from workers.commands.related_words import related_of
from workers.commands.word_family import word_family
from workers.wordnet.inflection.anagrams_of_forms import anagrams_of_forms
from workers.wordnet.inflection.forms_matching import forms_matching
from workers.wordnet.inflection.plurals import irregular_singulars
from workers.wordnet.offensive import never_offered
from workers.wordnet.relations import RELATIONS, SIMILAR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workers.commands.term import Functions, Term
    from workers.wordnet.lexicon import Lexicon

FEWEST_SHOWN: Final = 3  # senses of a part of speech in an entry …
MOST_SHOWN: Final = 4  # … or four, rather than "and one more"
LIKELIEST_SHOWN: Final = 5  # senses in a sentence
FEW_MATCHES: Final = 6  # words of a pattern; then forms of words count, too
FEW_KINDS: Final = 12  # words one level down; then those below count, too
KINDS: Final = ("hyponyms", "instances")  # relations with lists so long that the order matters


def entry(term: Term) -> list[Sense]:
    """Return the commonest senses of each part of speech, each with one example, synonyms and antonyms.

    No word is offensive. In a sentence, these are the likeliest senses there, whatever their part of speech.
    The example holds the word; senses without such an example have none.
    """
    shown: list[Sense] = []
    if term.sentence:
        return likeliest(term, "definition")[:LIKELIEST_SHOWN]
    for _, group in groupby(term.numbered, key=lambda item: term.lexicon.pos(item[1]).replace("s", "a")):
        senses = list(group)
        count = len(senses) if len(senses) <= MOST_SHOWN else FEWEST_SHOWN
        shown += [_entry_sense(term, number, synset) for number, synset in senses[:count]]
    return shown


def rest(term: Term, shown: list[Sense]) -> list[Sense]:
    """Return the senses that an entry leaves out, in the same form."""
    numbers = {sense.sense for sense in shown}
    return [_entry_sense(term, number, synset) for number, synset in term.numbered if number not in numbers]


def nth_sense(term: Term, number: int) -> list[Sense]:
    """Return the sense with this number, as in an entry, as a list of one; empty if there is none."""
    return [_entry_sense(term, number, synset) for synset in term.meanings[number - 1 : number]]


def without_lists(sense: Sense) -> Sense:
    """Return a sense with its meaning alone."""
    return Sense(sense.sense, sense.pos, sense.definition)


def likeliest(term: Term, command: str) -> list[Sense]:
    """Return the senses of a word in a sentence, the likeliest first, each with the answer of a command."""
    if command in BY_SENSE:
        return senses_with(term, command)
    return [_entry_sense(term, number, synset) for number, synset in term.numbered]


def senses_with(term: Term, command: str) -> list[Sense]:
    """Return the senses for which a command has an answer, each with its own part of it.

    In a sentence, the likeliest sense comes first even without an answer.
    """
    field = field_of(command)
    found = {synset: term.kept(term.offered(BY_SENSE[command](term, synset))) for _, synset in term.numbered}
    return [
        _sense(term, number, synset, **{field: found[synset]})
        for number, synset in (_by_kinds(term) if command == "hypernyms" else term.numbered)
        if found[synset] or (term.sentence and synset == term.synsets[0])
    ]


def field_of(command: str) -> str:
    """Return the field of a Sense that holds a command's answer."""
    return command if command in Sense.__struct_fields__ else "words"


def synonyms(term: Term) -> list[str]:
    """Return the words of all senses without the word itself."""
    return _without_repeats(word for synset in term.synsets for word in _synonyms_of(term, synset))


def _synonyms_of(term: Term, synset: int) -> list[str]:
    words = term.synonyms(synset)
    return formal_first(term.lexicon, synset, words) if asks_formal(term.where) else words


def similar_to_first(term: Term) -> list[str]:
    """Return the adjectives similar to the first meaning, the most used in that sense first."""
    lexicon = term.lexicon
    similar = [near for synset in term.synsets[:1] for near in lexicon.pointers.related(synset, SIMILAR)]
    uses = {
        word: count
        for near in similar
        for word, count in zip(lexicon.words(near), lexicon.sense_counts(near), strict=True)
        if word.lower() != term.form and word.lower() not in never_offered(lexicon)
    }
    return sorted(uses, key=lambda word: -uses[word])


def examples(term: Term) -> list[str]:
    """Return the examples that hold the word; all examples if none does.

    Those with an inflected form as it was asked come first: "he went to Paris" for *went*.
    """
    every = {synset: term.examples(synset) for synset in term.synsets}
    holding = [text for synset, texts in every.items() for text in term.holding(texts, synset)]
    if term.lemma:
        typed = re.compile(rf"\b{re.escape(term.form.replace('_', ' '))}\b", re.IGNORECASE)
        holding.sort(key=lambda text: typed.search(text) is None)
    return _without_repeats(holding or (text for texts in every.values() for text in texts))


def definition(term: Term) -> list[str]:
    """Return the gloss of each sense; that of the adverb a.m. and the adjective only once."""
    return _without_repeats(map(term.definition, term.synsets))


def lemmatizer(term: Term) -> list[str]:
    """Return the lemmas of which the word can be a form, or the word as it is.

    An irregular plural may be a noun itself, like *dice* and *people*; its singular comes last.
    """
    singulars = irregular_singulars(term.lexicon, term.form.lower()) if term.pos in (None, "n") else ()
    return _without_repeats([*(term.lemmas or [term.form]), *singulars])


def derivations(term: Term) -> list[str]:
    """Return the word's relatives; if the question names a part of speech, those of it, commonest first.

    A word that is of this part of speech itself comes first if it is mainly that, and last otherwise.
    """
    if term.pos is None:
        return word_family(term)
    any_pos = term.as_any_pos()
    itself = term.lemmas[:1]
    found = [name for name in word_family(any_pos, term.pos) if name.lower() not in itself]
    is_mainly = bool(itself) and any_pos.meanings[0] in term.meanings
    return [*itself, *found] if is_mainly else [*found, *itself]


def kinds(term: Term, relation: str) -> list[str]:
    """Return the kinds, or the instances, of all senses, those of the first sense first."""
    return _without_repeats(
        name for synset in term.synsets for name in all_kinds_of(term, synset, relation=relation)
    )


@lru_cache(maxsize=64)  # a reply needs them twice: in one list, and for each sense
def all_kinds_of(term: Term, synset: int, relation: str) -> list[str]:
    """Return the kinds, or the instances, of one sense, as `kinds_of`; those at any depth if few are direct.

    To WordNet, a square is a parallelogram, and a snake a diapsid; people mean quadrilaterals and reptiles.
    """
    found = kinds_of(term, synset, relation)
    if not 0 < len(found) <= FEW_KINDS or synset in high_synsets(term.lexicon):
        return found
    below = islice(all_below(term.lexicon, synset, relation), MOST_WORDS)
    return _best_known_first(term.lexicon, below, ())


def kinds_of(term: Term, synset: int, relation: str) -> list[str]:
    """Return the kinds, or the instances, of one sense: the most used first, then those with a known sound.

    WordNet lists the kinds of tree in the order of botany: yellowwood first, and oak among the last.
    """
    targets = (low for code in RELATIONS[relation] for low in term.lexicon.pointers.related(synset, code))
    return _best_known_first(term.lexicon, targets, kinds_below(term, synset, relation))


def _best_known_first(
    lexicon: Lexicon, synsets: Iterable[int], others: Iterable[tuple[str, int]]
) -> list[str]:
    """Return the words of synsets, and others with their uses."""
    found = dict[str, tuple[int, bool, int]]()
    direct = (zip(lexicon.words(low), lexicon.sense_counts(low), strict=True) for low in synsets)
    for word, uses in chain(*direct, others):
        name = word.lower()
        weight = lexicon.lemma_weight(lexicon.number_of(name))
        found.setdefault(word, (-uses, name not in lexicon.sounds, -weight))
    return sorted(found, key=found.__getitem__)


def hypernyms(term: Term) -> list[str]:
    """Return the words above all senses."""
    return _without_repeats(
        name for _, synset in _by_kinds(term) for name in related_of(term, synset, "hypernyms")
    )


def _by_kinds(term: Term) -> list[tuple[int, int]]:
    """Return the numbered senses, those with the most kinds first if the texts hardly use the first one.

    A whale is an animal rather than a large person. Of words that the texts do use, the sense with the most
    kinds is the commonest for 49 to 57 %, the one with the most used synonyms for 40 to 44 %.
    """
    if term.sentence or not term.meanings or term.uses(term.meanings[0]) >= FEW_USES:
        return term.numbered
    related, [code] = term.lexicon.pointers.related, RELATIONS["hyponyms"]
    return sorted(term.numbered, key=lambda item: -len(related(item[1], code)))


def anagrams(term: Term) -> list[str]:
    """Return the anagrams of a term, with regular forms of words between the words and the names.

    If the words need only some of the letters, or there are blanks or two words, they have no forms.
    """
    found, letters = anagram(term), sorted(filter(str.isalpha, term.form.lower()))
    fewest = term.conditions.letters[0] if term.conditions and term.conditions.letters else len(letters)
    if "?" in term.form or fewest < len(letters) or term.has_spaces:
        return found
    words = [name for name in found if name.islower()]
    forms = (form for form in anagrams_of_forms(term.lexicon, letters) if form != term.form.lower())
    return _without_repeats([*words, *forms, *found])


def patterns(term: Term) -> list[str]:
    """Return the words that match a pattern, and if they are few, forms of words before the names."""
    found = pattern(term)
    if len(found) >= FEW_MATCHES or term.has_spaces:
        return found
    conditions, words = term.matching(term.form), [name for name in found if name.islower()]
    forms = forms_matching(term.lexicon, conditions.expression, conditions.keeps)
    return _without_repeats([*words, *forms[:MAX_MATCHES], *found])


def _examples_of(term: Term, synset: int) -> list[str]:
    return list(term.holding(term.examples(synset), synset))


def _entry_sense(term: Term, number: int, synset: int) -> Sense:
    example = term.example(synset)
    examples = [] if example is None else [example]
    unwanted = never_offered(term.lexicon)
    synonyms, antonyms = (
        [word for word in words if word.lower() not in unwanted]
        for words in (term.synonyms(synset), related_of(term, synset, "antonyms"))
    )
    return _sense(term, number, synset, examples=examples, synonyms=synonyms, antonyms=antonyms)


def _sense(term: Term, number: int, synset: int, **lists: list[str]) -> Sense:
    likelihood = term.likelihood(synset)
    return Sense(number, term.lexicon.pos(synset), term.definition(synset), **lists, likelihood=likelihood)


def _without_repeats(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(items))


# Command → what it answers for one sense of the word.
BY_SENSE: Final[dict[str, Callable[[Term, int], list[str]]]] = {
    "synonyms": _synonyms_of,
    "examples": _examples_of,
    **{
        relation: partial(related_of, relation=relation)
        for relation in RELATIONS
        if relation != "derivations"  # they are of the word's family, not of a sense
    },
    **{relation: partial(all_kinds_of, relation=relation) for relation in KINDS},
}

FUNCTIONS: Final[Functions] = {
    "synonyms": synonyms,
    "examples": examples,
    "definition": definition,
    "lemmatizer": lemmatizer,
    "derivations": derivations,
    "hypernyms": hypernyms,
    "anagram": anagrams,
    "pattern": patterns,
    **{relation: partial(kinds, relation=relation) for relation in KINDS},
}
