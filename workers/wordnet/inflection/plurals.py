"""Plurals and singulars of nouns, also of compounds: "mothers-in-law", "passers-by"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workers.wordnet.inflection.learned_plurals import irregular_tail, second_plurals
from workers.wordnet.inflection.spelling_rules import with_s
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.wordnet.lexicon import Lexicon

# Nouns whose plural is the same word, and endings of more: "Chinese", "goldfish", "trousers".
_SAME: Final = word_set(
    """
    aircraft bacteria baht bison cattle chassis cod corps data deer elect flak genitalia haiku hovercraft
    insignia kin literati livestock marginalia media memorabilia moose offspring paraphernalia pas plaice
    plankton police poultry regalia rendezvous salmon samurai scampi sheep spacecraft swine timpani trout
    tympani vermicelli vermin watercraft yen young yuan
    """
)
# Nouns with such a plural, and a regular one.
_SAME_OR_REGULAR: Final = word_set(
    """
    bream buffalo carp dace eland elk grouse haddock hake halibut heathen herring kudu lox mackerel
    muskellunge peafowl pickerel pollock quail reindeer rhinoceros shad shrimp squid sturgeon tuna tunny
    turbot wapiti waterfowl whiting wildebeest wildfowl wisent
    """
)
# The same, with the regular plural first.
_REGULAR_OR_SAME: Final = word_set(
    """
    anime antelope apparatus bass cantus caribou coitus flounder fowl gazelle hiatus impala introitus kakapo
    manga meatus mullet nexus oryx partridge perch pheasant pike plexus plover prospectus sinus smelt snipe
    status teal woodcock zucchini
    """
)
_SAME_ENDINGS: Final = re.compile("(?:[^ec]ese|fish|sheep|deer|ics|hertz|pox|[^aiosuy]s)$")
# They have such an ending, but a plural, too.
_NOT_SAME: Final = word_set("lens summons yes")

# They are plurals, as WordNet's lists say, and singulars, too: "cola" is no longer the plural of "colon".
_SINGULAR_TOO: Final = word_set(
    """
    acicula agenda candelabra cineraria cola crying dive djinn ephemera furcula guilder gurnard hypochondria
    lei lumbus miri olea opera pilea pleura roma signore stamina trivia
    """
)

# They end in "man" but are no men: "humans".
_NO_MEN: Final = word_set(
    """
    ataman brahman caiman cayman desman dolman german hetman human mussulman norman ottoman pullman
    roman shaman talisman toman turkoman
    """
)
# Ending of a noun → that of its plural.
_ENDINGS: Final = (
    ("man", "men"), ("child", "children"), ("foot", "feet"), ("tooth", "teeth"), ("sis", "ses"),
    ("xis", "xes"), ("itis", "itides"), ("wife", "wives"), ("knife", "knives"), ("shelf", "shelves"),
    ("leaf", "leaves"), ("loaf", "loaves"), ("wolf", "wolves"), ("thief", "thieves"),
)  # fmt: skip
# Plurals that neither the endings nor WordNet's lists have.
_OTHERS: Final = {
    "agendum": ["agenda"],
    "alga": ["algae"],
    "bacterium": ["bacteria"],
    "charisma": ["charismas", "charismata"],
    "craft": ["crafts", "craft"],
    "die": ["dice", "dies"],
    "fish": ["fish", "fishes"],
    "hyperbaton": ["hyperbata", "hyperbatons"],
    "hyperbola": ["hyperbolas", "hyperbolae"],
    "lustrum": ["lustrums", "lustra"],
    "man-child": ["men-children"],
    "murex": ["murices", "murexes"],
    "mythos": ["mythoi"],
    "omphalos": ["omphaloi"],
    "passerby": ["passersby"],
    "opus": ["opuses", "opera"],
    "person": ["people", "persons"],
    "silex": ["silices", "silexes"],
    "stela": ["stelae", "stelas"],
    "substratum": ["substrata", "substratums"],
    "viscus": ["viscera"],
    "vita": ["vitae"],
}
_SINGULARS: Final = {plural: [name] for name, plurals in _OTHERS.items() for plural in plurals}

# Of two plurals in use, these words and endings have the irregular one first, the others the regular one.
_IRREGULAR_FIRST: Final = word_set("curriculum hasid medium memorandum millennium monsieur spectrum")
_IRREGULAR_FIRST_ENDINGS: Final = ("ves", "oes", "ices", "zzes")
_REGULAR_FIRST: Final = word_set("colon octopus platypus sphinx")
# They have no regular plural in use.
_ONLY_IRREGULAR: Final = word_set(
    """
    addendum alumna alumnus bacillus bacterium criterion datum echo embargo erratum goose hero locus louse
    mouse ovum ox phenomenon potato quiz stimulus stratum tomato torpedo vertebra veto
    """
)

# The words after the noun that bears the plural of a compound.
_LINKS: Final = word_set("about at by de for from in of off on to up with")
# Adjectives after the noun: "poets laureate". Of the generals, these are no ranks: "attorneys general".
_ADJECTIVES: Final = word_set("apparent elect emeritus errant laureate martial politic")
_GENERALS: Final = word_set(
    "attorney consul director governor inspector postmaster secretary solicitor surgeon"
)


def plurals(lexicon: Lexicon, name: str) -> list[str]:
    """Return the plurals of a noun in the singular, the commonest first."""
    parts = re.split("([_-])", name)
    if len(parts) == 1 or name in _OTHERS:
        return _of_word(lexicon, name)
    bearer = _bearer(parts[::2]) * 2
    before, after = "".join(parts[:bearer]), "".join(parts[bearer + 1 :])
    inflected = [f"{before}{plural}{after}" for plural in _of_word(lexicon, parts[bearer])]
    listed = lexicon.listed_forms(name, "n")
    return [*inflected, *listed] if after else [*listed, *inflected]


def singulars(lexicon: Lexicon, name: str) -> list[str]:
    """Return the singulars of a noun, those with irregular plurals first, then the commonest: die of "dice".

    Itself is one of them if it is its own plural, like "species", or a plural of no other noun. It is the
    first if it is a singular above all, like "opera".
    """
    irregular = irregular_singulars(lexicon, name)
    forms = dict.fromkeys([*lexicon.dictionary_forms(name, "n"), *irregular])
    others = [form for form in forms if form != name and name in plurals(lexicon, form)]
    is_singular = name in _SINGULAR_TOO
    own = [name] if name in forms and (is_singular or not others or name in plurals(lexicon, name)) else []
    weight = lexicon.lemma_weight

    def rank(form: str) -> tuple[bool, bool, int]:
        return not (is_singular and form == name), form not in irregular, -weight(lexicon.number_of(form))

    return sorted([*own, *others], key=rank)


def irregular_singulars(lexicon: Lexicon, name: str) -> list[str]:
    """Return the nouns of which a word is an irregular plural; it may be a noun itself, like "dice"."""
    listed, others = lexicon.irregular_bases(name, "n"), _SINGULARS.get(name, [])
    if not (listed or others):
        return []
    return [base for base in (*(listed or "").split(), *others) if base in lexicon]


def _bearer(words: Sequence[str]) -> int:
    """Return which word of a compound bears the plural: the last, or that before a link or an adjective."""
    for at, word in enumerate(words[1:], 1):
        # A link at the end needs a noun like "passer" before it: no "closes-up".
        if word in _LINKS and (at < len(words) - 1 or words[at - 1].endswith("er")):
            return at - 1
    *before, last = words
    has_adjective = before and (last in _ADJECTIVES or (last == "general" and before[-1] in _GENERALS))
    return len(words) - (2 if has_adjective else 1)


def _of_word(lexicon: Lexicon, word: str) -> list[str]:
    lowered = word.lower()
    if lowered in _OTHERS:
        return _OTHERS[lowered]
    listed = [form for form in lexicon.listed_forms(lowered, "n") if not form.endswith(("ing", "ings"))]
    if word != lowered:
        listed = [form.capitalize() for form in listed]
    same = _same(lexicon, word, listed)
    if same:
        return same
    for ending, plural in _ENDINGS if lowered not in _NO_MEN else ():
        if lowered.endswith(ending):
            return [word[: -len(ending)] + plural, *listed]
    tail = None if listed else irregular_tail(lexicon, word)
    if tail:
        return [word.removesuffix(tail) + plural for plural in _of_word(lexicon, tail)]
    return [*_ranked(lexicon, word, listed), *([] if listed else second_plurals(lexicon, word))]


def _same(lexicon: Lexicon, word: str, listed: Sequence[str]) -> list[str]:
    """Return the plurals of a noun that can be its own plural; empty for any other noun."""
    lowered = word.lower()
    bases = lexicon.irregular_bases(lowered, "n")
    if bases and lowered not in bases.split() and lowered not in _SINGULAR_TOO:
        return [word]  # "fungi", which is a name of its own
    if _is_own_plural(lowered) and (not listed or word.endswith(("fish", "ese"))):
        return [word, *listed]
    if lowered in _SAME_OR_REGULAR:
        return [word, with_s(word)]
    return [with_s(word), *listed, word] if lowered in _REGULAR_OR_SAME else []


def _is_own_plural(word: str) -> bool:
    if word.endswith("ss") or word in _NOT_SAME:
        return False
    return word in _SAME or _SAME_ENDINGS.search(word) is not None


def _ranked(lexicon: Lexicon, word: str, listed: Sequence[str]) -> list[str]:
    """Return irregular plurals ("cacti") and the regular one, which comes first if CMUdict has it."""
    regular = with_s(word, lexicon.sounds.phones(word, "n"))
    if not listed or regular in listed:
        return [regular, *listed]
    if word in _ONLY_IRREGULAR:
        return list(listed)
    sounds = lexicon.sounds
    if word in _IRREGULAR_FIRST or listed[0].endswith(_IRREGULAR_FIRST_ENDINGS):
        is_irregular_first = True
    else:
        is_irregular_first = regular not in sounds and word not in _REGULAR_FIRST
    return [*listed, regular] if is_irregular_first else [regular, *listed]
