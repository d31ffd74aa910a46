"""Parts of sentences: enumerations, articles, counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from shared.catalog import POS_NAMES
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_LISTED: Final = 6  # words in a sentence; all of them are in the response
_SOUNDS_LIKE_YOU: Final = re.compile(r"u[bcfkqst][aeiou]|uni(?!n|m)|eu|ewe|one\b|once\b|ouija")
_SILENT_H: Final = re.compile(r"hour|heir|honest|hono")


def listed(names: Sequence[str], last: str = "and") -> str:
    """Return names as an enumeration in a sentence.

    >>> listed(["glad", "well_chosen", "felicitous"])
    'glad, well chosen and felicitous'
    """
    words = list(map(readable, names))
    if len(words) < 2:  # noqa: PLR2004 (one word needs no "or")
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def some_of(names: Sequence[str], most: int = MOST_LISTED) -> str:
    """Return an enumeration of the first few names, and the number of the others."""
    if len(names) <= most:
        return listed(names)
    return f"{', '.join(names[:most]).replace('_', ' ')} and {len(names) - most} more"


def capital(text: str) -> str:
    """Return `text` with a capital first letter."""
    return text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """Return `text` with a full stop at its end, if it has none: a gloss may end with "etc."."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def plain_name(pos: str) -> str:
    """Return the name of a part of speech; a satellite adjective is an adjective to everyone but WordNet."""
    return POS_NAMES["a" if pos == "s" else pos]


def with_article(pos: str) -> str:
    """Return the name of a part of speech with its article: "an adjective"."""
    return with_a(plain_name(pos))


def with_a(noun: str) -> str:
    """Return a noun with its article, by its first letter.

    >>> with_a("octopus"), with_a("unicorn"), with_a("hour")
    ('an octopus', 'a unicorn', 'an hour')
    """
    lower = noun.lower()
    is_vowel = lower[:1] in "aeiou" and not _SOUNDS_LIKE_YOU.match(lower)
    return f"an {noun}" if is_vowel or _SILENT_H.match(lower) else f"a {noun}"


def quoted(text: str) -> str:
    """Return `text` in quotation marks."""
    return f"“{text}”"


def arrows(names: Sequence[str]) -> str:
    """Return a way through several names.

    >>> arrows(["lion", "big_cat", "cat"])
    'lion → big cat → cat'
    """
    return " → ".join(map(readable, names))


def counted(count: int, noun: str) -> str:
    """Return a number of things: "one syllable", "2 syllables"."""
    return f"one {noun}" if count == 1 else f"{count} {noun}s"
