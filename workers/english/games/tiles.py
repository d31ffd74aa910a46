"""The letters of which words are to be made: "from A, E, L, P and one blank", "TRIAL and a blank tile".

The model sees some of the letters, or takes each of them for a condition.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from workers.english.conditions.expressions import NUMBERS, number_of
from workers.english.pieces import plain
from workers.english.reader import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.english.reader import Reading

_TILE: Final = r"(?:blank|wild ?card|joker)s?(?: (?:tile|letter)s?)?\b"
_LETTER: Final = rf"[\"']?(?<!\w)(?<!\w')[a-z](?!\w|'\w|\s+(?:single )?{_TILE})[\"']?"
# Atomic, because "and" and the signs between two letters part them in many ways.
_ROW: Final = re.compile(
    rf"{_LETTER}(?>(?:\s*[,/&+;]\s*|\s+)(?:(?:and|plus)\s+)?(?:{_LETTER}|\?(?=\s*[^?!.\s])))+", re.IGNORECASE
)
_SINGLE: Final = re.compile(r"(?<!\w)[a-z](?!\w)", re.IGNORECASE)
_JOINTS: Final = re.compile(r"\?|\w\w")
_BLANKS: Final = re.compile(
    rf"(?:\b(?:an?|and|plus|(?P<number>\d|{'|'.join(NUMBERS)})) |\+ ?)(?:single )?{_TILE}", re.IGNORECASE
)
_AROUND: Final = re.compile(
    r"^(?:(?:of|from|the|letters)\b\W*)+|(?:\W*\b(?:and|plus|with)\b)?\W*$", re.IGNORECASE
)
# In front of letters that are to be used, and of those that a word has among others.
_FROM: Final = re.compile(
    r"(?:\b(?:from|out of|tiles|rack)\b|\bletters ?[:=])(?:\W+(?:the|these|my|letters|tiles)\b)*\W*$",
    re.IGNORECASE,
)
_HAVING: Final = re.compile(
    r"(?<!\bi )(?<!\bwe )\b(?:contain|includ|ha[sv]|start|begin|end)\w*"
    r"(?:\W+(?:all|of|the|letters|with|in)\b)*\W*$",
    re.IGNORECASE,
)
# "Other words of R E A C T" are none of these letters in their own order.
_OTHER: Final = re.compile(r"\b(?:other|another) (?:[\w-]+ ){0,3}words?\b", re.IGNORECASE)
_MADE: Final = re.compile(
    r"\b(?:mak(?:e|ing)|made|form(?:ed)?|spel(?:l|t|led)|buil[dt]|play)\b|scrambl|jumbl|rearrang|anagram",
    re.IGNORECASE,
)
_FEWEST: Final = 3  # letters in a row, of which the model reads something else


def with_tiles(reading: Reading, text: str) -> Reading:
    """Return the reading; of words to make from a row of letters, or with blanks, that of their anagrams.

    Words that only contain some letters are no anagrams.
    """
    own, is_anagram = reading.span("term") or reading.span("description"), reading.command == "anagram"
    if not (is_anagram or reading.command == "pattern"):
        return reading
    line = plain(text)
    if is_anagram and own and _HAVING.search(line[: own.start]) and not _MADE.search(line):
        return replace(reading, command="pattern", spans={})  # "words that contain the letters ught"
    tiles = list(_BLANKS.finditer(line))
    rows = (row for row in _ROW.finditer(line) if (_is_own(row, own) if is_anagram else _is_rack(row, tiles)))
    row = next(rows, None)
    if row:
        own = Span(_letters(row[0], is_word=bool(_OTHER.search(line))), *row.span())
    if own is None or not (row or (tiles and is_anagram)):
        return reading
    typed = _AROUND.sub("", _BLANKS.sub("", own.text)) or own.text  # "of PLANETS and one blank tile"
    blanks = sum(number_of((found["number"] or "one").lower()) for found in tiles)
    blanks += row[0].count("?") if row else 0
    term = replace(own, text=f"{typed} + {'?' * blanks}") if blanks else own
    taken = [(own.start, own.end), *(found.span() for found in tiles)]
    conditions = reading.spans.get("condition", ())
    beside = [each for each in conditions if all(each.end <= at or end <= each.start for at, end in taken)]
    return replace(reading, command="anagram", spans={"term": [term], "condition": beside})


def _letters(row: str, *, is_word: bool) -> str:
    """Return a row of letters as it was typed, if it has nothing but these, or as one word."""
    singles = _SINGLE.findall(row)
    return "".join(singles) if is_word else ", ".join(singles) if _JOINTS.search(row) else row


def _is_own(row: re.Match[str], own: Span | None) -> bool:
    """Whether a row of letters is what the model sees a part of."""
    return own is None or (own.start < row.end() and row.start() < own.end)


def _is_rack(row: re.Match[str], tiles: Sequence[re.Match[str]]) -> bool:
    """Whether words are to be made from a row of letters, rather than to have them among others."""
    before = row.string[: row.start()]
    is_long = len(_SINGLE.findall(row[0])) >= _FEWEST
    is_used = _FROM.search(before) or ((tiles or _MADE.search(row.string)) and not _HAVING.search(before))
    return is_long and bool(is_used)
