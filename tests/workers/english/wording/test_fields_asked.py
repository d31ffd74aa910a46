"""Whether a word is a term of the field that a question names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask, look_up_one
from workers.english.wording.fields_asked import field_of_thing, on_field

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("word", "line", "said"),
    [
        ("tort", "is a legal term", ["Yes."]),
        ("phoneme", "is a technical term", ["Yes."]),
        ("tort", "is a term in law", ["Yes."]),
        ("tort", "is a medical term", ["WordNet does not say whether tort is a medical term."]),
        ("myocardium", "a medical term?", ["WordNet does not say whether myocardium is a medical term."]),
        ("byte", "is a computing term", ["WordNet does not say whether byte is a computing term."]),
        ("tort", "is legal jargon", ["Yes."]),
        ("tort", "is an ordinary word or legal jargon", []),
        ("tort", "is a good word", []),
        ("tort", "is a word in britain", []),
        ("tort", "is it common", []),
    ],
)
def test_the_field_asked_for_is_answered(lexicon: Lexicon, word: str, line: str, said: list[str]) -> None:
    entry = look_up_one(lexicon, "usage", word)

    assert [each.text for each in on_field(lexicon, entry, word, line)] == said


def test_a_word_without_a_field_comes_with_its_meaning(lexicon: Lexicon) -> None:
    assert "It means “the middle muscular layer" in (ask(lexicon, "Is myocardium a medical term?").text or "")
    assert "a rule of evidence" in (ask(lexicon, "which field does estoppel belong to?").text or "")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("in music, is a scale a kind of fish?", "Not “fish” in WordNet: there, scale is a kind of written"),
        (
            "is a mouse in computing a rodent?",
            "Not “rodent” in WordNet: there, a mouse is a kind of electronic",
        ),
        ("is a driver a club in golf?", "Yes: a driver is a kind of club"),  # it is also a golfer
    ],
)
def test_a_field_chooses_the_meaning_that_is_one_of_a_class(lexicon: Lexicon, text: str, start: str) -> None:
    assert (ask(lexicon, text).text or "").startswith(start)


def test_other_words_behind_in_are_no_field_of_a_thing(lexicon: Lexicon) -> None:
    assert field_of_thing(lexicon, "is a whale in fact a fish?") == ""
    assert field_of_thing(lexicon, "in computer science, is a tree a graph?") == "computer science"
