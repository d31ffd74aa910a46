"""Each shape is a claim about all letters of a word."""

from __future__ import annotations

import pytest

from shared.catalog import SHAPES
from workers.wordnet.names.shapes import has_shape, shapes_of


@pytest.mark.parametrize(
    ("name", "shapes"),
    [
        ("level", ["palindrome"]),
        ("race_car", ["palindrome"]),
        ("noon", ["palindrome", "double"]),
        ("mmm", ["alphabetical", "double"]),
        ("aaa", ["alphabetical", "double", "vowels"]),
        ("almost", ["isogram", "alphabetical"]),
        ("billowy", ["alphabetical", "double"]),
        ("facetious", ["isogram", "each_vowel"]),
        ("onomatopoeia", []),
        ("a", []),
    ],
)
def test_a_name_has_its_shapes(name: str, shapes: list[str]) -> None:
    assert list(shapes_of(name)) == shapes


def test_the_shapes_are_those_of_the_catalog() -> None:
    assert not any(has_shape("onomatopoeia", shape) for shape in SHAPES)
