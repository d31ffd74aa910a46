"""Questions of word games: words to make from letters, and whether one counts in Scrabble."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace

from shared.messages import Where

if TYPE_CHECKING:
    from workers.english.understood import Understood

SHORTEST: Final = 3  # letters of a word to make, unless the question names a number

_SCRABBLE: Final = re.compile(r"scrabble|boggle|words with friends", re.IGNORECASE)
# With these words in a question, every letter counts.
_EVERY_LETTER: Final = re.compile(
    r"scrambl|jumbl|rearrang|anagram|\b(?:all (?:of )?(?:the|its|these|those|my|letters|\w+ letters)"
    r"|us(?:e|es|ing) (?:all|every|each)|every letter|exactly)\b",
    re.IGNORECASE,
)
_SEVERAL_WORDS: Final = re.compile(
    r"\b(?:(?P<two>two|2)|three|3|four|4|several|multiple|multi)[ -](?:separate |short )?words?\b"
    r"|\b(?:sentence|phrases?)\b",
    re.IGNORECASE,
)
_NO_NAMES: Final = re.compile(
    r"\b(?:no|not|without|except|excluding|ignore|leave out|skip) (?:any )?(?:proper )?(?:names|nouns)\b",
    re.IGNORECASE,
)


def of_some_letters(understood: Understood, text: str) -> Understood:
    """Return the question; for words to make from letters, with their lengths: they need not use them all.

    Two words use them all; more than two are a condition that no rule reads.
    """
    term, where = understood.term, understood.where or Where()
    if understood.command != "anagram" or not term or understood.term2:
        return understood
    if found := _SEVERAL_WORDS.search(text):
        unread = tuple(part for part in understood.unread if "word" not in part and "phrase" not in part)
        if found["two"]:
            return replace(understood, where=replace(where, contains=("_",)), unread=unread)
        return replace(understood, unread=(*unread, found[0]))
    if _EVERY_LETTER.search(text):
        return understood
    most = sum(letter.isalpha() or letter == "?" for letter in term.shown)
    return replace(understood, where=replace(where, letters=where.letters or (min(SHORTEST, most), most)))


def without_names(understood: Understood, found: list[Any]) -> tuple[Understood, list[Any]]:
    """Return the question without the condition that names do not count, and the words without names."""
    unread = tuple(part for part in understood.unread if not _NO_NAMES.search(part))
    if unread == understood.unread:
        return understood, found
    return replace(understood, unread=unread), [name for name in found if name.islower()]


def is_of_scrabble(understood: Understood, text: str) -> bool:
    """Whether a question is which words count in Scrabble, whose list is another."""
    return understood.command in ("is_word", "anagram") and _SCRABBLE.search(text) is not None
