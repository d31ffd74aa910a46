"""Marks of usage on the meanings of a word: informal, offensive, archaic, British, in law.

WordNet gives them as domains of usage, region and topic, and in glosses: "(British informal) sore or lame",
"offensive term for …". Where it gives none, our own may (see own_marks.py).
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final, NotRequired, TypedDict

from workers.commands.word_facts.marks.own_marks import marks_on_sense
from workers.wordnet.names.spelled import readable
from workers.wordnet.relations import CODES
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workers.wordnet.lexicon import Lexicon

# First word of a usage domain → its mark; other domains say what kind of word it is, not how to use it.
_USAGES: Final[dict[str, str]] = {
    "colloquialism": "informal", "slang": "slang", "archaism": "archaic", "disparagement": "disparaging",
    "ethnic_slur": "ethnic slur", "obscenity": "obscene", "euphemism": "euphemism", "formality": "formal",
    "trope": "figurative", "irony": "ironic", "wit": "humorous", "dialect": "dialect",
    "regionalism": "regional", "intensifier": "intensifier", "trade_name": "trade name",
    "trademark": "trademark", "plural": "plural", "street_name": "slang", "blend": "blend",
    "acronym": "acronym", "abbreviation": "abbreviation", "United_Kingdom": "British", "idiom": "idiom",
}  # fmt: skip
# First word of a region → its mark. In other regions the thing is at home, rather than the word.
_REGIONS: Final[dict[str, str]] = {
    "United_Kingdom": "British", "Britain": "British", "England": "British", "United_States": "American",
    "Scotland": "Scottish", "Ireland": "Irish", "Wales": "Welsh", "Australia": "Australian",
    "Canada": "Canadian", "New_Zealand": "New Zealand", "South_Africa": "South African", "India": "Indian",
}  # fmt: skip
REGIONS: Final = frozenset(_REGIONS.values())
# A word of a gloss's label → its mark. A label is in brackets, or before "term for" and the like.
LABELS: Final[dict[str, str]] = {
    "informal": "informal", "informally": "informal", "colloquial": "informal", "slang": "slang",
    "archaic": "archaic", "obsolete": "archaic", "old-fashioned": "old-fashioned", "old": "old-fashioned",
    "offensive": "offensive", "disparaging": "disparaging", "derogatory": "disparaging",
    "pejorative": "disparaging", "slur": "ethnic slur", "vulgar": "obscene", "obscene": "obscene",
    "euphemism": "euphemism", "euphemistic": "euphemism", "formal": "formal", "literary": "literary",
    "poetic": "literary", "humorous": "humorous", "nonstandard": "nonstandard", "dialect": "dialect",
    "dialectal": "dialect", "regional": "regional", "British": "British", "Briticism": "British",
    "Scottish": "Scottish", "Irish": "Irish", "Australian": "Australian", "American": "American",
    "rare": "rare", "impolite": "impolite", "child's": "child's",
}  # fmt: skip
# Other words in a label: "(chiefly British)", "(used informally)".
_FILLERS: Final = word_set(
    "chiefly mainly mostly especially usually often now used usage in or and but term terms word of a an"
)
_IN_BRACKETS: Final = re.compile(r"^\(([^)]{1,60})\)|\(([^)]{1,60})\)(?=\s*(?:;|$))")
_TERM_FOR: Final = re.compile(
    r"(?<!' is a )(?<!' is an )\b((?:[\w-]+,? (?:but |and |or )?){1,3}?)"
    r"(?:terms?|words?|names?|expressions? for|forms? of address|intensifiers?)\b(?! or )"
)
_HEADS: Final = (" term", " word", " name", " expression", " form", " intensifier")  # all that it can find
# What a gloss says of one word of its synset: "(`pud' is used informally)".
_OF_WORD: Final = re.compile(r"`([\w -]+)' is (?:an? |the |used )?(\w+)")
_WORDS: Final = re.compile(r"[\w-]+")

REGION, TOPIC, USAGE = "region", "topic", "usage"


class Mark(TypedDict):
    """One mark: its kind (usage, region or topic) and its label, such as "informal".

    It is WordNet's, unless it says that it is our `own`.
    """

    kind: str
    label: str
    own: NotRequired[bool]


def marks_on(lexicon: Lexicon, synset: int, senses: Sequence[int], names: Sequence[str]) -> list[Mark]:
    """Return the marks of a meaning for its senses whose words are `names` in lower case, each once.

    Those of usage come first, then those of region, then topics.
    """
    gloss = lexicon.definition(synset)
    marks = [*_of_domains(lexicon, synset, senses), *_of_gloss(gloss, names)]
    of_others = {label for label, is_own in _of_words(gloss, names) if not is_own}
    unique = {mark["label"]: mark for mark in marks if mark["label"] not in of_others}
    for mark in _of_our_own(lexicon, synset, names):
        unique.setdefault(mark["label"], mark)
    order = (USAGE, REGION, TOPIC)
    return sorted(unique.values(), key=lambda mark: order.index(mark["kind"]))


def _of_our_own(lexicon: Lexicon, synset: int, names: Sequence[str]) -> Iterator[Mark]:
    for own in marks_on_sense(lexicon, synset, names):
        for label in own.labels:
            yield Mark(kind=_kind(label), label=label, own=True)


def _kind(label: str) -> str:
    return REGION if label in REGIONS else USAGE


def _of_domains(lexicon: Lexicon, synset: int, senses: Sequence[int]) -> Iterator[Mark]:
    present = set(lexicon.pointers.codes(synset)).union(*map(lexicon.sense_pointers.codes, senses))
    for symbol in (";u", ";r", ";c"):
        code = CODES[symbol]
        if code not in present:
            continue
        targets = lexicon.pointers.related(synset, code)
        for sense in senses:
            targets += map(lexicon.sense_synset, lexicon.sense_pointers.related(sense, code))
        for target in targets:
            name = lexicon.words(target)[0]
            if symbol == ";c":
                yield Mark(kind=TOPIC, label=readable(name))
                continue
            label = (_USAGES if symbol == ";u" else _REGIONS).get(name)
            if label:
                yield Mark(kind=REGION if name in _REGIONS else USAGE, label=label)


def _of_gloss(gloss: str, names: Sequence[str]) -> Iterator[Mark]:
    """Yield the marks that a gloss puts on the words `names` of its synset."""
    found: list[str] = []
    if "(" in gloss:
        for first, last in _IN_BRACKETS.findall(gloss):
            words = _WORDS.findall(first or last)
            if all(word in LABELS or word in _FILLERS for word in words):
                found += words
    for before in _TERM_FOR.findall(gloss) if any(head in gloss for head in _HEADS) else ():
        words = _WORDS.findall(before)[::-1]
        found += takewhile(lambda word: word in LABELS or word in _FILLERS, words)
    labels = [LABELS[word] for word in found if word in LABELS]
    labels += [label for label, is_own in _of_words(gloss, names) if is_own]
    for label in labels:
        yield Mark(kind=_kind(label), label=label)


def _of_words(gloss: str, names: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Yield the labels that a gloss puts on one word of its synset, and whether this is one of `names`."""
    for word, said in _OF_WORD.findall(gloss) if "`" in gloss else ():
        if said in LABELS:
            yield LABELS[said], word.replace(" ", "_").lower() in names
