"""WordNet's pointers: their symbols in wninput(5WN), and the symbols that each command follows."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from workers.wordnet.snapshot_file import ragged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from workers.wordnet.snapshot_file import Tables

# Every symbol of WordNet 3.0. The tables store a pointer as its symbol's place in this list.
SYMBOLS: Final = (
    "!", "@", "@i", "~", "~i", "#m", "#p", "#s", "%m", "%p", "%s", "=", "+",
    ";c", "-c", ";r", "-r", ";u", "-u", "*", ">", "^", "$", "&", "<", "\\",
)  # fmt: skip

CODES: Final = {symbol: code for code, symbol in enumerate(SYMBOLS)}


ANTONYM: Final = CODES["!"]
SIMILAR: Final = CODES["&"]
HYPERNYM: Final = CODES["@"]
INSTANCE_HYPERNYM: Final = CODES["@i"]

# Relation command → the codes that it follows for each sense of the word, in this order.
RELATIONS: Final[dict[str, tuple[int, ...]]] = {
    name: tuple(CODES[symbol] for symbol in symbols.split())
    for name, symbols in {
        "antonyms": "!",
        "hypernyms": "@",
        "hyponyms": "~",
        "instances": "~i @i",
        "holonyms": "#m #p #s",
        "meronyms": "%m %p %s",
        "entailments": "*",
        "causes": ">",
        "similar": "&",
        "also_see": "^",
        "derivations": "+",
        "pertainyms": "\\",
        "participles": "<",
        "attributes": "=",
        "domains": ";c -c ;r -r ;u -u",
        "verb_groups": "$",
    }.items()
}


class Pointers:
    """The pointers between synsets, or those between senses."""

    def __init__(self, tables: Mapping[str, memoryview], name: str, codes: str) -> None:
        self._targets, self._starts, self._codes = tables[name], tables[f"{name}_at"], tables[codes]

    def related(self, source: int, code: int) -> list[int]:
        """Return the targets to which `source` points with this relation's code, in the files' order."""
        start, end = self._starts[source], self._starts[source + 1]
        if start == end or code not in (codes := self._codes[start:end].tobytes()):  # few of hundreds have it
            return []
        return [self._targets[start + at] for at, each in enumerate(codes) if each == code]

    def from_each(self, sources: Iterable[int], code: int) -> Iterator[tuple[int, int]]:
        """Yield each of `sources` with each target to which it points with this relation's code."""
        targets, starts, codes = self._targets, self._starts, self._codes
        for source in sources:
            start, end = starts[source], starts[source + 1]
            if start < end and code in (own := codes[start:end].tobytes()):
                yield from ((source, targets[start + at]) for at, each in enumerate(own) if each == code)

    def targets(self, source: int) -> Sequence[int]:
        """Return the targets to which `source` points with any relation."""
        return self._targets[self._starts[source] : self._starts[source + 1]]

    def point_to(self, sources: Iterable[int], wanted: set[int]) -> bool:
        """Whether one of `sources` points to one of `wanted` with any relation; faster than to ask each."""
        targets, starts = self._targets, self._starts
        for source in sources:
            start, end = starts[source], starts[source + 1]
            if start < end and not wanted.isdisjoint(targets[start:end]):
                return True
        return False

    def codes(self, source: int) -> bytes:
        """Return the code of each pointer from `source`."""
        return self._codes[self._starts[source] : self._starts[source + 1]].tobytes()

    def pairs(self, code: int) -> Iterator[tuple[int, int]]:
        """Yield every pointer with this code, as its source and its target."""
        codes = bytes(self._codes)
        at = codes.find(code)
        while at >= 0:
            yield bisect_right(self._starts, at) - 1, self._targets[at]
            at = codes.find(code, at + 1)


def ways_up(parents: Sequence[Sequence[int]]) -> Tables:
    """Return the tables of all synsets above each synset, by the `parents` of each.

    way_of         by synset: the number of its row, which siblings share
    ways           ragged, by row: the synsets above, the nearest first
    way_steps      one byte a place in `ways`: the number of steps up to there
    """
    numbers: dict[tuple[int, ...], int] = {}
    way_of = array("H", (numbers.setdefault(tuple(row), len(numbers)) for row in parents))
    rows = []
    for nearest in numbers:
        found = dict.fromkeys(nearest, 1)
        level = list(nearest)
        while level:
            steps = found[level[0]] + 1
            level = list(dict.fromkeys(up for low in level for up in parents[low] if up not in found))
            found |= dict.fromkeys(level, steps)
        rows.append(found)
    return {
        "way_of": way_of,
        **ragged("ways", "I", [list(row) for row in rows]),
        "way_steps": bytes(steps for row in rows for steps in row.values()),
    }
