"""Questions of word games: letters to unscramble, and whether a word counts in Scrabble."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from workers.english.reader import Span
from workers.english.term_runs import FRAME
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from workers.english.reader import Reading
    from workers.english.understood import Understood

# The commands whose word is hardly ever the name of a game, which the model takes for it: "unscramble plsae".
_OF_LETTERS: Final = frozenset(["anagram", "is_word"])
_GAME: Final = re.compile(
    r"(?:un|de)?(?:scrambl|jumbl)\w*|rearrang\w*|anagrams?|scrabble|boggle|words with friends", re.IGNORECASE
)
_WORDS: Final = re.compile(r"[\w'-]+")
_AROUND: Final = FRAME | word_set(
    "a the this these letters letter into up it as in of for if i my to play allow accept valid legal"
    " allowed make from game puzzle solve"
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


def played(reading: Reading, text: str) -> Span | None:
    """Return the span of the term; if that names a game, of the last word that is not about it."""
    span = reading.span("term")
    if not (span and reading.command in _OF_LETTERS and _GAME.fullmatch(span.text)):
        return span
    words = _WORDS.finditer(_GAME.sub(lambda game: " " * len(game[0]), text))
    others = [word for word in words if word[0].lower() not in _AROUND]
    return Span(others[-1][0], *others[-1].span()) if others else span


def is_of_scrabble(understood: Understood, text: str) -> bool:
    """Whether a question about a word is whether it counts in Scrabble, whose list is another."""
    return understood.command == "is_word" and _GAME.search(text) is not None
