# ruff: noqa: RUF001 (typographic quotes are meant)
"""Texts without the differences that people do not see: case, accents, typographic signs, joints of words."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# Characters that are typed for an apostrophe, a hyphen or a blank, and characters that nobody sees.
PLAIN: Final = str.maketrans(dict.fromkeys("’ʼ‘´`ʹ′＇", "'") | dict.fromkeys("‐‑‒–−", "-") | {"\u00a0": " "})
INVISIBLE: Final = dict.fromkeys([0xAD, *range(0x200B, 0x2010), *range(0x2060, 0x2065), 0xFEFF, 0xFE0F])
# Letters that Unicode does not decompose into a letter and an accent.
_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ß": "ss"}
)
_BLANKS = re.compile(r"[\s_]+")
JOINTS = re.compile(r"[\s_\-'./]+")


def fold(text: str) -> str:
    """Return `text` in lower case, without accents, superfluous blanks and typographic apostrophes.

    >>> fold("  Café_Noir ")
    'cafe noir'
    """
    text = text.lower().translate(PLAIN).translate(INVISIBLE)
    if not text.isascii():
        decomposed = unicodedata.normalize("NFD", text.translate(_LETTERS))
        text = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _BLANKS.sub(" ", text).strip()


def letters(text: str) -> str:
    """Return the letters and digits of `text`, folded: the same for "Ice-cream" and ice_cream."""
    return "".join(filter(str.isalnum, fold(text)))


def agree(typed: str, name: str) -> bool:
    """Return whether `typed` parts words only where WordNet's `name` does, which has the same letters."""
    if "'" in typed and "'" not in name and not typed.endswith("'"):
        return False
    between, at = _joints(name), 0
    for match in JOINTS.finditer(typed):
        at = len(JOINTS.sub("", typed[: match.start()]))
        joint = between.get(at, "")
        if "_" in match[0] or "-" in match[0]:
            is_initial = len(JOINTS.split(typed[: match.start()])[-1]) == 1
            if not joint or (match[0][0] == "." and "." not in joint and not is_initial):
                return False  # "ice. Cream" is of two sentences
    return True


def _joints(name: str) -> dict[int, str]:
    """Return number of letters → the characters after them that are no letters."""
    found: dict[int, str] = {}
    count = 0
    for match in JOINTS.finditer(name):
        count = len(JOINTS.sub("", name[: match.start()]))
        found[count] = match[0]
    return found
