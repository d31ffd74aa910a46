"""The number of syllables by the spelling alone."""

from __future__ import annotations

import pytest

from workers.wordnet.pronunciation.syllable_guess import guessed_syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cygnet", 2), ("onomatopoeia", 6), ("ptarmigan", 3), ("zymurgy", 3), ("algorithm", 4), ("quiche", 1),
        ("table_tennis", 4), ("magically", 3), ("baked", 1), ("wanted", 2), ("nation", 2), ("idiom", 3),
    ],
)  # fmt: skip
def test_vowels_make_syllables(word: str, count: int) -> None:
    assert guessed_syllables(word) == count
