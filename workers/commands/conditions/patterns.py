"""Conditions on the spelling of a word, all as patterns with wildcards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shared.errors import BadRequest
from workers.wordnet.names.spelled import spelled
from workers.wordnet.names.wildcards import Wildcards

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from shared.messages import Where

    Alternatives = tuple[bool, Sequence[Wildcards]]  # whether one of them must match, or none may

MOST_ALTERNATIVES: Final = 8


def patterns_of(where: Where, pattern: str) -> Iterator[Alternatives]:
    """Yield all conditions on the spelling as patterns with wildcards.

    Commas part alternatives, and a first "!" leaves out the words that match: "!s,z" ends in neither.
    """
    contained = (where.contains,) if isinstance(where.contains, str) else where.contains or ()
    written = [
        ("", pattern, ""),
        ("", where.pattern, ""),
        ("", where.starts, "*"),
        ("*", where.ends, ""),
        *(("*", part, "*") for part in contained),
    ]
    for before, text, behind in written:
        if text:
            bare = text.lower().removeprefix("!")
            each = list(filter(None, map(str.strip, bare.split(",")))) if "," in bare else [bare]
            if len(each) > MOST_ALTERNATIVES:
                raise BadRequest(f"A condition has more than {MOST_ALTERNATIVES} alternatives.")
            if each:
                yield text[0] != "!", [Wildcards(f"{before}{spelled(part)}{behind}") for part in each if part]


def expression_of(patterns: Iterable[Alternatives]) -> str:
    """Return a regular expression for one pattern that a whole word must match; empty if there is none."""
    wanted = (alternatives for is_wanted, alternatives in patterns if is_wanted)
    return "|".join(f"(?:{each.expression})" for each in next(wanted, ()))
