"""Verbs by their spelling, their stress and their compounds; test_inflections.py has a large table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.wordnet.inflection.verb_forms import ing, past, past_participle, third_person

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("stop", ["stopped"]),
        ("visit", ["visited"]),
        ("prefer", ["preferred"]),
        ("offer", ["offered"]),
        ("format", ["formatted"]),
        ("travel", ["traveled", "travelled"]),
        ("panic", ["panicked"]),
        ("debut", ["debuted"]),
        ("quit", ["quit", "quitted"]),
        ("agree", ["agreed"]),
        ("carry", ["carried"]),
        ("go", ["went"]),
        ("be", ["was", "were"]),
        ("overcome", ["overcame"]),
        ("behave", ["behaved"]),
        ("ghostwrite", ["ghostwrote"]),
        ("give_up", ["gave_up"]),
        ("double-park", ["double-parked"]),
        ("unclip", ["unclipped"]),
        ("besot", ["besotted"]),
        ("parallel", ["paralleled", "parallelled"]),
        ("weave", ["wove", "weaved"]),
        ("google", ["googled"]),
    ],
)
def test_a_verb_has_its_past(lexicon: Lexicon, verb: str, expected: list[str]) -> None:
    assert past(lexicon, verb) == expected


@pytest.mark.parametrize(
    ("verb", "first"),
    [
        ("go", "gone"),
        ("mistake", "mistaken"),
        ("get", "gotten"),
        ("browbeat", "browbeaten"),
        ("walk", "walked"),
    ],
)
def test_a_verb_has_its_participle(lexicon: Lexicon, verb: str, first: str) -> None:
    assert past_participle(lexicon, verb)[0] == first


@pytest.mark.parametrize(
    ("verb", "first"),
    [
        ("be", "being"), ("die", "dying"), ("make", "making"), ("see", "seeing"), ("singe", "singeing"),
        ("run", "running"), ("visit", "visiting"), ("picnic", "picnicking"), ("take_off", "taking_off"),
    ],
)  # fmt: skip
def test_a_verb_has_its_present_participle(lexicon: Lexicon, verb: str, first: str) -> None:
    assert ing(lexicon, verb)[0] == first


@pytest.mark.parametrize(
    ("verb", "first"),
    [
        ("be", "is"), ("have", "has"), ("do", "does"), ("undergo", "undergoes"), ("veto", "vetoes"),
        ("carry", "carries"), ("play", "plays"), ("watch", "watches"), ("quiz", "quizzes"),
    ],
)  # fmt: skip
def test_a_verb_has_its_third_person(lexicon: Lexicon, verb: str, first: str) -> None:
    assert third_person(lexicon, verb)[0] == first
