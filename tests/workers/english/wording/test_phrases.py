"""Parts of sentences."""

from __future__ import annotations

import pytest

from workers.english.wording.phrases import (
    MOST_LISTED,
    capital,
    counted,
    ended,
    listed,
    plain_name,
    some_of,
    with_article,
)


@pytest.mark.parametrize(
    ("names", "last", "expected"),
    [
        ([], "and", ""),
        (["ice_cream"], "and", "ice cream"),
        (["glad", "well_chosen"], "or", "glad or well chosen"),
        (["glad", "well_chosen", "felicitous"], "and", "glad, well chosen and felicitous"),
    ],
)
def test_names_are_enumerated(names: list[str], last: str, expected: str) -> None:
    assert listed(names, last) == expected


def test_parts_of_speech_have_an_article_and_no_satellites() -> None:
    assert [with_article(letter) for letter in "nvasr"] == [
        "a noun",
        "a verb",
        "an adjective",
        "an adjective",
        "an adverb",
    ]
    assert plain_name("s") == "adjective"


def test_things_are_counted() -> None:
    assert (counted(1, "syllable"), counted(2, "syllable")) == ("one syllable", "2 syllables")


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert (capital("ice Cream"), capital("")) == ("Ice Cream", "")


def test_a_long_list_is_cut_and_its_rest_counted() -> None:
    names = [f"word_{number}" for number in range(MOST_LISTED + 3)]

    assert some_of(names).endswith("word 5 and 3 more")
    assert some_of(names[:2]) == "word 0 and word 1"
    assert some_of(names, 1).startswith("word 0 and 8 more")


def test_a_sentence_has_one_full_stop() -> None:
    assert (ended("across a space etc."), ended("a space")) == ("across a space etc.", "a space.")
