"""Patterns match as in the shell, and their letters and pieces are in every name that matches."""

from __future__ import annotations

import fnmatch
from random import Random

import pytest

from workers.wordnet.lexicon import Lexicon
from workers.wordnet.names.wildcards import Wildcards, letter_count, runs


def patterns() -> list[str]:
    chosen = Random(3)
    return ["".join(chosen.choices("*?" + "aenrst", k=chosen.randrange(1, 9))) for _ in range(150)]


@pytest.mark.parametrize(
    "text", ["*", "?", "**?", "a**b", "dog", "*a*a*", "?a?", "*?a?*e", "x*", "*x", "a.c"]
)
def test_a_pattern_matches_as_in_the_shell(lexicon: Lexicon, text: str) -> None:
    agrees(lexicon, text)


def test_any_pattern_matches_as_in_the_shell(lexicon: Lexicon) -> None:
    for text in patterns():
        agrees(lexicon, text)


def agrees(lexicon: Lexicon, text: str) -> None:
    wildcards = Wildcards(text)
    for lemma in range(0, lexicon.lemma_count, 300):
        name = lexicon.lemma_name(lemma)
        matches = bool(wildcards.matches(name))

        assert matches == fnmatch.fnmatchcase(name, text), (text, name)
        if matches:
            assert len(name) >= wildcards.shortest
            assert set(wildcards.letters) <= set(name)
            assert set(wildcards.runs()) <= set(runs(f"^{name}$")), (text, name)


def test_stars_in_a_row_count_as_one() -> None:
    assert Wildcards("a***b").pieces == ["a", "b"]


def test_the_runs_of_a_pattern_are_those_between_its_stars() -> None:
    assert list(Wildcards("?a*bc*?d?*e?f*").runs()) == ["~^?a", "~bc", "~e?f"]
    assert list(Wildcards("x*z").runs()) == ["~^x", "~z$"]
    assert list(Wildcards("??q").runs()) == ["~q$", "~^3q"]


@pytest.mark.parametrize(("name", "letters"), [("dog", 3), ("ice_cream", 8), ("24/7", 0), ("o'clock", 6)])
def test_only_letters_count_as_letters(name: str, letters: int) -> None:
    assert letter_count(name) == letters
