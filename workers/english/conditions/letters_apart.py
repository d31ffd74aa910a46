"""Letters that a question writes together, though no word has them so: "words with the letters eqz"."""

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

_NEED_NOT: Final = re.compile(
    r"\bletters\b(?!.*\b(?:together|in a row|in (?:that|this) order)\b)", re.IGNORECASE
)


def with_letters_apart(lexicon: Lexicon, where: Where, text: str) -> Where:
    """Return conditions with letters apart if no word has them together: "contain the letters eqz"."""
    parts = where.contains if isinstance(where.contains, tuple) else ()
    runs = [part for part in parts if len(part) > 1 and part.isalpha()]
    if not (runs and _NEED_NOT.search(text)) or any(True for _ in WordFilter(lexicon, where).words()):
        return where
    each = chain(*(part if part in runs else [part] for part in parts))
    return replace(where, contains=tuple(dict.fromkeys(each))[:MOST_PARTS])
