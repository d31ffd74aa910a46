"""Korean letters: whether a text has any, and the English word that somebody typed on a Korean keyboard."""

from __future__ import annotations

import unicodedata
from typing import Final

# The keys of the standard layout (dubeolsik) for the letters of a syllable, in the order of Unicode: first
# consonants from U+1100 on, vowels from U+1161 on, last consonants from U+11A8 on.
_KEYS: Final = dict(
    zip(
        (*range(0x1100, 0x1113), *range(0x1161, 0x1176), *range(0x11A8, 0x11C3)),
        (
            *"rRseEfaqQtTdwWczxvg",
            *("k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl"),
            *("b", "m", "ml", "l"),
            *("r", "R", "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a", "q"),
            *("qt", "t", "T", "d", "w", "c", "z", "x", "v", "g"),
        ),
        strict=True,
    )
)


def is_korean(text: str) -> bool:
    """Return whether `text` holds Hangul, as syllables or as single letters.

    >>> is_korean("happy 뜻"), is_korean("ㅋㅋ"), is_korean("señor")
    (True, True, False)
    """
    return any(ord(letter) in _KEYS for letter in _letters(text))


def typed_keys(text: str) -> str:
    """Return the English letters on the keys that `text` was typed with; "" for Korean and English texts.

    English on such a keyboard leaves single letters, which no Korean word has.

    >>> typed_keys("ㅗ메ㅔㅛ"), typed_keys("행복"), typed_keys("happy")
    ('happy', '', '')
    """
    if not any(ord(letter) in _KEYS for letter in unicodedata.normalize("NFKC", text)):
        return ""
    keys = [_KEYS.get(ord(letter), letter if letter == " " else "") for letter in _letters(text)]
    return "".join(keys).lower() if all(keys) else ""


def _letters(text: str) -> str:
    """Return `text` with each syllable as its letters; NFKD gives single letters the same form."""
    return unicodedata.normalize("NFKD", text)
