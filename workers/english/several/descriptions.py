"""The descriptions in one question for several words: "what is a baby swan called, and a baby goat?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from workers.english.pieces import plain
from workers.english.term_finder import as_typed

if TYPE_CHECKING:
    from workers.english.understood import Understood

_JOINT: Final = re.compile(
    r"[,;:?.!]*\s+(?:and|or|plus)\s+|[;?]\s+|,\s+(?=(?:an?|the|some(?:one|body|thing)) )", re.IGNORECASE
)
# What a part asks with, around what it describes.
_ASKING: Final = re.compile(
    r"^(?:.*\b(?:what(?:'?s| is| are)|call|(?:words?|names?|terms?|nouns?|one) (?:for|of|meaning)) )?"
    r"(?:(?:also|then|maybe|and|for|what about|how about) )*",
    re.IGNORECASE,
)
_AT_END: Final = re.compile(
    r"(?:,? (?:(?:what|how) (?:is|are|do you call) (?:it|they|them|these|those|each|both)(?: called)?|called"
    r"|named|known as|please|pls|as well|too|also|then"
    r"|(?:it'?s|this is|for (?:my|our)) (?!.*\b(?:word|name|term|call)).*))+$",
    re.IGNORECASE,
)
_DESCRIBED: Final = re.compile(r"(?:an?|the|some(?:one|body|thing)|one|of) \S", re.IGNORECASE)
_ONE_OF_KIND: Final = re.compile(r"(an? [\w ]+) one")  # "a male one"
_LIKE_FIRST: Final = re.compile(r"(?:one )?((who|that|which|for|of|with|where)\b.*)")  # "of cats"


def each_described(asked: Understood, text: str) -> list[Understood]:
    """Return the question for the word of each description of a text, if it has several of the same kind.

    "Someone who lies and cheats" is one: its parts neither begin alike nor ask for themselves.
    """
    parts = [part.strip(" ?.!,;") for part in _JOINT.split(plain(text))]
    found: list[str] = []
    is_open = False
    for part in filter(None, parts):
        own = _AT_END.sub("", part)
        described = _ASKING.sub("", own)
        first = found[0] if found else ""
        is_alike = described.startswith("one ") or _begins(first, described)
        if not _DESCRIBED.match(described) and not first:
            continue  # "and so, what is …"
        if first and not (_DESCRIBED.match(described) and (is_alike or is_open or described != own)):
            return [asked]
        found.append(_completed(first, described))
        is_open = is_open or own != part  # "called" closes a description
    return [replace(asked, term=as_typed(each)) for each in found] if found[1:] else [asked]


def _begins(one: str, other: str) -> bool:
    """Whether two descriptions begin with the same words: "someone who", "a baby"."""
    return one.lower().split()[:2] == other.lower().split()[:2]


def _completed(first: str, other: str) -> str:
    """Return a description with the words that it shares with the first one.

    >>> _completed("a female fox", "a male one"), _completed("the fear of dogs", "of cats")
    ('a male fox', 'the fear of cats')
    """
    if like := _LIKE_FIRST.fullmatch(other):
        start, joint, _ = first.partition(f" {like[2]} ")
        return f"{start} {like[1]}" if joint else other
    return _ONE_OF_KIND.sub(rf"\1 {first.rpartition(' ')[2]}", other)
