"""How many words a description shares with a definition: "a baby swan" has those of "a young swan"."""

from __future__ import annotations

import re
from typing import Final

from workers.wordnet.word_set import word_set

_WORD: Final = re.compile(r"[a-z]+")
_CLAUSE_END: Final = re.compile(r"[;:(]")  # after it, definitions go into details
_EMPTY: Final = word_set("a an the of or and to in is for with as by on at from who that which it one")
_AS_IN_DEFINITIONS: Final = {"baby": "young"}


def content_words(text: str) -> frozenset[str]:
    """Return the words of a text that say something, without a final s.

    >>> sorted(content_words("a baby of the swans"))
    ['swan', 'young']
    """
    words = (_AS_IN_DEFINITIONS.get(word, word) for word in _WORD.findall(text.lower()))
    return frozenset(word.removesuffix("s") for word in words if word not in _EMPTY)


def shared(words: frozenset[str], definition: str) -> float:
    """Return which share of the words of either is in both, from 0 to 1, of a definition's first clause."""
    defined = content_words(_CLAUSE_END.split(definition, maxsplit=1)[0])
    return len(words & defined) / max(1, len(words | defined))
