"""Reads a query string into the message that a client would send over the socket. Pure: no I/O."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote_plus

from shared import json_codec
from shared.errors import BadRequest
from shared.messages import Ask, MyMessage, Where

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

REPEATED: Final = "where[contains]"  # the only parameter that may be given twice
COUNT: Final = re.compile("(100|[1-9]?[0-9])(-(100|[1-9]?[0-9]))?")
OF_QUESTIONS: Final = Ask.__struct_fields__
OF_LOOKUPS: Final = (
    *(name for name in MyMessage.__struct_fields__ if name not in {"command", "where"}),
    *(f"where[{name}]" for name in Where.__struct_fields__),
)


def read_query(query: str, names: Sequence[str]) -> dict[str, Any]:
    """Return the message that a query spells with `names`; `where[...]` is a field of `where`.

    Raises BadRequest.
    """
    try:
        text = query.encode("latin-1").decode()  # WSGI gives bytes as Latin 1
        pairs = [unquote_plus(pair, errors="strict").partition("=") for pair in text.split("&") if pair]
    except ValueError:
        raise BadRequest("The query is not UTF-8.") from None
    message: dict[str, Any] = {}
    for name, _, given in pairs:
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


_A_COUNT: Final = (_count, "must be a number up to 100, or two, like 4-6")
# Parameters that are more than text: their reader, and the mistake that it finds.
_READERS: Final[dict[str, tuple[Callable[[str], Any], str]]] = {
    "where[letters]": _A_COUNT,
    "where[syllables]": _A_COUNT,
    "where[common]": ({"true": True, "false": False}.__getitem__, "must be true or false"),
    "context": (json_codec.loads, "is not JSON"),
}
