# ruff: noqa: RUF001 (typographic quotes are meant)
"""A typed sentence as tokens: what was typed, and the canonical word that the rules read.

typed       what's a synonim 4 "hot dog"?
canonical   what be a synonym for "0 |
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from workers.frame_words import BEFORE_SHORT_IS, FORMS, OF_GREETINGS, TELLING
from workers.text_speak import unclipped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Characters of a question; the gateway refuses longer ones. Compatibility forms may grow, so it is cut again.
LONGEST: Final = 300

# Letters of a misspelt frame word, and up to where one counts as short, from where on as long.
_SHORTEST_MISSPELT: Final = 4
_SHORT_WORD: Final = 6
_LONG_WORD: Final = 8
_LONGEST_MISSPELT: Final = 16

BREAK: Final = "|"
QUOTE_MARK: Final = '"'

_TOKEN = re.compile(
    r"""
      (?P<short_and>(?<=\s)['’]n['’](?=\s))
    | "(?P<q1>[^"]{1,100})" | “(?P<q2>[^“”"]{1,100})["”] | „(?P<q3>[^„“”"]{1,100})[“”"]
    | «(?P<q4>[^«»]{1,100})» | ‹(?P<q5>[^‹›]{1,100})› | `(?P<q6>[^`]{1,100})`
    | (?<!\w)‘(?P<q7>[^‘]{1,100}?)’(?!\w) | (?<![\w'])'(?P<q8>[^'\s](?:[^']|'(?=\w)){0,99}?)'(?!\w)
    | \*{1,2}(?P<q9>[^*]{1,100})\*{1,2} | [「『](?P<q10>[^「」『』]{1,100})[」』]
    | (?P<possessive>(?<=\w)['’]s(?!\w))
    | (?P<word>(?:[^\W\d_]\.){2,} | \w+(?:(?:['’]|-+|[.&+/](?=\w))(?!['’]?s\b)\w+|['’]s\w+|['’]-\w+|-'|-)*\w*)
    | (?P<joiner>[&+/](?=\s*\w)(?<=[\w\s][&+/]))
    | (?P<break>[^\w\s])
    """,
    re.VERBOSE,
)
_SLASHED = re.compile(r"(?<=[^\W\d_])/(?=[^\W\d_])")
_SHORT_WITH = re.compile(r"(?<!\S)w/(?=\s*\w)(?!o\b)", re.IGNORECASE)
_REPEATS = re.compile(r"(\w)\1{2,}")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufe0f]")


class Token(Struct, frozen=True):
    """One word, quotation or break, as typed and as the rules read it."""

    typed: str
    canonical: str
    quoted: bool = False


class Sentence:
    """Tokens, and their canonical text: each word followed by a blank, so that rules find whole words."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = list(tokens)
        self._starts: list[int] = []
        parts, length = [], 0
        for token in self.tokens:
            self._starts.append(length)
            parts.append(token.canonical + " ")
            length += len(token.canonical) + 1
        self.canonical = "".join(parts)
        self.words = frozenset(self.canonical.split())

    def between(self, start: int, end: int) -> list[Token]:
        """Return the tokens that the canonical text has from offset `start` to `end`."""
        return self.tokens[bisect_right(self._starts, start) - 1 : bisect_left(self._starts, end)]

    def index_at(self, offset: int) -> int:
        """Return the index of the token that begins at `offset` of the canonical text, or after it."""
        return bisect_left(self._starts, offset)

    def without(self, start: int, end: int) -> Sentence:
        """Return the sentence less the tokens between two offsets of the canonical text."""
        return Sentence(trimmed(self.tokens[: self.index_at(start)] + self.tokens[self.index_at(end) :]))


def trimmed(tokens: Sequence[Token]) -> list[Token]:
    """Return `tokens` with no break at either end, nor two in a row."""
    kept: list[Token] = []
    for token in tokens:
        if token.canonical == BREAK and (not kept or kept[-1].canonical == BREAK):
            continue
        kept.append(token)
    if kept and kept[-1].canonical == BREAK:
        kept.pop()
    return kept


def read_sentence(text: str, is_word: Callable[[str], bool]) -> Sentence:
    """Return `text` as a Sentence; a word that `is_word` is never taken for a misspelt frame word."""
    text = tidied(text)
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "break"
        typed = match[kind].strip() if kind.startswith("q") else match[0]
        if kind.startswith("q"):
            if typed:
                tokens.append(Token(typed, f"{QUOTE_MARK}{len(tokens)}", quoted=True))
        elif kind == "possessive":
            after_what = bool(tokens) and tokens[-1].canonical in BEFORE_SHORT_IS
            tokens.append(Token(typed, "be" if after_what else "'s"))
        elif kind in ("word", "short_and"):
            tokens.append(Token(typed, canonical_word(typed, is_word)))
        elif kind == "joiner":
            tokens.append(Token(typed, FORMS.get(typed, BREAK)))
        else:
            tokens.append(Token(typed, BREAK))
    tokens = _with_compounds(_unclipped(trimmed(tokens)))
    if len(tokens) == 1 and tokens[0].quoted and " " in tokens[0].typed:
        # All of it stands in quotes: a question pasted with them, or a term of several words.
        return read_sentence(re.sub(r'["“”„«»‹›`‘’「」『』*]', " ", tokens[0].typed), is_word)
    return Sentence(tokens)


def _unclipped(tokens: list[Token]) -> list[Token]:
    """Return `tokens` with text-speak read as the frame words that it stands for."""
    plain = unclipped([token.canonical for token in tokens])
    return [
        token if word == token.canonical else Token(token.typed, word)
        for token, word in zip(tokens, plain, strict=True)
    ]


def _with_compounds(tokens: list[Token]) -> list[Token]:
    """Return `tokens` with "part of speech" as one: it is no part of anything."""
    merged: list[Token] = []
    for token in tokens:
        merged.append(token)
        if [part.canonical for part in merged[-3:]] == ["part", "of", "speech"]:
            merged[-3:] = [Token(" ".join(part.typed for part in merged[-3:]), "part_of_speech")]
    return merged


def plain(text: str) -> str:
    """Return `text` with compatibility forms, invisible characters and blanks made plain, cut to size."""
    text = unicodedata.normalize("NFKC", text[:LONGEST])[:LONGEST]
    return " ".join(_INVISIBLE.sub("", text).split())


def tidied(text: str) -> str:
    """Return `text` made plain, and its slashes as words or apart from them."""
    text = _SHORT_WITH.sub("with ", plain(text))
    text = _SLASHED.sub(" / ", text)
    return " ".join(text.split())


def canonical_word(typed: str, is_word: Callable[[str], bool]) -> str:
    """Return the word that the rules read for `typed`: a frame word, or the word itself without case.

    >>> canonical_word("Synonims", lambda word: False)
    'synonym'
    """
    word = typed.casefold().replace("’", "'")
    if word in FORMS:
        return FORMS[word]
    if word == BREAK or not word.isascii():
        return word.replace(BREAK, "")
    if is_word(word):
        return word
    squeezed = _REPEATS.sub(r"\1", word)
    if squeezed != word:
        return FORMS.get(squeezed, squeezed)
    return nearest_frame_word(word) or word


@lru_cache(maxsize=1)
def _frame_words_by_deletion() -> dict[str, list[str]]:
    """Return what remains of each telling word when up to two letters are left out → those words."""
    table: dict[str, list[str]] = {}
    for word in (*TELLING, *OF_GREETINGS):
        for left in _deletions(word, _typos_allowed(len(word))):
            table.setdefault(left, []).append(word)
    return table


def _deletions(word: str, number: int) -> set[str]:
    found = {word}
    fresh = {word}
    for _ in range(number):
        fresh = {left[:i] + left[i + 1 :] for left in fresh for i in range(len(left))}
        found |= fresh
    return found


def _typos_allowed(length: int) -> int:
    if length < _SHORTEST_MISSPELT:
        return 0
    return 1 if length < _LONG_WORD else 2


def nearest_frame_word(word: str) -> str | None:
    """Return the canonical form of the frame word that `word` misspells, or None."""
    if not _SHORTEST_MISSPELT <= len(word) <= _LONGEST_MISSPELT or not word.isalpha():
        return None
    allowed = _typos_allowed(len(word))
    table = _frame_words_by_deletion()
    best: tuple[int, int, str] | None = None
    for left in _deletions(word, allowed):
        for candidate in table.get(left, ()):
            cost = typos(word, candidate)
            # A short word with another first letter is more likely another word.
            if cost > allowed or (len(word) < _SHORT_WORD and word[0] != candidate[0]):
                continue
            # A letter is left out more often than put in.
            rank = (cost, -len(candidate), candidate)
            if best is None or rank < best:
                best = rank
    return TELLING.get(best[2], best[2]) if best else None


def typos(typed: str, meant: str) -> int:
    """Return how many letters were left out, put in, mistaken or swapped (optimal string alignment).

    >>> typos("exmaple", "example")
    1
    """
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, a in enumerate(typed, 1):
        two_before, before, row = before, row, [i]
        for j, b in enumerate(meant, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == meant[j - 2] and b == typed[i - 2]:
                cost = min(cost, two_before[j - 2] + 1)
            row.append(cost)
    return row[-1]
