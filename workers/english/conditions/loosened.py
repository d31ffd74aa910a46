"""Conditions that no word meets, loosened: "the letters eqz" need not be together, nor words common."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from workers.commands.conditions.fields import MOST_PARTS
from workers.commands.conditions.word_filter import WordFilter

if TYPE_CHECKING:
    from shared.messages import Where
    from workers.wordnet.lexicon import Lexicon

COMMON: Final = "common"  # the name of the condition among those that no word meets
_NEED_NOT: Final = re.compile(
    r"\bletters\b(?!.*\b(?:together|in a row|in (?:that|this) order)\b)", re.IGNORECASE
)


def loosened(lexicon: Lexicon, where: Where, text: str) -> Where:
    """Return conditions as far as some word meets them: with letters apart, or without "common"."""
    parts = where.contains if isinstance(where.contains, tuple) else ()
    runs = [part for part in parts if len(part) > 1 and part.isalpha()] if _NEED_NOT.search(text) else []
    if not (runs or where.common) or _is_met(lexicon, where):
        return where
    each = chain(*(part if part in runs else [part] for part in parts))
    apart = replace(where, contains=tuple(dict.fromkeys(each))[:MOST_PARTS]) if runs else where
    if where.common and not _is_met(lexicon, apart):
        apart = replace(apart, common=None)
    return apart


def _is_met(lexicon: Lexicon, where: Where) -> bool:
    return any(True for _ in WordFilter(lexicon, where).words())
