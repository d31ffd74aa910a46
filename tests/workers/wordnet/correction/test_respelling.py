"""Words are found by the sounds that somebody writes, and the nearest of them comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.wordnet.correction.respelling import sounding_like

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("fizzeek", "physique"),
        ("skwirrel", "squirrel"),
        ("rithum", "rhythm"),
        ("rendayvoo", "rendezvous"),
        ("kollyflower", "cauliflower"),
        ("nollidge", "knowledge"),
        ("kafay", "cafe"),
        ("colonel", "kernel"),  # as it sounds
    ],
)
def test_the_nearest_word_by_ear_comes_first(lexicon: Lexicon, written: str, name: str) -> None:
    assert sounding_like(lexicon, written)[0].name == name


@pytest.mark.parametrize("written", ["", "-", "seesikness", "hjkl" * 10])
def test_there_may_be_none(lexicon: Lexicon, written: str) -> None:
    assert sounding_like(lexicon, written) == []


def test_distances_grow(lexicon: Lexicon) -> None:
    found = [heard.distance for heard in sounding_like(lexicon, "sovrin")]

    assert found == sorted(found)
    assert found[0] < 0.5 < found[-1]
