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
from workers.wordnet.inflection.plurals import singulars

if TYPE_CHECKING:
    from workers.english.reader import Reading
    from workers.english.term_finder import TermFinder
    from workers.english.understood import Understood

_WORDS: Final = re.compile(r"\bwords?\b", re.IGNORECASE)
_DESCRIBES: Final = 3  # words, of a description


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
    if term and where and row.name in ("rhymes", "reverse") and "rhym" not in text.lower():
        down = _relation_down(finder, term.shown)  # "any dances that start with t?"
        if down:
            return msgspec.structs.replace(
                understood, command=down, term=finder.term(term.shown), where=where, unread=found.unread
            )
    return msgspec.structs.replace(understood, term=term, pos=pos, where=where, unread=found.unread)


def _of_letters(
    finder: TermFinder, reading: Reading, understood: Understood, found: Conditions, text: str
) -> Understood:
    """Return the pattern that the conditions make; words with a given start only are completions.

    The rest of the text counts only if it can be about the words, and WordNet has one of its words: "animals"
    does, "gimme" does not. If it names a class of things, these are asked for; if it is longer, it describes
    the word, as in a crossword.
    """
    where, term, command = found.where, understood.term, "pattern"
    unread = tuple(part for part in found.unread if _is_about_words(finder, part, text))
    span, is_of_words = reading.span("term"), _WORDS.search(text)
    is_clue = where is not None and where.pattern is not None  # "s___m, to do with boiling"
    if span and not (is_of_words or is_clue) and any(span.text in part for part in unread):
        down = _relation_down(finder, span.text, is_single=True)
        if down:
            asked = msgspec.structs.replace(understood, command=down, term=finder.term(span.text))
            return with_conditions(finder, reading, asked, text)
    rest = unread[0] if where and len(unread) == 1 and not is_of_words else ""
    down = _relation_down(finder, rest, is_single=True) if rest and not is_clue else None
    if where is None:
        term, command = (None, command) if unread else (term, understood.command)
    elif down:
        term, command, unread = finder.term(rest), down, ()
    elif len(rest.split()) >= _DESCRIBES or (is_clue and span and span.text in rest):
        term, command, unread = as_typed(rest), "reverse", ()
    elif where == Where(starts=where.starts) and where.starts and "?" not in where.starts and not unread:
        term, where, command = as_typed(where.starts), None, "suggest"
    else:
        without = (where.without or "").replace("_", "") or None  # a pattern finds single words anyway
        term, where = None, msgspec.structs.replace(where, pos=understood.pos, without=without)
    pos = None if where else understood.pos
    return msgspec.structs.replace(
        understood, command=command, term=term, pos=pos, where=where, unread=unread
    )


def _is_about_words(finder: TermFinder, part: str, text: str) -> bool:
    """Return whether a part is a condition: "my grandson asked" of "… asked me for words with" is none."""
    _, _, behind = text.partition(part)
    words = _WORDS.search(behind)
    is_apart = words and behind[: words.start()].strip()
    return not is_apart and any(map(finder.is_word, part.lower().split()))


def _relation_down(finder: TermFinder, text: str, *, is_single: bool = False) -> str | None:
    """Return the command for the members of the class that a plural names: "animals that start with z".

    With `is_single`, a singular names one, too, if it is a noun above all: "a fish of five letters".
    """
    name, lexicon = finder.find(text), finder.lexicon
    if name is None:
        return None
    if singulars(lexicon, name) in ([], [name]):
        meanings = Term(lexicon, name).meanings
        if not (is_single and meanings and lexicon.pos(meanings[0]) == "n"):
            return None
    return relation_down(lexicon, Term(lexicon, name, "n").synsets)
