"""Examples with their word in bold: in its regular forms, like those that the client marks."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from msgspec import Struct

ENDINGS: Final = ("s", "es", "d", "ed", "ing", "er", "est")


class Forms(Struct, frozen=True):
    """The regular forms of a word: their common beginning, and the endings that may follow."""

    stem: str
    endings: frozenset[str]

    def marked(self, html: str) -> str:
        """Return a text without entities, in which the first form is bold."""
        low, stem = html.lower(), self.stem
        at = low.find(stem)
        while at >= 0:
            end = at + len(stem)
            while end < len(low) and low[end].isalpha():
                end += 1
            if low[at + len(stem) : end] in self.endings and not (at and low[at - 1].isalnum()):
                return f"{html[:at]}<b>{html[at:end]}</b>{html[end:]}"
            at = low.find(stem, end)
        return html


def forms_of(word: str) -> Forms:
    """Return the forms of a word that is not empty."""
    last = word[-1]
    changes = last in "ey" and len(word) > 1
    return Forms(word[:-1] if changes else word, _endings(last, changes))


@lru_cache(maxsize=128)  # for each letter
def _endings(last: str, changes: bool) -> frozenset[str]:
    if not changes:
        return frozenset(["", *ENDINGS, *(last + ending for ending in ("ed", "ing", "er", "est"))])
    if last == "e":
        return frozenset(["e", "es", "ed", "ing", "er", "est"])
    return frozenset(["y", "ys", "ying", "ies", "ied", "ier", "iest"])
