"""Morphy, WordNet's way from an inflected form to dictionary forms, with the rules as NLTK applies them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# Part of speech → (ending, replacement), in the order in which morphy(7WN) tries them.
ENDINGS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "n": (
        ("s", ""),
        ("ses", "s"),
        ("ves", "f"),
        ("xes", "x"),
        ("zes", "z"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("men", "man"),
        ("ies", "y"),
    ),
    "v": (
        ("s", ""),
        ("ies", "y"),
        ("es", "e"),
        ("es", ""),
        ("ed", "e"),
        ("ed", ""),
        ("ing", "e"),
        ("ing", ""),
    ),
    "a": (("er", ""), ("est", ""), ("er", "e"), ("est", "e")),
    "r": (),
}

# Only a form with one of these last letters can be changed by a rule.
_LAST_LETTERS: Final = {pos: frozenset(old[-1] for old, _ in rules) for pos, rules in ENDINGS.items()}


def base_forms(form: str, pos: str) -> Iterator[str]:
    """Yield what the rules make of `form`, in their order; most of it is no word.

    >>> list(base_forms("leaves", "n"))
    ['leave', 'leaf']
    """
    if form[-1:] in _LAST_LETTERS[pos]:
        for old, new in ENDINGS[pos]:
            if form.endswith(old):
                yield form[: -len(old)] + new
