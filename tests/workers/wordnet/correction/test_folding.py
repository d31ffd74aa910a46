"""Folding drops invisible differences, and keeps different words apart."""

from __future__ import annotations

import pytest

from workers.wordnet.correction.folding import agree, fold, letters


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Café_Noir ", "cafe noir"),
        ("Ærø", "aero"),
        ("", ""),
        ("Columbia\u02bcs", "columbia's"),
        ("señor", "senor"),
    ],
)
def test_folding_drops_case_accents_and_blanks(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("typed", "name", "agrees"),
    [
        ("jack o lantern", "jack-o'-lantern", True),
        ("st._louis", "st._louis", True),
        ("ice._cream", "ice_cream", False),
        ("u._s._army", "us_army", False),
        ("u.s._army", "us_army", True),
        ("she'd", "shed-", False),
        ("i_cecream", "ice_cream", False),
    ],
)
def test_words_are_parted_only_where_the_name_parts_them(typed: str, name: str, agrees: bool) -> None:
    assert agree(typed, name) is agrees


def test_letters_are_the_same_with_and_without_joints() -> None:
    assert letters("Ice-Cream") == letters("ice_cream") == "icecream"
    assert letters("can't") != letters("can")
