"""The questions of one message: "is shrimp a crustacean, and what is the plural of it?"."""

from __future__ import annotations

import re
from typing import Final

from workers.english.pieces import plain

_VERB: Final = r"(?:is|are|was|were|do|does|did|can|could|should)"
_ASKING: Final = (
    r"what(?:'?s| is| are| was| does| do| would| about| (?:else )?(?:can|could|should))"
    r"|(?:what|which) \w+ (?:is|are|does|do|can)|how (?:many|would|to|about|(?:\w+ )?(?:do|does|is|are))"
    r"|who(?:'s| is| was)|(?:where|when) (?:do|does|did|is|was)|define|(?:give|tell|show) me"
)
# "A word for fear of spiders" and "the plural of ox" ask, too; "a word that starts with k" goes on.
_WANTED: Final = (
    r"(?:i (?:need|want) |i(?:'d| would) like (?:to know )?)?(?:(?:an?|the|another|one) )?(?:[\w-]+ ){0,2}"
    r"(?:(?:word|noun|verb|adjective|name|term)s? (?:for|than)"
    r"|(?:plural|tense|form|comparative|superlative|synonym|opposite|meaning)s? (?:of|for))"
)
# A story or a greeting may stand in front.
_OPENS: Final = re.compile(
    rf"(?:.*[^\w\s] )?(?:{_ASKING}|{_VERB}|what|which|how|name|spell|{_WANTED})\b", re.IGNORECASE
)
# "Is used" goes on with a description, "is it used" asks, and "is it right?" is no more.
_ASKS: Final = (
    r"(?!is (?:it|that|this) (?:right|correct|true|so|ok(?:ay)?)[ ?.!]*$)"
    rf"(?:{_ASKING}|{_VERB} (?:it|they|there|this|that|the|(?:an? )?[\w'-]+ (?:an?|the|also))"
    rf"|(?:can|could|should) (?:i|you|we)|{_WANTED})\b"
)
# Behind a question mark, another question word asks, and so does "and loathe?".
_ASKS_ON: Final = r"(?:which|where|when|who|how|what)\b[^?]{1,60}\?$"
_ALONE: Final = r"(?:and|or) (?:(?:with|for|of|from|to|in|as|an?) )?[\"“]?[\w'-]+[\"”]?\?$"
# Between two of them.
_JOINT: Final = re.compile(
    rf"\?+[\"”]? +(?:(?={_ALONE})|(?:(?:and|also|so|if so|if not),? )*(?={_ASKS}|{_ASKS_ON}))"
    r"|,? and if (?:so|not),? (?=\w)"
    rf"|(?:[.!]+[\"”]? +(?:(?:and|also|so),? )*|,? (?:and|plus|&) (?:also |then )?|, )(?={_ASKS})",
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
    found: list[str] = []
    start = segment = 0
    for match in _JOINT.finditer(line) if len(line) <= _LONGEST else ():
        if found or _OPENS.match(line, segment, match.start()):  # else the question is still to come
            found.append(line[start : match.start()])
            start = match.end()
        segment = match.end()
    found.append(line[start:])
    is_in_quotes = any(part.count('"') % 2 or part.count("“") != part.count("”") for part in found)
    return found if 1 < len(found) <= _MOST and not is_in_quotes else []
