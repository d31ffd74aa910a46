"""The notes before an answer: corrected spelling, dictionary forms, the answered part of a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shared.catalog import BY_NAME
from workers.commands.term import Term
from workers.wordnet.correction.folding import letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.english.term_finder import AskedTerm, TermFinder
    from workers.english.understood import Understood


def notes_on(finder: TermFinder, understood: Understood, lemma: str | None) -> str:
    """Return the notes on both terms of a question, each with a blank after it; empty if there are none.

    `lemma` is the dictionary form of the first term, if the reply found another word for it.
    """
    command = BY_NAME[understood.command]
    if command.is_about_form and not command.needs_second_word:
        return ""
    notes: list[str] = []
    for term in (understood.term, understood.term2):
        if term and term.name:
            without = understood.command == "difference"  # it says itself what a little word is
            notes += _notes(msgspec.structs.replace(term, note="") if without else term)
            if understood.command not in ("lemmatizer", "difference"):
                forms = _forms(finder, term, lemma if term is understood.term else None)
                notes += [f"{term.shown} → {', '.join(forms).replace('_', ' ')}."] if forms else []
    return "".join(f"{note} " for note in notes)


def lacks_number(digits: str) -> str:
    """Return the sentence on a number that WordNet lacks."""
    return f"WordNet (2006) does not have “{digits}”; it has the numbers from 0 to 99 and some larger ones."


def lacks_phrase(phrase: str) -> str:
    """Return the sentence on a phrase that WordNet lacks, which may as well be about another topic."""
    return (
        f"I can't help with that: WordNet (2006) does not have “{phrase}” as a phrase, and I only know"
        " English words and the phrases that it has."
    )


def _notes(term: AskedTerm) -> Iterator[str]:
    if term.note:
        yield term.note
    if term.part_of:
        yield f"WordNet does not have “{term.part_of}”; here is “{term.shown}”."
    if term.corrected:
        yield f"I took “{term.typed}” for “{term.shown}”."


def _forms(finder: TermFinder, term: AskedTerm, lemma: str | None) -> list[str]:
    """Return the dictionary forms that were looked up in place of the term, if it is inflected."""
    name = term.name or ""
    if term.note:
        return []  # "us" is no plural of "u"
    if name not in finder.lexicon:
        return Term(finder.lexicon, name, for_reader=True).lemmas
    if letters(name) != letters(term.shown) and not (term.corrected or term.part_of):
        return [name]  # "pared down" → pare down
    return [lemma] if lemma and lemma != name else []
