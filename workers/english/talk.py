"""Replies to small talk, and two replies as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from shared.messages import NOTHING, Reply
from workers.english.wording.small_talk import OPENERS, SAYINGS

if TYPE_CHECKING:
    from shared.messages import Context

UNKNOWN: Final = frozenset(["about_bot", "out_of_scope", "unclear"])  # the option of other topics


def joined(replies: list[Reply]) -> Reply:
    """Return the first reply, with the sentences of all and the second as `also`."""
    if len(replies) == 1:
        return replies[0]
    first, second = replies[0], replies[-1]
    text = " ".join(filter(None, (first.text, second.text)))
    also = msgspec.structs.replace(second, text=None, suggestions=None, context=None)
    return msgspec.structs.replace(first, text=text, also=also)


def said(command: str, context: Context) -> Reply:
    """Return the reply to small talk, which keeps the topic."""
    offers = list(context.offers or OPENERS)
    option = "unknown" if command in UNKNOWN else command
    return Reply(option, "", NOTHING, text=SAYINGS[command], suggestions=offers, context=context)
