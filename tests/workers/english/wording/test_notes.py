"""The notes before an answer."""

from __future__ import annotations

import pytest

from workers.english.term_finder import AskedTerm, TermFinder
from workers.english.understood import Understood
from workers.english.wording.notes import notes_on


@pytest.mark.parametrize(
    ("term", "note"),
    [
        (AskedTerm("dog", "dog"), ""),
        (AskedTerm("ice-cream", "ice_cream"), ""),
        (AskedTerm("geese", "geese"), "geese → goose. "),
        (AskedTerm("pared down", "pare_down"), "pared down → pare down. "),
        (AskedTerm("run", "run", typed="rum"), "I took “rum” for “run”. "),
        (AskedTerm("put up", "put_up", part_of="put up with"), "have “put up with”; here is “put up”. "),
        (AskedTerm("at", "at", note="At is a preposition."), "At is a preposition. "),
    ],
)
def test_a_note_tells_what_was_answered_instead(words: TermFinder, term: AskedTerm, note: str) -> None:
    assert notes_on(words, Understood("definition", term), None).endswith(note)
    assert bool(notes_on(words, Understood("definition", term), None)) == bool(note)


def test_questions_about_the_form_need_no_note(words: TermFinder) -> None:
    assert notes_on(words, Understood("spelling", AskedTerm("geese", "geese")), None) == ""
