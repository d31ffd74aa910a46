"""Questions of word games: letters to unscramble, and whether a word counts in Scrabble."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from workers.english.reader import Span

if TYPE_CHECKING:
    from workers.english.reader import Reading
    from workers.english.understood import Understood

_GAME: Final = re.compile(
    r"(?:un|de)?(?:scrambl|jumbl)\w*|rearrang\w*|anagrams?|scrabble|boggle|words with friends", re.IGNORECASE
)
_UNSCRAMBLE: Final = re.compile(
    r"\W*(?:(?:please|pls|can you|could you|help me) )*(?:un|de)(?:scrambl|jumbl)e "
    r"(?:(?:the|these|this|following|letters|word)\b:? )*[\"']?"
    r"(?!(?:the|this|these|following|letters?|words?|for|mean\w*|definition|synonyms?|antonyms?|puzzles?)\b)"
    r"(?P<letters>[a-z]{3,20})\b(?P<rest>.*)",
    re.IGNORECASE,
)


def as_game(reading: Reading, text: str) -> Reading:
    """Return the reading; of "unscramble ratbib, its an animal", that of the anagrams with a condition."""
    found = _UNSCRAMBLE.fullmatch(text)
    if found is None:
        return reading
    spans = {"term": [Span(found["letters"], *found.span("letters"))]}
    if found["rest"]:
        spans["condition"] = [Span(found["rest"], *found.span("rest"))]
    return replace(reading, command="anagram", spans=spans)


def is_of_scrabble(understood: Understood, text: str) -> bool:
    """Whether a question about a word is whether it counts in Scrabble, whose list is another."""
    return understood.command == "is_word" and _GAME.search(text) is not None
