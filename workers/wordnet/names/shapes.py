"""Shapes of words: what puzzles say of all letters of a word together, such as *palindrome*."""

from __future__ import annotations

import re
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from workers.wordnet.names.letter_index import Traits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_VOWELS: Final = "aeiou"


def _letters(name: str) -> str:
    return "".join(filter(str.isalpha, name))


def _is_palindrome(letters: str) -> bool:
    return letters == letters[::-1] and len(set(letters)) > 1  # no "mmm"


def _is_isogram(letters: str) -> bool:
    return len(set(letters)) == len(letters)


def _is_alphabetical(letters: str) -> bool:
    return all(one <= other for one, other in pairwise(letters))


def _has_double(letters: str) -> bool:
    return any(one == other for one, other in pairwise(letters))


def _has_each_vowel_once(letters: str) -> bool:
    return all(letters.count(vowel) == 1 for vowel in _VOWELS)


def _is_of_vowels(letters: str) -> bool:
    return letters.strip(_VOWELS) == ""


# Shape (see SHAPES of the catalog) → the test of the letters of a name, in lower case.
_INDEXED: Final[dict[str, Callable[[str], bool]]] = {
    "palindrome": _is_palindrome,
    "isogram": _is_isogram,
    "alphabetical": _is_alphabetical,
    "double": _has_double,
    "each_vowel": _has_each_vowel_once,
    "vowels": _is_of_vowels,
}
# Shapes that are not in the index of letters: parts of the name, and the whole of it.
_DOUBLES: Final = {
    "two_doubles": re.compile(r"(.)\1.*(.)\2"),
    "three_doubles": re.compile(r"(.)\1.*(.)\2.*(.)\3"),
    "doubles_in_row": re.compile(r"(.)\1(.)\2(.)\3"),
}
_OTHERS: Final = {
    "vowels_in_row": re.compile(rf"[{_VOWELS}]{{3}}"),
    "same_ends": re.compile(r"^(.).+\1$"),
}
_PATTERNS: Final = (
    _DOUBLES | _OTHERS | {"one_vowel": re.compile(rf"^(?=...)[^{_VOWELS}]*[{_VOWELS}][^{_VOWELS}]*$")}
)
_SHORTEST: Final = 3  # letters; fewer have nearly every shape


def has_shape(name: str, shape: str) -> bool:
    """Whether a name in lower case has a shape; blanks, hyphens and the like do not count.

    >>> has_shape("race_car", "palindrome"), has_shape("almost", "alphabetical")
    (True, True)
    """
    if shape in _PATTERNS:
        return _PATTERNS[shape].search(name) is not None
    letters = _letters(name)
    return len(letters) >= _SHORTEST and _INDEXED[shape](letters)


def shape_test(shape: str) -> Callable[[str], object]:
    """Return the test of whether a name in lower case has a shape, as `has_shape` does."""
    return _PATTERNS[shape].search if shape in _PATTERNS else partial(has_shape, shape=shape)


def shapes_of(name: str) -> Iterator[str]:
    """Yield the shapes that a name has, of those that the index has."""
    return (shape for shape in _INDEXED if has_shape(name, shape))


def traits_of(shape: str) -> tuple[Traits, bool]:
    """Return the traits of every name of a shape, and whether only such names have them."""
    if shape == "one_vowel":
        return Traits([f">{_SHORTEST - 1}"], once=[_VOWELS]), True
    if shape in _OTHERS:
        return Traits([f">{_SHORTEST - 1}"]), False
    return (Traits([shape]), True) if shape in _INDEXED else (Traits(["double"]), False)
