"""The meanings in which examples have one of several forms: *hung* of flags, *hanged* of murderers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.commands.term import Term


class Shown(NamedTuple):
    """A form, and the first meaning with an example that has it rather than another."""

    word: str
    definition: str
    example: str


def form_examples(term: Term, words: Sequence[str]) -> list[Shown]:
    """Return where examples have each of `words`, forms of the term; empty if they show no difference.

    They show one if two of the words have examples, and no meaning has examples with both.
    """
    found: dict[str, Shown] = {}
    meanings: dict[str, set[int]] = {}
    for synset in term.meanings:
        for example in term.examples(synset):
            held = [word for word in words if re.search(rf"\b{re.escape(word)}\b", example, re.IGNORECASE)]
            if len(held) == 1:
                found.setdefault(held[0], Shown(held[0], term.definition(synset), example))
                meanings.setdefault(held[0], set()).add(synset)
    is_apart = len(set.union(set(), *meanings.values())) == sum(map(len, meanings.values()))
    return list(found.values()) if is_apart and len(found) > 1 else []
