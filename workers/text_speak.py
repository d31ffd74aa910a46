# ruff: noqa: E501 (a table reads best with one row to a line)
"""Text-speak that is a word or a letter of its own, too: only its neighbours tell that a frame word is meant.

What can mean nothing else ("wut", "dunno") stands in frame_words.py. The word that is asked about keeps what
was typed: "what does sum mean" is about sums.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from workers.frame_words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

START: Final = frozenset([""])
_ANY: Final = frozenset[str]()

# Typed → canonical, after one of which words, before one of which.
# fmt: off
CLIPPED: Final[dict[str, tuple[str, frozenset[str], frozenset[str]]]] = {
    "r": ("be", START | words("what how which who where why alike similar close different related there"), _ANY),
    "sum": (
        "some",
        words("give me show tell need want find get list know got be with do have"),
        words("word synonym antonym opposite example sentence rhyme kind part derivative other more different similar good"),
    ),
    "wit": ("with", words("rhyme sentence example word start begin"), _ANY),
    "w": ("with", words("rhyme sentence example word start begin"), _ANY),
    "dis": ("this", _ANY, words("word term phrase expression")),
    "dat": ("that", _ANY, words("word term phrase expression")),
    "no": ("know", words("not"), words("what how")),
}
# fmt: on


def unclipped(canonical: Sequence[str]) -> list[str]:
    """Return the canonical words of a sentence with text-speak made plain; what ends it is no frame word.

    >>> unclipped(["how", "similar", "r", "apple", "and", "r"])
    ['how', 'similar', 'be', 'apple', 'and', 'r']
    """
    plain: list[str] = []
    for word, following in zip_longest(canonical, canonical[1:], fillvalue=""):
        meant, after, before = CLIPPED.get(word, ("", _ANY, _ANY))
        preceding = plain[-1].split()[-1:] if plain else [""]
        fits = (
            following and (not after or after.issuperset(preceding)) and (not before or following in before)
        )
        plain.append(meant if meant and fits else word)
    return plain
