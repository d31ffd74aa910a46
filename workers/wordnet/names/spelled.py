"""The spelling of names: WordNet writes *ice_cream*, and people *ice cream*."""

from __future__ import annotations


def spelled(term: str) -> str:
    """Return `term` with WordNet's underscores for white space, and without white space at its ends.

    >>> spelled("  ice  cream ")
    'ice_cream'
    """
    return "_".join(term.split())


def readable(name: str) -> str:
    """Return a name with blanks for WordNet's underscores.

    >>> readable("ice_cream")
    'ice cream'
    """
    return name.replace("_", " ")
