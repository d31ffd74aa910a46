"""The questions of one message: "is shrimp a crustacean, and what is the plural of it?"."""

from __future__ import annotations

import re
from typing import Final

from workers.english.pieces import plain

_VERB: Final = r"(?:is|are|was|were|do|does|did|can|could|should)"
_ASKING: Final = (
    r"(?:what(?:'?s| is| are| was| does| do| would)|how (?:do|does|is|are|many|would|to)|who(?:'s| is| was)"
    r"|define|(?:give|tell|show) me"
)
_OPENS: Final = re.compile(
    rf"{_ASKING}|{_VERB}|name|spell|(?:an?|the|another) (?:word|name|term) for)\b", re.IGNORECASE
)
# Between two of them. "Is used" goes on with a description, "is it used" asks, and "is it right?" is no more.
_JOINT: Final = re.compile(
    r"(?:[?.!]+[\"”]? +(?:(?:and|also|so),? )*|,? (?:and|plus|&) (?:also |then )?|, )"
    r"(?!is (?:it|that|this) (?:right|correct|true|so|ok(?:ay)?)[ ?.!]*$)"
    rf"(?={_ASKING}|{_VERB} (?:it|they|there|this|that|the|an?|[\w'-]+ (?:an?|the|also))"
    r"|(?:can|could|should) (?:i|you|we))\b)",
    re.IGNORECASE,
)
_MOST: Final = 3
_LONGEST: Final = 200  # characters; a longer text tells a story


def parts(text: str) -> list[str]:
    """Return the parts of `text` that each read as a question; none if it is a single one.

    >>> parts("define a ceiling and define a roof"), parts("a thing that is soft and is used to clean")
    (['define a ceiling', 'define a roof'], [])
    >>> parts("what's a whale, and is it a fish? Is a bat a bird?")
    ["what's a whale", 'is it a fish', 'Is a bat a bird?']
    """
    line = plain(text)
    found = _JOINT.split(line) if len(line) <= _LONGEST and _OPENS.match(line) else []
    is_in_quotes = any(part.count('"') % 2 or part.count("“") != part.count("”") for part in found)
    return found if 1 < len(found) <= _MOST and not is_in_quotes else []
