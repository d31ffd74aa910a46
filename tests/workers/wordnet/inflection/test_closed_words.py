"""The forms of pronouns and auxiliaries."""

from __future__ import annotations

import pytest

from workers.wordnet.inflection.closed_words import closed_forms


@pytest.mark.parametrize(
    ("word", "form", "expected"),
    [
        ("this", "plural", ["these"]),
        ("they", "singular", ["he", "she", "it"]),
        ("who", "possessive", ["whose"]),
        ("will", "past", ["would"]),
        ("It", "possessive", ["its"]),
        ("IT", "possessive", []),
        ("it", "past", []),
        ("dog", "plural", []),
    ],
)
def test_a_pronoun_or_an_auxiliary_has_forms(word: str, form: str, expected: list[str]) -> None:
    assert closed_forms(word).get(form, []) == expected
