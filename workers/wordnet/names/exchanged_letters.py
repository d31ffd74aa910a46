"""The letters that British, American and older spellings of a word exchange: colour, color."""

from __future__ import annotations

import re
from typing import Final

# Letters → one of those that are exchanged, in this order.
_EXCHANGED: Final = tuple(
    (re.compile(letters), one)
    for letters, one in (
        (r"[ao]e", "e"),
        (r"our(?=$|s$|ed|ing|[ai]bl|ful|less|ite|y$)", "or"),
        (r"(?<=[^aeiou])re$", "er"),
        (r"(?<=[iy])z(?=[eia])", "s"),
        (r"c(?=ed|es?$|ing)", "s"),
        (r"(?<=[aeiou])ll(?=e[dr]|ing)", "l"),
        (r"ogue$", "og"),
        (r"ll(?=ful|ment|$)", "l"),
    )
)


def folded(name: str) -> str:
    """Return the same letters for all spellings of a word, in lower case.

    >>> folded("haemorrhage") == folded("hemorrhage"), folded("colour") == folded("color")
    (True, True)
    """
    for letters, one in _EXCHANGED:
        name = letters.sub(one, name)
    return name
