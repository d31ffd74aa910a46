"""Plurals of learned nouns: of compounds, tumours and parts of the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.wordnet.inflection.learned_plurals import irregular_tail, second_plurals

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("noun", "tail"), [("subgenus", "genus"), ("neocortex", "cortex"), ("mongoose", None), ("museum", None)]
)
def test_a_compound_ends_like_a_learned_noun(lexicon: Lexicon, noun: str, tail: str | None) -> None:
    assert irregular_tail(lexicon, noun) == tail


@pytest.mark.parametrize(
    ("noun", "plurals"),
    [
        ("osteosarcoma", ["osteosarcomata"]),
        ("jejunum", ["jejuna"]),
        ("eardrum", []),
        ("museum", []),
        ("diploma", []),
        ("serendipitoma", []),
    ],
)
def test_tumours_and_parts_of_the_body_have_a_second_plural(
    lexicon: Lexicon, noun: str, plurals: list[str]
) -> None:
    assert second_plurals(lexicon, noun) == plurals
