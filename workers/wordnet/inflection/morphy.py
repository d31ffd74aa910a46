"""Morphy: WordNet's rules that turn an inflected form into dictionary forms, in NLTK's order."""

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

# No rule changes a form with any other last letter.
_LAST_LETTERS: Final = {pos: frozenset(old[-1] for old, _ in rules) for pos, rules in ENDINGS.items()}


def base_forms(form: str, pos: str) -> Iterator[str]:
    """Yield the results of the rules for `form`, in their order; most of them are not words.

    >>> list(base_forms("leaves", "n"))
    ['leave', 'leaf']
    """
    if form[-1:] in _LAST_LETTERS[pos]:
        for old, new in ENDINGS[pos]:
            if form.endswith(old):
                yield form[: -len(old)] + new
