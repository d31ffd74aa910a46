"""A question with its conditions, which can decide about its command."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from shared.catalog import BY_NAME
from shared.messages import Where
from workers.commands.hierarchy import relation_down
from workers.commands.term import Term
from workers.english.conditions.parser import OF_LETTERS, Conditions, read_conditions
from workers.english.conditions.rules import NEARLY
from workers.english.term_finder import as_typed

if TYPE_CHECKING:
    from workers.english.reader import Reading
    from workers.english.term_finder import TermFinder
    from workers.english.understood import Understood

_WORDS: Final = re.compile(r"\bwords?\b", re.IGNORECASE)


def with_conditions(finder: TermFinder, reading: Reading, understood: Understood, text: str) -> Understood:
    """Return the question with the conditions that `text` puts on its answer."""
    if understood.command == "rhymes" and NEARLY.search(text.lower()):
        understood = msgspec.structs.replace(understood, command="near_rhymes")
    row = BY_NAME.get(understood.command)
    if row is None or not row.is_list or row.name == "spelling":  # "does it have two r's?"
        return understood
    described = reading.span("description")
    span = (row.needs_model and described) or reading.span("term") or described
    place = (span.start, span.end) if span and row.needs_word else (0, 0)
    spans = [(each.start, each.end) for each in reading.spans.get("condition", ())]
    found = read_conditions(text, row.name, place, spans)
    if row.name in OF_LETTERS:
        return _of_letters(finder, reading, understood, found, text)
    where, pos = found.where, understood.pos
    if where and where.rhymes_with and row.name == "rhymes":
        if not understood.term2:  # the term is a condition: "words with ough that rhyme with cow"
            other = msgspec.structs.replace(understood, command="pattern")
            return with_conditions(finder, reading, other, text)
        where = msgspec.structs.replace(where, rhymes_with=None)  # "does though rhyme with cough?"
    if pos and row.is_about_form and not row.needs_model:  # "verbs that rhyme with light"
        where, pos = msgspec.structs.replace(where or Where(), pos=pos), None
    term = understood.term if row.needs_word else None
    return msgspec.structs.replace(understood, term=term, pos=pos, where=where, unread=found.unread)


def _of_letters(
    finder: TermFinder, reading: Reading, understood: Understood, found: Conditions, text: str
) -> Understood:
    """Return the pattern that the conditions make; words with a given start only are completions.

    The rest of the text counts only if WordNet has one of its words: "animals" does, "gimme" does not. If it
    names a class of things, these are asked for.
    """
    where, span = found.where, reading.part("term")
    unread = tuple(part for part in found.unread if any(map(finder.is_word, part.lower().split())))
    if where is None:
        return (
            msgspec.structs.replace(understood, command="pattern", term=None, unread=unread)
            if unread
            else understood
        )
    named = [*(unread if len(unread) == 1 else ()), *(span for part in unread if span and span in part)]
    for name in () if where.pattern or _WORDS.search(text) else named:
        down = _relation_down(finder, name)
        if down:
            return msgspec.structs.replace(
                understood, command=down, term=finder.term(name), pos=None, where=where
            )
    if where == Where(starts=where.starts) and where.starts and "?" not in where.starts and not unread:
        return msgspec.structs.replace(understood, command="suggest", term=as_typed(where.starts))
    without = (where.without or "").replace("_", "") or None  # a pattern finds single words anyway
    where = msgspec.structs.replace(where, pos=understood.pos, without=without)
    return msgspec.structs.replace(
        understood, command="pattern", term=None, pos=None, where=where, unread=unread
    )


def _relation_down(finder: TermFinder, text: str) -> str | None:
    """Return the command for the members of the class that a noun names: "animals that start with z"."""
    name, lexicon = finder.find(text), finder.lexicon
    meanings = Term(lexicon, name).meanings if name else []
    is_noun = bool(meanings) and lexicon.pos(meanings[0]) == "n"
    return relation_down(lexicon, Term(lexicon, name, "n").synsets) if name and is_noun else None
