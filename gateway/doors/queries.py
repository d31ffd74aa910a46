"""Reads a query string into the message that a client would send over the socket. Pure: no I/O."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl

from shared import json_codec
from shared.errors import BadRequest
from shared.messages import Ask, MyMessage, Where

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from shared.command import Command

MOST_PARAMETERS: Final = 40
REPEATED: Final = "where[contains]"  # the only parameter that may be given twice
COUNT: Final = re.compile("(100|[1-9]?[0-9])(-(100|[1-9]?[0-9]))?")


def read_lookup(query: str, command: Command) -> dict[str, Any]:
    """Return the `my_message` of a request for `command`; raises BadRequest."""
    message = {"command": command.name} | _read(query, _OF_LOOKUPS)
    if command.needs_word and "word" not in message:
        raise BadRequest("`word` is missing.")
    return message


def read_question(query: str) -> dict[str, Any]:
    """Return the `ask` of a request; its context is JSON. Raises BadRequest."""
    return _read(query, Ask.__struct_fields__)


def _read(query: str, names: Collection[str]) -> dict[str, Any]:
    """Return the parameters of a query, of which there are `names`; `where[...]` is a field of `where`."""
    try:
        # WSGI gives bytes as Latin 1.
        text = query.encode("latin-1").decode()
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MOST_PARAMETERS)
    except ValueError:
        raise BadRequest("The query is not UTF-8, or has too many parameters.") from None
    message: dict[str, Any] = {}
    for name, given in pairs:
        if name not in names:
            raise BadRequest(f"There is no parameter `{name[:100]}`. There are {', '.join(names)}.")
        read, mistake = _READERS.get(name, (str, ""))
        try:
            value = read(given)
        except (ValueError, KeyError):
            raise BadRequest(f"`{name}` {mistake}.") from None
        group, _, field = name.rstrip("]").partition("[")
        place = message.setdefault(group, {}) if field else message
        if name == REPEATED:
            place.setdefault(field, []).append(value)
        elif (field or name) in place:
            raise BadRequest(f"`{name}` is given twice.")
        else:
            place[field or name] = value
    return message


def _count(text: str) -> tuple[int, int]:
    if not COUNT.fullmatch(text):
        raise ValueError
    numbers = sorted(map(int, text.split("-")))
    return numbers[0], numbers[-1]


_OF_LOOKUPS: Final = (
    *(name for name in MyMessage.__struct_fields__ if name not in {"command", "where"}),
    *(f"where[{name}]" for name in Where.__struct_fields__),
)
_A_COUNT: Final = (_count, "must be a number up to 100, or two, like 4-6")
# Parameters that are more than text: their reader, and the mistake that it finds.
_READERS: Final[dict[str, tuple[Callable[[str], Any], str]]] = {
    "where[letters]": _A_COUNT,
    "where[syllables]": _A_COUNT,
    "where[common]": ({"true": True, "false": False}.__getitem__, "must be true or false"),
    "context": (json_codec.loads, "is not JSON"),
}
