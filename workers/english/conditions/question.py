"""A question with its conditions: they can decide about its command, and trim its term."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from shared.catalog import BY_NAME
from shared.messages import Where
from workers.commands.hierarchy import RELATIONS_DOWN, relation_down
from workers.commands.term import Term
from workers.english.conditions.parser import OF_LETTERS, Conditions, read_conditions
from workers.english.conditions.rules import NEARLY
from workers.english.term_finder import AskedTerm
from workers.wordnet.inflection.plurals import singulars

if TYPE_CHECKING:
    from workers.english.reader import Reading, Span
    from workers.english.term_finder import TermFinder
    from workers.english.understood import Understood

SURE: Final = 0.8  # the confidence from which the model is right in nine cases of ten
_WITHOUT_WORD: Final = OF_LETTERS | {"reverse"}
_OF_CLASS: Final = _WITHOUT_WORD.union(RELATIONS_DOWN)
_WORDS: Final = re.compile(r"\bwords?\b", re.IGNORECASE)
_KINDS_OF: Final = re.compile(r"^(?:kinds|types|sorts) of ", re.IGNORECASE)
_POS_OF_WORDS: Final = re.compile(r"\b(?:nouns|verbs|adjectives|adverbs)\b", re.IGNORECASE)


def with_conditions(finder: TermFinder, reading: Reading, understood: Understood, text: str) -> Understood:
    """Return the question with the conditions that `text` puts on its answer."""
    if understood.command == "rhymes" and NEARLY.search(text.lower()):
        understood = msgspec.structs.replace(understood, command="near_rhymes")
    found = _conditions(reading, understood.command, text)
    of_class = _of_class(finder, reading, understood, text)
    if of_class:
        return of_class
    other = _other_command(reading, understood, found)
    if other:
        understood = msgspec.structs.replace(understood, command=other)
        found = _conditions(reading, other, text)
    row = BY_NAME.get(understood.command)
    if row is None or not row.is_list:
        return understood
    if understood.command in OF_LETTERS:
        return _of_letters(finder, understood, found)
    where, pos = found.where, understood.pos
    if where and understood.command == "rhymes" and understood.term2:  # "does though rhyme with cough?"
        where = msgspec.structs.replace(where, rhymes_with=None)
    if pos and row.is_about_form and _POS_OF_WORDS.search(text):
        where, pos = msgspec.structs.replace(where or Where(), pos=pos), None
    term = _trimmed(finder, reading, understood.term, found, text) if row.needs_word else None
    return msgspec.structs.replace(understood, term=term, pos=pos, where=where, unread=found.unread)


def _of_class(finder: TermFinder, reading: Reading, understood: Understood, text: str) -> Understood | None:
    """Return the question for the kinds of a class: "animals that start with z"; None if it is another.

    The model takes a part of the condition for the word, or reads a description.
    """
    if understood.command not in _OF_CLASS or _WORDS.search(text):
        return None
    found, span = _conditions(reading, "pattern", text), _span(reading)
    is_condition = span and any(at <= span.start and span.end <= end for at, end in found.taken)
    if (
        found.where is None
        or len(found.unread) != 1
        or not (is_condition or understood.command in _WITHOUT_WORD)
    ):
        return None
    named, lexicon = finder.term(_KINDS_OF.sub("", found.unread[0])), finder.lexicon
    if not (named and named.name) or singulars(lexicon, named.name) in ([], [named.name]):
        return None
    command = relation_down(lexicon, Term(lexicon, named.name, "n").synsets)
    if command is None:
        return None
    return msgspec.structs.replace(
        understood, command=command, term=named, pos=None, where=found.where, confidence=1.0
    )


def with_wildcard(wildcard: Understood, understood: Understood) -> Understood:
    """Return the question of a text with a wildcard in it, from the one that the model reads in the text.

    "Anagram of l?sten" asks for anagrams, and "synonym of anger like r?ge" for synonyms.
    """
    row, pattern = BY_NAME.get(understood.command), wildcard.term
    if understood.command == "anagram":
        return msgspec.structs.replace(wildcard, command="anagram")
    if pattern is None or row is None or not row.is_list or row.is_about_form or understood.term is None:
        return wildcard
    if understood.term.name is None or understood.term.shown in pattern.shown:
        return wildcard
    where = msgspec.structs.replace(understood.where or Where(), pattern=pattern.shown)
    return msgspec.structs.replace(understood, where=where, unread=())


def _span(reading: Reading) -> Span | None:
    return reading.span("term") or reading.span("description")


def _conditions(reading: Reading, command: str, text: str) -> Conditions:
    span, row = _span(reading), BY_NAME.get(command)
    place = (span.start, span.end) if span and row and row.needs_word else (0, 0)
    spans = [(each.start, each.end) for each in reading.spans.get("condition", ())]
    return read_conditions(text, command, place, spans)


def _other_command(reading: Reading, understood: Understood, found: Conditions) -> str:
    """Return the second likeliest command if conditions fit only that one, else nothing.

    They fit lists only, but a model that is sure of another command is right: "in simple words". A pattern or
    a rhyme has its words in the conditions, so a term that is not there belongs to another command, as in
    "words for strong with nine letters" or "synonyms of car that rhyme with bus".
    """
    second, span, where = BY_NAME.get(reading.second), _span(reading), found.where
    if understood.command == "anagram" and where and where.pattern:
        return "pattern"  # "_ a _ _ e r"
    if not (where and span and understood.term):
        return ""
    row = BY_NAME.get(understood.command)
    fits = row is not None and (row.is_list or understood.confidence >= SURE)
    if understood.command in OF_LETTERS:
        fits = any(at <= span.start and span.end <= end for at, end in found.taken)
    elif understood.command == "rhymes" and where.rhymes_with:
        fits = where.rhymes_with == understood.term.shown.lower()
        if not fits and understood.term.name is None:
            return "pattern"  # "words that start with kn and rhyme with sight"
    if fits or second is None or not second.is_list or not second.needs_word or second.name in OF_LETTERS:
        return ""
    return second.name


def _of_letters(finder: TermFinder, understood: Understood, found: Conditions) -> Understood:
    """Return the pattern that the conditions make; words with a given start only are completions.

    The rest of the text counts only if WordNet has one of its words: "animals" does, "gimme" does not.
    """
    where, pos = found.where, understood.pos
    unread = tuple(part for part in found.unread if any(map(finder.is_word, part.lower().split())))
    if where is None:
        term = None if unread else understood.term
        command = "pattern" if unread else understood.command
        return msgspec.structs.replace(understood, command=command, term=term, unread=unread)
    if where == Where(starts=where.starts) and where.starts and "?" not in where.starts and not unread:
        term = AskedTerm(where.starts, where.starts)
        return msgspec.structs.replace(understood, command="suggest", term=term)
    without = (where.without or "").replace("_", "") or None  # a pattern finds single words anyway
    where = msgspec.structs.replace(where, pos=pos, without=without)
    return msgspec.structs.replace(
        understood, command="pattern", term=None, pos=None, where=where, unread=unread
    )


def _trimmed(
    finder: TermFinder, reading: Reading, term: AskedTerm | None, found: Conditions, text: str
) -> AskedTerm | None:
    """Return the term without the beginning of a condition: "create" of "create ending in or"."""
    span = _span(reading)
    if term is None or span is None:
        return term
    for at, _ in found.taken:
        if span.start < at < span.end:
            return finder.in_span(text, span.start, at) or term
    return term
