# ruff: noqa: PLR2004 (code points of Unicode's blocks)
"""Splits a text into the word pieces of BERT's uncased vocabulary, and remembers where each came from.

The pieces are those of `BertTokenizer` (lower case, no accents, greedy longest match), with one exception:
a change of script also ends a word, so that the English word in "happy가 무슨 뜻이야" is a word.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

UNKNOWN, START, SEPARATOR = "[UNK]", "[CLS]", "[SEP]"
MAX_CACHED = 20_000  # words; about 3 MB
LONGEST_WORD = 100  # characters; BERT reads a longer word as unknown


class Word(NamedTuple):
    """A word or a punctuation mark: where it stands in the text, and the numbers of its pieces."""

    start: int
    end: int
    pieces: tuple[int, ...]


class WordPieces:
    """The vocabulary, and a cache of the words that were split before."""

    def __init__(self, vocabulary: list[str]) -> None:
        self.ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.start, self.separator = self.ids[START], self.ids[SEPARATOR]
        self._unknown = (self.ids[UNKNOWN],)
        self._split: dict[str, tuple[int, ...]] = {}

    def words(self, text: str) -> list[Word]:
        """Return the words of a text in order; white space and control characters are in none."""
        return [Word(start, end, self._pieces(text[start:end])) for start, end in _bounds(text)]

    def _pieces(self, word: str) -> tuple[int, ...]:
        found = self._split.get(word)
        if found is None:
            if len(self._split) > MAX_CACHED:
                self._split.clear()
            found = self._split[word] = self._match(_plain(word))
        return found

    def _match(self, plain: str) -> tuple[int, ...]:
        if len(plain) > LONGEST_WORD:
            return self._unknown
        pieces, start = [], 0
        while start < len(plain):
            for end in range(len(plain), start, -1):
                number = self.ids.get(plain[start:end] if start == 0 else "##" + plain[start:end])
                if number is not None:
                    pieces.append(number)
                    start = end
                    break
            else:
                return self._unknown
        return tuple(pieces) or self._unknown


def _plain(word: str) -> str:
    """Return the word in lower case, without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")


def _bounds(text: str) -> list[tuple[int, int]]:
    """Return where each word begins and ends."""
    bounds: list[tuple[int, int]] = []
    open_script = ""  # the script of the word that is being read; "" between words
    for position, character in enumerate(text):
        script = _script(character)
        if script in ("mark", open_script) and open_script not in ("", "alone"):
            bounds[-1] = (bounds[-1][0], position + 1)
        elif script not in ("", "mark"):
            bounds.append((position, position + 1))
            open_script = script
        else:
            open_script = ""
    return bounds


def _script(character: str) -> str:
    """Return "" for white space, "alone" for a one-character word, else a name of the script."""
    if character.isascii():
        if character.isalnum():
            return "latin"
        return "" if character <= " " or character == "\x7f" else "alone"
    category = unicodedata.category(character)
    if category in ("Cc", "Cf", "Zs", "Zl", "Zp"):
        return ""
    if category in ("Mn", "Mc"):
        return "mark"
    number = ord(character)
    if category[0] in "PS" or 0x4E00 <= number <= 0x9FFF or 0x3400 <= number <= 0x4DBF:
        return "alone"
    return "latin" if number < 0x0250 or 0x1E00 <= number <= 0x1EFF else "other"
