"""Reads a query string into the message that a client would send over the socket. Pure: no I/O."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl

import msgspec

from shared import json_codec
from shared.errors import BadRequest
from shared.messages import Ask, MyMessage, Where

if TYPE_CHECKING:
    from shared.command import Command

MOST_PARAMETERS: Final = 40
# A number up to 100, or the fewest and the most.
COUNT_PATTERN: Final = "^(100|[1-9]?[0-9])(-(100|[1-9]?[0-9]))?$"
BOOLEANS: Final = {"true": True, "false": False}

_NAMES: Final = {field.name for field in msgspec.structs.fields(MyMessage)} - {"command", "where"}
_CONDITIONS: Final = {field.name for field in msgspec.structs.fields(Where)}
_CONDITION: Final = re.compile(r"where\[(\w+)\]")


def read_lookup(query: str, command: Command) -> dict[str, Any]:
    """Return the `my_message` of a request for `command`; raises BadRequest."""
    message: dict[str, Any] = {"command": command.name}
    where: dict[str, Any] = {}
    for name, value in _pairs(query):
        condition = _CONDITION.fullmatch(name)
        if condition and condition[1] in _CONDITIONS:
            _add_condition(where, condition[1], value)
        elif name in _NAMES:
            _add(message, name, value)
        else:
            known = ", ".join(sorted(_NAMES))
            raise BadRequest(f"There is no parameter `{name[:100]}`. There are {known} and `where[...]`.")
    if command.needs_word and "word" not in message:
        raise BadRequest("`word` is missing.")
    return message | ({"where": where} if where else {})


def read_question(query: str) -> dict[str, Any]:
    """Return the `ask` of a request; its context is JSON. Raises BadRequest."""
    message: dict[str, Any] = {}
    for name, value in _pairs(query):
        if name not in Ask.__struct_fields__:
            raise BadRequest(f"There is no parameter `{name[:100]}`. There are `text` and `context`.")
        _add(message, name, _json(value) if name == "context" else value)
    return message


def _pairs(query: str) -> list[tuple[str, str]]:
    try:
        # WSGI gives bytes as Latin 1.
        text = query.encode("latin-1").decode()
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MOST_PARAMETERS)
    except ValueError:
        raise BadRequest("The query is not UTF-8, or has too many parameters.") from None


def _add(message: dict[str, Any], name: str, value: Any) -> None:
    if name in message:
        raise BadRequest(f"`{name}` is given twice.")
    message[name] = value


def _add_condition(where: dict[str, Any], name: str, value: str) -> None:
    if name == "contains":
        where.setdefault(name, []).append(value)
    elif name in {"letters", "syllables"}:
        if not re.fullmatch(COUNT_PATTERN, value, re.ASCII) or value.endswith("\n"):
            raise BadRequest(f"`where[{name}]` must be a number up to 100, or two, like 4-6.")
        numbers = sorted(map(int, value.split("-")))
        _add(where, name, (numbers[0], numbers[-1]))
    elif name == "common":
        if value not in BOOLEANS:
            raise BadRequest("`where[common]` must be true or false.")
        _add(where, name, BOOLEANS[value])
    else:
        _add(where, name, value)


def _json(text: str) -> Any:
    try:
        return json_codec.loads(text)
    except ValueError:
        raise BadRequest("`context` is not JSON.") from None
