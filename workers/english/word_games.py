"""Questions of word games: words to make from letters, and whether one counts in Scrabble."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from shared.messages import Where

if TYPE_CHECKING:
    from workers.english.understood import Understood

SHORTEST: Final = 3  # letters of a word to make, unless the question names a number

_SCRABBLE: Final = re.compile(r"scrabble|boggle|words with friends", re.IGNORECASE)
# With these words in a question, every letter counts.
_EVERY_LETTER: Final = re.compile(
    r"scrambl|jumbl|rearrang|anagram|\b(?:all (?:of )?(?:the|its|these|those|my)|every letter|exactly)\b",
    re.IGNORECASE,
)


def of_some_letters(understood: Understood, text: str) -> Understood:
    """Return the question; for words to make from letters, with their lengths: they need not use them all."""
    term, where = understood.term, understood.where or Where()
    if understood.command != "anagram" or not term or understood.term2 or _EVERY_LETTER.search(text):
        return understood
    most = sum(letter.isalpha() or letter == "?" for letter in term.shown)
    return replace(understood, where=replace(where, letters=where.letters or (min(SHORTEST, most), most)))


def is_of_scrabble(understood: Understood, text: str) -> bool:
    """Whether a question is which words count in Scrabble, whose list is another."""
    return understood.command in ("is_word", "anagram") and _SCRABBLE.search(text) is not None
