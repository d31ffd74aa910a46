"""The ways to say one word: as a noun and as a verb, or in two meanings.

The model takes some of these questions for others, or sees a second word in them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from workers.english.conditions.expressions import SHAPES
from workers.english.pieces import plain
from workers.english.reader import Span
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from workers.english.reader import Reading
    from workers.english.term_finder import AskedTerm
    from workers.english.understood import Understood

_WORD: Final = r"(?:the )?(?:word )?[\"'“]?(?P<word>[\w'-]+)[\"'”]?"
# "How ought I to say quinoa", "two ways of saying bow: what goes with each?"
_SAY: Final = re.compile(
    r"(?:\b(?:how|what way) (?:ought|should|would|must|do|does|am|is|are|can|could|might)\b[\w' ]{0,24}?"
    r"|\b(?:ways?|right|correct|proper) (?:of |to ))\b"
    rf"(?:say|saying|pronounc(?:e|ing)|said|pronounced) {_WORD}"
    r"(?=\s*(?:$|[-\u2013\u2014,;.?!(])| as (?:an? )?(?:noun|verb|adj|adv))",
    re.IGNORECASE,
)
# "Is pass away a polite way of saying die?" is about the usage of the first.
WAY_TO_SAY: Final = re.compile(
    r"(?:(?:so|and|but|ok|hey|hi),? )*(?:is|are) (?!there\b).+ (?:an?|the) "
    r"(?!right|correct|proper|best|only|usual)(?:[\w-]+ )?"
    r"(?:way (?:of saying|to say)|(?:word|term|expression|phrase|idiom) for) ",
    re.IGNORECASE,
)
_OF_WAYS: Final = word_set("definition similar similarity synonyms")  # what the model takes it for
_TAKEN_FOR: Final = word_set(
    "derivations difference grammar help inflect is_word out_of_scope overview spelling unclear usage"
)
_NAMED: Final = re.compile(r"(?<!same )\bpronunciations?\b|^is .*\bheteronym\b", re.IGNORECASE)
# "Words spelt the same but pronounced differently": conditions/expressions.py reads the rest.
_HETERONYMS: Final = re.compile(
    rf"\b(?:words?|homographs?|ones|pairs)\b.*\b(?:{SHAPES['heteronym']})|\bheteronyms\b", re.IGNORECASE
)
# What the model takes a question for the pronunciations of a word for.
_NAMED_AS: Final = frozenset(["homophones", "pronunciation", "usage", "is_a", "is_word", "difference"])
_POS: Final = re.compile(r"\b(noun|verb|adjective|adverb)s?\b", re.IGNORECASE)
# "Does the stress shift", "is it pronounced the same", "how is it said differently".
CHANGES: Final = re.compile(
    r"(?=.*\b(?:stress\w*|accent\w*|sounds?|pronunciations?|pronounced?|said|say)\b).*"
    r"\b(?P<word>shift|chang|mov|differ|depend|same|vary|varies|both|another|other|alter)"
    r"|\b(?:two|both|different|several|more than one|how many|\d)\b"
    r".*\b(?:pronunciations?|pronounc|ways? (?:of|to) say)|\bheteronym\b",
    re.IGNORECASE,
)


def as_spoken(reading: Reading, text: str) -> Reading:
    """Return the reading; of a question how to say a word, that for its pronunciation."""
    if _HETERONYMS.search(text):
        return replace(reading, command="pattern", confidence=1.0, spans={}, refers="")
    if reading.span("term") and reading.command in _NAMED_AS and _NAMED.search(text):
        return replace(reading, command="pronunciation", confidence=1.0)
    line = plain(text)
    if reading.command in _OF_WAYS and WAY_TO_SAY.match(line):
        return replace(reading, command="usage")
    found = _SAY.search(line) if reading.command in _TAKEN_FOR and not WAY_TO_SAY.match(line) else None
    if not found:
        return reading
    span = Span(found["word"], *found.span("word"))
    return replace(reading, command="pronunciation", confidence=1.0, spans={"term": [span]}, refers="")


def of_all_ways(text: str) -> bool:
    """Whether a question is about more than one way to say a word: "as a noun and as a verb"."""
    return len(set(_POS.findall(text.lower()))) > 1 or CHANGES.search(text) is not None


def without_stray_terms(questions: list[Understood]) -> list[Understood]:
    """Return the questions; for sounds, without parts of speech and phrases that have the first word."""
    first = questions[0]
    if first.command != "pronunciation" or first.term is None:
        return questions
    kept = [each for each in questions[1:] if each.term and not _is_beside(first.term, each.term)]
    is_alone = first.term2 is not None and _is_beside(first.term, first.term2)
    return [replace(first, term2=None) if is_alone else first, *kept]


def _is_beside(term: AskedTerm, other: AskedTerm) -> bool:
    words = other.shown.lower().split()
    return term.shown.lower() in words or words == ["it"] or bool(_POS.fullmatch(words[-1]))
