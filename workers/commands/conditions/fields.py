"""The fields of a Where, to which the rules add one condition after the other."""

from __future__ import annotations

import operator
import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import asdict

from shared.messages import Where

if TYPE_CHECKING:
    from collections.abc import Callable

    Fields = dict[str, Any]  # of a Where; a number of letters or syllables is the fewest and the most

MOST: Final = 100  # letters or syllables that a condition can name
MOST_PARTS: Final = 10  # that `contains` may list (gateway/lookups/parsing.py)
_SEVERAL: Final = frozenset("!,")
_IN_MIDDLE: Final = re.compile(r"\?[a-z]\?").fullmatch


def put(fields: Fields, name: str, value: Any) -> bool:
    """Add a condition; return False if it is empty or contradicts the others.

    As in a Where, commas part alternatives, and a first "!" means none of them. Only one condition on a start
    or an end may have them; a second one becomes the pattern.
    """
    if value in ("", ("",)):
        return False
    if name in ("starts", "ends") and name in fields and not _SEVERAL.isdisjoint(fields[name] + value):
        if fields[name].startswith("!"):
            if value.startswith("!"):
                fields[name] += f",{value[1:]}"
                return True
            fields[name], value = value, fields[name]
        each = (f"{part}*" if name == "starts" else f"*{part}" for part in value.removeprefix("!").split(","))
        name, value = "pattern", "!" * value.startswith("!") + ",".join(each)
    if name in fields:
        value = _JOINED.get(name, _same)(fields[name], value)
    if value is not None:
        fields[name] = value
    return value is not None


def with_more(last: Where | None, more: Where) -> Where:
    """Return conditions with more of them, which replace those that they contradict."""
    fields = _fields(last or Where())
    for name, value in _fields(more).items():
        if not put(fields, name, value):
            fields[name] = value
    if "contains" in fields:
        fields["contains"] = tuple(dict.fromkeys(fields["contains"]))[-MOST_PARTS:]
    return where_of(fields) or more


def _fields(where: Where) -> Fields:
    fields = {name: value for name, value in asdict(where).items() if value is not None}
    counts = {name: (count, count) for name, count in fields.items() if type(count) is int}
    contains = {"contains": (where.contains,)} if isinstance(where.contains, str) else {}
    return fields | counts | contains


def where_of(fields: Fields) -> Where | None:
    """Return the conditions, None if there are none."""
    counts = {name: fields[name] for name in ("letters", "syllables") if name in fields}
    exact = {name: low for name, (low, high) in counts.items() if low == high}
    if exact.get("letters", 0) % 2 == 1:
        _place_middle(fields, exact["letters"] // 2)
    return Where(**fields | exact) if fields else None


def _place_middle(fields: Fields, before: int) -> None:
    """Give a letter in the middle of a word its place, with so many letters before it."""
    parts = fields.get("contains", ())
    middle = next(filter(_IN_MIDDLE, parts), "")
    if middle and put(fields, "starts", "?" * before + middle.strip("?")):
        fields["contains"] = tuple(part for part in parts if part != middle) or None


def _same(one: Any, other: Any) -> Any:
    return one if one == other else None


def _overlaid(one: str, other: str) -> str | None:
    """Return letters from a start on that fit both; `?` is any letter."""
    pairs = list(zip_longest(one, other, fillvalue="?"))
    fits = all("?" in pair or pair[0] == pair[1] for pair in pairs)
    return "".join(b if a == "?" else a for a, b in pairs) if fits else None


def _overlaid_at_end(one: str, other: str) -> str | None:
    both = _overlaid(one[::-1], other[::-1])
    return both and both[::-1]


def _narrowed(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int] | None:
    low, high = max(one[0], other[0]), min(one[1], other[1])
    return (low, high) if low <= high else None


_JOINED: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "starts": _overlaid,
    "ends": _overlaid_at_end,
    "contains": operator.add,
    "silent": operator.add,
    "without": lambda one, other: "".join(dict.fromkeys(one + other)),
    "letters": _narrowed,
    "syllables": _narrowed,
}
