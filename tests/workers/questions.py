"""Asking as a worker is asked: one sentence, after what was understood before."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from shared.messages import Context, Lookup, Reply
from shared.names import ASK_EVENT
from workers.commands import answer

if TYPE_CHECKING:
    from workers.lexicon import Lexicon


def ask(lexicon: Lexicon, text: str, context: Context | None = None) -> Reply:
    """Return the reply to `text`."""
    return answer(lexicon, Lookup("key", "/", "sid", ASK_EVENT, text=text, context=context))


def found(reply: Reply) -> list[Any]:
    """Return the response of a reply, which is always a list."""
    response = json.loads(reply.response)
    assert isinstance(response, list)
    return response


class Chat:
    """One connection's questions: each follows what was understood before, as the gateway has it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._context: Context | None = None

    def ask(self, text: str) -> Reply:
        """Return the reply to `text`, and remember what it was about."""
        reply = ask(self._lexicon, text, self._context)
        self._context = reply.context or self._context
        return reply
