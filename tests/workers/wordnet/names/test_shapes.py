"""Each shape is a claim about all letters of a word."""

from __future__ import annotations

import pytest

from shared.catalog import SHAPES
from workers.wordnet.lexicon import Lexicon
from workers.wordnet.names.affixes import DERIVED
from workers.wordnet.names.shapes import has_shape, shape_test, shapes_of, traits_of
from workers.wordnet.pronunciation.heteronyms import HETERONYM


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


@pytest.mark.parametrize(
    ("name", "shape", "other"),
    [
        ("strengths", "one_vowel", "two_doubles"),
        ("balloon", "two_doubles", "three_doubles"),
        ("committee", "three_doubles", "doubles_in_row"),
        ("bookkeeper", "doubles_in_row", "one_vowel"),
        ("beautiful", "vowels_in_row", "same_ends"),
        ("trot", "same_ends", "vowels_in_row"),
    ],
)
def test_a_name_has_shapes_that_the_index_lacks(name: str, shape: str, other: str) -> None:
    assert has_shape(name, shape)
    assert shape_test(shape)(name)
    assert not has_shape(name, other)


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape not in (HETERONYM, DERIVED)])
def test_every_name_of_a_shape_has_its_traits_and_if_they_are_exact_no_other(
    lexicon: Lexicon, shape: str
) -> None:
    wanted, is_exact = traits_of(shape)
    found = set(filter(str.isalpha, lexicon.letters.names(wanted)))  # of digits, there is no index
    names = {name for name in lexicon.lemma_names() if name.isalpha() and has_shape(name, shape)}

    assert names == found if is_exact else names < found


def test_the_shapes_are_those_of_the_catalog() -> None:
    assert not any(has_shape("photograph", shape) for shape in SHAPES if shape not in (HETERONYM, DERIVED))
