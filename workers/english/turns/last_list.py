"""Conditions alone, which are further ones on the last list: "starting with h", "shorter", "too fancy"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from shared.catalog import BY_NAME
from shared.messages import Where
from workers.commands.conditions.fields import MOST, with_more
from workers.english.conditions.parser import read_conditions
from workers.english.conditions.question import OF_WORDS
from workers.wordnet.names.wildcards import letter_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Context
    from workers.english.understood import Understood

_OF_SHOWN: Final = re.compile(r"\b(?:too [a-z-]+|(?:short|long)(?:er|est))\b")  # "too fancy", "shorter"
# In what words are compared, apart from their use.
_SUPERLATIVE: Final = re.compile(
    r"\b(?:(?:more|most|less|least) (?!common|us(?:ed|ual)|popular|frequent)[\w-]+|(?!rarest)[a-z]{3,}est)\b"
)


def on_last_list(understood: Understood, text: str, last: Context) -> Understood:
    """Return conditions alone as further ones on the last list: "starting with h"."""
    row, term, where, unread = BY_NAME.get(last.command), understood.term, understood.where, understood.unread
    if understood.command == "suggest" and term:
        where, term = Where(starts=term.shown), None
    is_alone = term is None and understood.command in {"pattern", "suggest", "complaint", last.command}
    if not (row and row.is_list) or term or OF_WORDS.search(text):
        return understood
    match = _OF_SHOWN.search(text)
    length = _of_length(match[0], last.shown) if match else None
    if match and (is_alone or length or match[0] == text.rstrip(" .!")):
        found = read_conditions(text, row.name, spans=[match.span()])
        where, unread = length or found.where, () if length else found.unread
    elif understood.command == "usage":
        return replace(understood, unread=tuple(_SUPERLATIVE.findall(text)))
    elif not (is_alone and where):
        return understood
    where = with_more(last.where, where) if where else last.where
    return replace(understood, command=last.command, term=None, where=where, unread=unread, confidence=1.0)


def _of_length(said: str, shown: Sequence[str]) -> Where | None:
    """Return the condition of "shorter", "too long" or "the longest", by the middle or the end of a list."""
    sizes = sorted(map(letter_count, shown))
    if not sizes or not re.search("long|short", said):
        return None
    middle, is_most = sizes[len(sizes) // 2], said.endswith("est")
    if said.startswith("short") or said == "too long":
        return Where(letters=(1, sizes[0] if is_most else max(middle - 1, 1)))
    return Where(letters=(sizes[-1] if is_most else middle + 1, MOST))
