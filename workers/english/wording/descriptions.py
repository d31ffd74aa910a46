"""The answer to a description in words: a guess, and never more certain than it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.english.wording.conditions import left_out, narrowed
from workers.english.wording.phrases import MOST_LISTED, ended, listed
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Match
    from workers.english.understood import Understood


def words_for(
    understood: Understood, description: str, matches: Sequence[Match], removed: Sequence[str]
) -> str:
    """Return the likeliest word with its meaning, and a few others; or the next ones of the list."""
    names, offset = [match.word for match in matches], understood.offset
    if offset:
        more = names[offset : offset + MOST_LISTED]
        return f"Or perhaps {listed(more, 'or')}." if more else "That was all I have."
    text = f"I find no word that means “{description}”. Try to describe it in other words."
    if matches:
        text = f"The word may be “{readable(names[0])}”: {ended(matches[0].definition)}"
    if len(names) > 1:
        text += f" Or perhaps {listed(names[1:MOST_LISTED], 'or')}."
    if understood.where:
        text = narrowed(text, understood.where, names, removed)
    return text + left_out(understood.unread)
