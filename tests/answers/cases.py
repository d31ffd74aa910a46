"""Cases: a question to the workers' code, and a check of the reply as a Python expression."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from shared import json_codec
from shared.messages import Context, Question
from shared.names import ASK_EVENT
from workers.answers import answer

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

FILE = Path(__file__).parents[1] / "data" / "answers.jsonl"


class Request(Struct, frozen=True):
    """The payload of `ask` or of `my_message`."""

    text: str | None = None
    context: Context | None = None
    command: str = ""
    word: str = ""
    pos: str | None = None
    word2: str | None = None


class Case(Struct, frozen=True):
    """One line of a file of cases.

    In `check`, `r` is the reply as a dictionary and `a` its decoded `response`. `why` is the right answer in
    words, often with the public report of a wrong one.
    """

    event: str
    request: Request
    check: str
    why: str = ""

    def __str__(self) -> str:
        asked = self.request.text or f"{self.request.command} {self.request.word} {self.request.word2 or ''}"
        return asked.strip()


def read(file: Path = FILE) -> list[Case]:
    """Return the cases in a file of JSON lines."""
    return [msgspec.json.decode(line, type=Case) for line in file.read_text("utf-8").splitlines() if line]


def reply_to(lexicon: Lexicon, case: Case) -> dict[str, Any]:
    """Return the reply as a client receives it."""
    asked = case.request
    command = ASK_EVENT if case.event == ASK_EVENT else asked.command
    question = Question(command, asked.word, asked.pos, asked.word2, asked.text, asked.context)
    reply: dict[str, Any] = msgspec.to_builtins(answer(lexicon, question))
    return reply


def is_right(case: Case, reply: dict[str, Any]) -> bool:
    """Whether the reply passes the check of the case; one without a needed field or item does not."""
    names = {"r": reply, "a": json_codec.loads(reply["response"])}
    try:
        return bool(eval(case.check, names))  # noqa: S307 (the cases are ours, or the developer's own)
    except (KeyError, IndexError, TypeError):
        return False
