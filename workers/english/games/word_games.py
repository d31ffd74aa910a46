"""Questions of word games: words to make from letters, and whether one counts in Scrabble."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace

from shared.messages import Where
from workers.wordnet.names.capitals import is_name

if TYPE_CHECKING:
    from workers.english.understood import Understood
    from workers.wordnet.lexicon import Lexicon

SHORTEST: Final = 3  # letters of a word to make, unless the question names a number

_SCRABBLE: Final = re.compile(r"scrabble|boggle|words with friends", re.IGNORECASE)
_OF_GAMES: Final = frozenset(["anagram", "is_word", "pattern", "suggest"])
# With these words in a question, every letter counts.
_EVERY_LETTER: Final = re.compile(
    r"scrambl|jumbl|rearrang|anagram|\b(?:all (?:of )?(?:the|its|these|those|my|them|letters|\w+ letters)"
    r"|us(?:e|es|ed|ing) (?:all|every|each)|every letter|exactly)\b",
    re.IGNORECASE,
)
_NOT_EVERY: Final = re.compile(
    r"(?:\bnot|n't)(?: (?:have|need|necessarily|to|use|be|using))* (?:all|each|every)\b", re.IGNORECASE
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
    if _EVERY_LETTER.search(text) and not _NOT_EVERY.search(text):
        return understood
    most = sum(letter.isalpha() or letter == "?" for letter in term.shown)
    return replace(understood, where=replace(where, letters=where.letters or (min(SHORTEST, most), most)))


def without_names(
    lexicon: Lexicon, understood: Understood, found: list[Any], text: str
) -> tuple[Understood, list[Any]]:
    """Return the question without the condition that names do not count, and the words without names.

    In a game like Scrabble, neither names count nor abbreviations, numerals and words with signs.
    """
    unread = tuple(part for part in understood.unread if not _NO_NAMES.search(part))
    if is_of_scrabble(understood, text) and understood.command != "is_word":
        found = [name for name in found if name.isalpha() and not is_name(lexicon, name.lower())]
    if unread == understood.unread:
        return understood, found
    return replace(understood, unread=unread), [name for name in found if name.islower()]


def is_of_scrabble(understood: Understood, text: str) -> bool:
    """Whether a question is which words count in Scrabble, whose list is another."""
    return understood.command in _OF_GAMES and _SCRABBLE.search(text) is not None
