"""The answer to one question."""

from __future__ import annotations

import json
from typing import Any


class Answer(list[Any]):
    """The items of an answer as a list, and the whole reply of the server.

    >>> answer = Answer({"option": "lemmatizer", "word": "geese", "response": '["goose"]'})
    >>> answer
    ['goose']
    >>> answer.reply["word"]
    'geese'
    """

    def __init__(self, reply: dict[str, Any]) -> None:
        super().__init__(json.loads(reply["response"]))
        self.reply = reply

    @property
    def text(self) -> str | None:
        """The answer as a sentence for people, which the answer to `ask` has."""
        return self.reply.get("text")

    @property
    def suggestions(self) -> list[str]:
        """Words that the user may have meant or, from `ask`, questions to ask next."""
        suggestions: list[str] = self.reply.get("suggestions", [])
        return suggestions
