"""The phrases that a question offers to choose from."""

from __future__ import annotations

import pytest

from workers.commands.comparison.offered import offered, unlike


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("is it free rein or free reign?", ("free rein", "free reign")),
        ("different from or than", ("different from", "different than")),
        ("the press is or the press are", ("press is", "press are")),
        ("do you say bored of or bored with him", ("bored of", "bored with")),
        ("toward or towards", ("toward", "towards")),
        ("scapegoat or escape goat", ("scapegoat", "escape goat")),
        ("do cereals come in a bowl or a bole", None),
        ("I have a bat or two balls", None),
        ("stationary", None),
        ("are chilly and cold one thing or not", None),
    ],
)
def test_two_phrases_are_offered_as_far_as_they_are_alike(text: str, phrases: tuple[str, str] | None) -> None:
    assert offered(text) == phrases


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("the toast that burnt or the toast that burned", [("burnt", "burned")]),
        ("for all intents and purposes or for all intensive purposes", []),
        ("say it was chose or that it was chosen?", [("chose", "chosen")]),
        ("toward or towards", []),
    ],
)
def test_two_phrases_are_unlike_by_one_word_each(text: str, pairs: list[tuple[str, str]]) -> None:
    assert unlike(text) == pairs
