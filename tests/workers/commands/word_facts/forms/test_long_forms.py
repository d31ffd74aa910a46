"""The long forms of abbreviations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.commands.term import Term
from workers.commands.word_facts.forms.long_forms import (
    initials_of,
    is_abbreviation,
    is_read_as_letters,
    long_forms,
)

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("word", "long"),
    [
        ("gps", ["Global Positioning System"]),
        ("html", ["hypertext markup language"]),
        ("atm", ["asynchronous transfer mode", "automated teller machine"]),
        ("tnt", ["trinitrotoluene"]),
        ("asap", []),
        ("cat", ["computed axial tomography"]),
        ("ok", ["Oklahoma"]),
    ],
)
def test_another_word_of_the_meaning_is_the_long_form(lexicon: Lexicon, word: str, long: list[str]) -> None:
    assert long_forms(Term(lexicon, word, for_reader=True)) == long


@pytest.mark.parametrize(
    ("short", "long", "count"),
    [
        ("RAM", "random-access_memory", 3),
        ("RAM", "random_memory", 2),
        ("PC", "microcomputer", 0),
        ("DVD", "videodisc", 0),
        ("OK", "okay", 0),
    ],
)
def test_letters_of_an_abbreviation_are_in_the_long_form_in_order(short: str, long: str, count: int) -> None:
    assert initials_of(short, long) == count


def test_a_gloss_can_call_a_word_an_abbreviation(lexicon: Lexicon) -> None:
    found = [word for word in ("scuba", "gps", "walk") if is_abbreviation(Term(lexicon, word))]

    assert found == ["scuba", "gps"]


def test_cmudict_tells_whether_letters_are_said(lexicon: Lexicon) -> None:
    found = [is_read_as_letters(Term(lexicon, word)) for word in ("bbc", "nato", "zzqx")]

    assert found == [True, False, None]
