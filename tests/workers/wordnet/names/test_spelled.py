"""Typed terms are spelled as WordNet spells names."""

from __future__ import annotations

import pytest

from workers.wordnet.names.spelled import readable, spelled


@pytest.mark.parametrize(
    ("typed", "name"),
    [("dog", "dog"), (" ice \t cream\n", "ice_cream"), ("ICE CREAM", "ICE_CREAM"), (" ", "")],
)
def test_white_space_becomes_underscores(typed: str, name: str) -> None:
    assert spelled(typed) == name


def test_underscores_become_blanks() -> None:
    assert readable("ice_cream_cone") == "ice cream cone"
