"""The purpose of an answer, and examples of it, are left out without a word; a meaning is not."""

from __future__ import annotations

import pytest

from shared.messages import Where
from workers.english.conditions.parser import Conditions, read_conditions
from workers.english.conditions.purposes import is_purpose


@pytest.mark.parametrize(
    "purpose",
    [
        "for my year 3 class", "for a client who mumbles", "for a poem about the sea", "for speech therapy",
        "for a song I am writing", "for my son, who is learning to read", "for my 5-year-old",
        "for ESL students",
        "that a girl with a cold could practise on", "that my students can read", "I can use in a limerick",
        "so my daughter can practise", "to impress my teacher", "for kids", "e.g. snow, skip",
        "e.g. snow skip",
        "for example: snow", "like snow, skip", "such as snow",
        "I could use", "can I play in Scrabble",
        "for a kids' alphabet book", "for a spelling test on Friday", "my nephew has a stammer",
    ],
)  # fmt: skip
def test_what_an_answer_is_for_is_no_condition(purpose: str) -> None:
    assert read_conditions(f"words starting with s {purpose}", "pattern") == Conditions(Where(starts="s"))


def test_a_condition_behind_a_purpose_is_read() -> None:
    text = "words starting with k for a client who mumbles and ending in t"

    assert read_conditions(text, "pattern") == Conditions(Where(starts="k", ends="t"))


def test_a_word_for_somebody_is_asked_for() -> None:
    assert not is_purpose("a five letter word for a client who mumbles", "a client who mumbles")
    assert not is_purpose("name for a group of lions", "a group of lions")


def test_a_word_like_the_letters_is_an_example() -> None:
    assert read_conditions("words starting with gh like ghost", "pattern") == Conditions(Where(starts="gh"))
