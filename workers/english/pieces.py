# ruff: noqa: RUF001 (typographic quotes are meant)
"""A text in pieces: words with their places, and what its writer put in quotes.

text      what does “spill the beans” — roughly — mean?
pieces    what does | spill the beans | roughly | mean      (| where a name can't go on)
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from workers.commands.comparison.standing import is_spelt_alike
from workers.wordnet.correction.folding import PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable

_REACH: Final = 120  # characters on each side of a span in which a name can lie

# A piece ends at these signs, except for the comma of 10,000, and where Latin letters meet East Asian ones.
_ASIAN: Final = r"\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af"
_PIECE: Final = re.compile(
    rf"[{_ASIAN}]+|(?:[^\s\"“”„«»‹›`()\[\]{{}}<>,;:!?|…—*=~「」『』{_ASIAN}]|(?<=\d),(?=\d{{3}}))+"
)
# A piece is cut at these signs if WordNet lacks the whole: rise/raise.
_BETWEEN_CUTS: Final = re.compile(r"[^/&+\\]+")
# Longer quotations are sentences, with the term in them.
_QUOTES: Final = re.compile(
    r"""
      "([^"]{1,60})" | [“„]([^“”„"]{1,60})[”“"] | «([^«»]{1,60})» | ‹([^‹›]{1,60})› | `([^`]{1,60})`
    | \*{1,2}([^*]{1,60})\*{1,2} | [「『]([^「」『』]{1,60})[」』]
    | (?<![\w'])'(?=[^\s'])((?:[^']|'(?=\w)){2,60}?)(?<=[^\s])'(?!\w)
    """,
    re.VERBOSE,
)
# Between quotations of which the same is asked: "the plural of “ox” and of “deer”".
_BESIDE: Final = re.compile(r"(?:, |,? ?(?:and|or|also|plus|/) ?)(?:(?:one|of|for|in|from|to|as|the|an?) )*")
# Two words with the same one behind: "principal amount and principle amount".
_WITH_SAME: Final = re.compile(
    r"\b(?P<one>[\w'-]+) (?P<same>[a-z]+)(?P<between>[\"'”]?,? (?:or|and|vs\.?|versus|from) (?:an? |the )?"
    r"[\"'“]?)(?P<other>[\w'-]+) (?P=same)\b",
    re.IGNORECASE,
)
# Behind a question for a difference: "or do people just swap them", "or are they the same".
_REMARK: Final = re.compile(
    r"(?<=\w)[,;]? or (?:do|does|are|is|can|could|am|will|would|should|have)"
    r" (?:people|folks|they|it|i|we|you|there|both|those|these|that|this)\b[^,;:?!]*[ ?.!]*$",
    re.IGNORECASE,
)
_QUOTE_SIGNS: Final = re.compile(r"[\"“”„«»‹›`*「『']")


class Piece(Struct, frozen=True):
    """A word of a text, from its place `start` to before `end`.

    `joins` says whether only blanks part it from the piece before it.
    """

    text: str
    start: int
    end: int
    joins: bool


def plain(text: str) -> str:
    """Return `text` with plain apostrophes, hyphens and blanks, each at its old place."""
    return text.translate(PLAIN)


def without_same(text: str) -> str:
    """Return a text as the model reads it: without the same word behind two that are spelt alike.

    >>> without_same("stationary car or stationery car?"), without_same("old car or new car")
    ('stationary or stationery?', 'old car or new car')
    """
    return _WITH_SAME.sub(
        lambda found: (
            "".join(found.group("one", "between", "other"))
            if is_spelt_alike(found["one"], found["other"])
            else found[0]
        ),
        text,
    )


def without_remark(text: str) -> str:
    """Return a question for two words without its remark behind an "or" that joins no word.

    >>> without_remark("do shade and shadow differ or are they the same?"), without_remark("shade or shadow")
    ('do shade and shadow differ', 'shade or shadow')
    """
    return _REMARK.sub("", text)


def quoted(text: str) -> list[str]:
    """Return the parts of `text` in quotes, each once."""
    return list(dict.fromkeys(found[found.lastindex or 0] for found in _QUOTES.finditer(plain(text))))


def quoted_together(text: str) -> list[str]:
    """Return the parts of `text` in quotes, each once, if only an "and" or the like stands between them.

    >>> quoted_together('plural of "ox" and of "deer"'), quoted_together('"sheep" in the plural of "ox"')
    (['ox', 'deer'], [])
    """
    line = plain(text)
    marks = list(_QUOTES.finditer(line))
    gaps = (line[one.end() : other.start()] for one, other in pairwise(marks))
    return quoted(text) if marks[1:] and all(gap and _BESIDE.fullmatch(gap) for gap in gaps) else []


def pieces_around(line: str, start: int, end: int, is_name: Callable[[str], bool]) -> list[Piece]:
    """Return the pieces of a plain line that lie near the span from `start` to `end`.

    A piece such as "rise/raise" stays whole if `is_name` holds for it.
    """
    first, last = max(0, start - _REACH), min(len(line), end + _REACH)
    if first and not line[first - 1].isspace():
        first = next((at for at in range(first, start) if line[at].isspace()), start)
    found: list[Piece] = []
    for match in _PIECE.finditer(line, first, last):
        for part in (match,) if is_name(match[0]) else _BETWEEN_CUTS.finditer(line, *match.span()):
            if not part[0].isascii() or any(map(str.isalnum, part[0])):  # not a lone dash
                before = line[found[-1].end : part.start()] if found else "|"
                found.append(Piece(part[0], *part.span(), not before.strip()))
    return found


def set_apart(line: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the stretch in quotes that the span from `start` to `end` touches."""
    for match in _QUOTES.finditer(line) if _QUOTE_SIGNS.search(line) else ():
        at = match.span(match.lastindex or 0)
        if at[0] < end and start < at[1] and any(map(str.isalnum, match[match.lastindex or 0])):
            return at
    return None
