"""WordNet's pointers: their symbols in wninput(5WN), and the symbols that each command follows."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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
        if start == end or code not in (codes := bytes(self._codes[start:end])):  # few of hundreds have it
            return []
        return [self._targets[start + at] for at, each in enumerate(codes) if each == code]

    def targets(self, source: int) -> Sequence[int]:
        """Return the targets to which `source` points with any relation."""
        return self._targets[self._starts[source] : self._starts[source + 1]]

    def codes(self, source: int) -> bytes:
        """Return the code of each pointer from `source`."""
        return bytes(self._codes[self._starts[source] : self._starts[source + 1]])

    def pairs(self, code: int) -> Iterator[tuple[int, int]]:
        """Yield every pointer with this code, as its source and its target."""
        codes = bytes(self._codes)
        at = codes.find(code)
        while at >= 0:
            yield bisect_right(self._starts, at) - 1, self._targets[at]
            at = codes.find(code, at + 1)
