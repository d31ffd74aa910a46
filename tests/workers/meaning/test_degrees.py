"""A high degree of a quality: the adjectives around it come first, without those for a low degree."""

from __future__ import annotations

import pytest

from shared.messages import Question
from workers.answers import answer
from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("very hungry", ["ravenous", "famished"]),
        ("extremely ugly", ["hideous", "grotesque"]),
        ("very clean", ["immaculate", "spotless"]),
        ("very hot", ["torrid", "red-hot"]),
    ],
)
def test_the_adjectives_to_a_high_degree_come_first(
    lexicon: Lexicon, description: str, expected: list[str]
) -> None:
    matches = answer(lexicon, Question("reverse", description, pos="a")).matches or []

    assert set(expected) <= {match.word for match in matches[:8]}


@pytest.mark.parametrize(("description", "low"), [("very wet", "damp"), ("very cold", "chilly")])
def test_a_low_degree_comes_later(lexicon: Lexicon, description: str, low: str) -> None:
    matches = answer(lexicon, Question("reverse", description, pos="a")).matches or []

    assert low not in [match.word for match in matches[:6]]


def test_another_description_stays_as_it_is(lexicon: Lexicon) -> None:
    matches = answer(lexicon, Question("reverse", "a very small boat")).matches or []

    assert matches
    assert "tiny" not in [match.word for match in matches[:5]]
