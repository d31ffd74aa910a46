"""Commands and sentences, answered like in a worker."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from shared.messages import Context, Question, Reply
from shared.names import ASK_EVENT
from workers.answers import answer

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def look_up(
    lexicon: Lexicon,
    command: str,
    word: str = "",
    pos: str | None = None,
    word2: str | None = None,
    *,
    form: str | None = None,
) -> list[Any]:
    """Return the response to a command."""
    return found(answer(lexicon, Question(command, word, pos, word2, form=form)))


def look_up_one(
    lexicon: Lexicon, command: str, word: str, pos: str | None = None, word2: str | None = None
) -> dict[str, Any]:
    """Return the object of a response that is a list of one object."""
    one: dict[str, Any]
    [one] = look_up(lexicon, command, word, pos, word2)
    return one


def ask(lexicon: Lexicon, text: str, context: Context | None = None) -> Reply:
    """Return the reply to a sentence."""
    return answer(lexicon, Question(ASK_EVENT, text=text, context=context))


def found(reply: Reply) -> list[Any]:
    """Return the response of a reply, which is always a list."""
    response = json.loads(reply.response)
    assert isinstance(response, list)
    return response


class Chat:
    """The questions of one connection, each with the context of the last reply, as in the gateway."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._context: Context | None = None

    def ask(self, text: str) -> Reply:
        """Return the reply to `text`, and remember its context."""
        reply = ask(self._lexicon, text, self._context)
        self._context = reply.context or self._context
        return reply
