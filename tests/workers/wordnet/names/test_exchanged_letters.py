"""Spellings of one word fold to the same letters, different words do not."""

from __future__ import annotations

import pytest

from workers.wordnet.names.exchanged_letters import folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("haemorrhage", "hemorrhage"), ("manoeuvre", "maneuver"), ("colourful", "colorful"),
        ("theatre", "theater"), ("organize", "organise"), ("defence", "defense"), ("travelled", "traveled"),
        ("dialogue", "dialog"), ("dyspnoea", "dyspnea"), ("archaeology", "archeology"),
    ],
)  # fmt: skip
def test_spellings_of_a_word_fold_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("flour", "flower"), ("stationary", "stationery")])
def test_words_that_differ_in_other_letters_stay_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)
