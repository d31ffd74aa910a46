"""The rules turn inflected forms into dictionary forms."""

from __future__ import annotations

import pytest

from tests.workers.nltk_side import AllOfNltk, inflected
from workers.wordnet.inflection.morphy import ENDINGS, base_forms


@pytest.mark.parametrize(
    ("form", "pos", "bases"),
    [
        ("leaves", "n", ["leave", "leaf"]),
        ("axes", "n", ["axe", "ax"]),
        ("women", "n", ["woman"]),
        ("flies", "v", ["flie", "fly", "flie", "fli"]),
        ("hoping", "v", ["hope", "hop"]),
        ("nicest", "a", ["nic", "nice"]),
        ("quickly", "r", []),
        ("dog", "n", []),
        ("", "n", []),
    ],
)
def test_each_rule_with_the_right_ending_gives_a_form(form: str, pos: str, bases: list[str]) -> None:
    assert list(base_forms(form, pos)) == bases


@pytest.mark.parametrize("pos", ENDINGS)
def test_the_rules_are_those_of_nltk(nltk_side: AllOfNltk, pos: str) -> None:
    theirs = nltk_side.reader.MORPHOLOGICAL_SUBSTITUTIONS[pos]

    assert list(ENDINGS[pos]) == theirs
    for form in (form for name in nltk_side.sampled(500) for form in inflected(name)):
        assert list(base_forms(form, pos)) == [
            form[: -len(old)] + new for old, new in theirs if form.endswith(old)
        ]
