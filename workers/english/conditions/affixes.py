"""Questions about words with a prefix or a suffix: "what does the prefix pre- mean, and a verb with it?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from shared.catalog import BY_NAME
from workers.english.conditions.expressions import REVERSING
from workers.english.wording.sentences import if_any

if TYPE_CHECKING:
    from shared.messages import Said
    from workers.english.understood import Understood

_AFFIX: Final = re.compile(
    r"\b(?:prefix|suffix)(?:es)?\s+(?P<affix>[\"'“]?-?[a-z]{2,6}\b-?)"
    rf"|\b(?:start|begin)\w*\s+(?:with|in)\s+[\"'“]?[a-z]{{2,5}}\b-?[\"'”]?\s+{REVERSING}",
    re.IGNORECASE,
)
_MEANS: Final = re.compile(r"\bmean(?:s|ing)?\b", re.IGNORECASE)


def of_affix(understood: Understood, text: str) -> Understood:
    """Return the question for the words with a prefix or suffix, if a text names one."""
    row = BY_NAME.get(understood.command)
    if row is None or not _AFFIX.search(text):
        return understood
    return replace(understood, command="pattern", term=None, confidence=1.0)


def affix_meant(understood: Understood, text: str) -> list[Said]:
    """Return the sentence that WordNet has no prefixes, if a text asks for the meaning of one."""
    found = _AFFIX.search(text) if understood.command == "pattern" and _MEANS.search(text) else None
    return if_any("note.affix", affix=found["affix"].strip("\"'“")) if found and found["affix"] else []
