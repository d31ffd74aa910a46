"""Regular expressions as patterns with wildcards: letters, `.`, `[abc]`, `.*`, `.+`, `.{3}`, `^` and `$`."""

from __future__ import annotations

import re
from itertools import product
from math import prod
from typing import Final

_ATOM: Final = re.compile(
    r"(?:(?P<any>\.|\\w)(?P<many>[*+]|)|\[(?P<each>[a-z]+)\]|(?P<one>[a-z'-]))(?:\{(?P<times>\d)\})?"
)


def patterns_of(expression: str, most: int) -> list[str]:
    """Return the patterns that together match as an expression does; none if unreadable, or more than `most`.

    >>> patterns_of("^x.*n$", 8), patterns_of("^[bc]at", 8), patterns_of("^(a|b)$", 8)
    (['x*n'], ['bat*', 'cat*'], [])
    """
    body = expression.removeprefix("^").removesuffix("$")
    is_whole = body == expression  # without anchors
    choices = [] if is_whole or expression.startswith("^") else [("*",)]
    at = 0
    while at < len(body):
        atom = _ATOM.match(body, at)
        if atom is None:
            return []
        wild = {"*": "*", "+": "?*"}.get(atom["many"] or "", "?")
        choices += [(wild,) if atom["any"] else tuple(atom["each"] or atom["one"])] * int(atom["times"] or 1)
        at = atom.end()
    choices += [] if is_whole or expression.endswith("$") else [("*",)]
    found = ["".join(each) for each in product(*choices)] if prod(map(len, choices)) <= most else []
    return [re.sub(r"\*+", "*", each) for each in found]
