"""Sets of words that are written as text."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Return the words of `text`, which white space separates.

    >>> sorted(word_set("ox goose"))
    ['goose', 'ox']
    """
    return frozenset(text.split())
