"""Short adjectives and adverbs have endings, long ones "more" and "most"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.wordnet.inflection.degrees import degrees

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("word", "pos", "comparative", "superlative"),
    [
        ("big", "a", "bigger", "biggest"),
        ("large", "a", "larger", "largest"),
        ("dry", "a", "drier", "driest"),
        ("gray", "a", "grayer", "grayest"),
        ("happy", "a", "happier", "happiest"),
        ("unhappy", "a", "unhappier", "unhappiest"),
        ("gentle", "a", "gentler", "gentlest"),
        ("narrow", "a", "narrower", "narrowest"),
        ("clever", "a", "cleverer", "cleverest"),
        ("beautiful", "a", "more_beautiful", "most_beautiful"),
        ("modern", "a", "more_modern", "most_modern"),
        ("tired", "a", "more_tired", "most_tired"),
        ("well-known", "a", "more_well-known", "most_well-known"),
        ("good", "a", "better", "best"),
        ("bad", "a", "worse", "worst"),
        ("far", "r", "farther", "farthest"),
        ("fast", "r", "faster", "fastest"),
        ("early", "a", "earlier", "earliest"),
        ("quickly", "r", "more_quickly", "most_quickly"),
    ],
)
def test_a_word_is_compared(
    lexicon: Lexicon, word: str, pos: str, comparative: str, superlative: str
) -> None:
    assert degrees(lexicon, word, pos, 0)[0] == comparative
    assert degrees(lexicon, word, pos, 1)[0] == superlative


def test_a_word_that_is_compared_either_way_has_both(lexicon: Lexicon) -> None:
    assert degrees(lexicon, "polite", "a", 0) == ["politer", "more_polite"]
