"""Finds names by their letters, length, syllables and part of speech, the commonest first.

letter_tables.py draws the index: a row of bits for each trait. A search combines whole rows with NumPy, which
takes a microsecond for each, and makes names of the bits that are left while its caller wants more.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain, takewhile
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy import bool_, uint8
    from numpy.typing import NDArray

_WORD_BITS: Final = 64  # bits are looked at by words, because nearly all of them are zero
_FIRST_WORDS: Final = 64  # of bits from which names are made at once …
_GROWTH: Final = 4  # … then so many times more
_MOST_HINTS: Final = 6  # of one condition; more of them leave out hardly any more names


class Traits(NamedTuple):
    """The traits (see letter_tables.py) that a name must have, must not have, or of which it needs one.

    Of the letters of each text in `once`, a name has a single one, and that once. Every wanted name has the
    `hints`, too, but some other name may be found with it.
    """

    every: Sequence[str] = ()
    none: Sequence[str] = ()
    one_of: Sequence[Sequence[str]] = ()
    hints: Sequence[Sequence[str]] = ()
    once: Sequence[str] = ()


def joined(each: Iterable[Traits]) -> Traits:
    """Return all these traits together."""
    return Traits(*(list(chain.from_iterable(field)) for field in zip(*each, strict=True)))


class LetterIndex:
    """The names of a lexicon by their traits; `names` has those of all its lemmas, by number."""

    def __init__(self, tables: Mapping[str, memoryview], traits: Mapping[str, int], names: str) -> None:
        import numpy as np  # noqa: PLC0415 (where the image builds the snapshot, there is no NumPy)

        self._names, self._names_at = names, tables["names_at"]
        self.ranked = tables["ranked_lemmas"]  # the numbers of all lemmas, the commonest first
        self._all_ranked, self._all_at = np.asarray(self.ranked), np.asarray(self._names_at)
        self._by_letters = tables["by_letters"]
        self._traits = traits
        row_bytes, words = -(-len(self.ranked) // 8), -(-len(self.ranked) // _WORD_BITS)
        self._rows = np.frombuffer(tables["letter_rows"], np.uint8).reshape(-1, row_bytes)
        every = np.arange(words * _WORD_BITS) < len(self.ranked)
        self._every: NDArray[uint8] = np.packbits(every, bitorder="little")

    def bits(self, flags: NDArray[bool_]) -> NDArray[uint8]:
        """Return the bits of the lemmas that have a flag, by rank."""
        import numpy as np  # noqa: PLC0415 (as above)

        found: NDArray[uint8] = np.zeros_like(self._every)
        found[: self._rows.shape[1]] = np.packbits(flags[self._all_ranked], bitorder="little")
        return found

    def names(self, wanted: Traits, *among: NDArray[uint8]) -> Iterator[str]:
        """Yield the names with these traits, the commonest first, or first those of the first of `among`."""
        bits = self._with(wanted)
        return chain.from_iterable(self._named(bits & each) for each in among) if among else self._named(bits)

    def among(self, lemmas: Sequence[int], wanted: Traits) -> list[int]:
        """Return those of `lemmas` whose names have these traits, in their order."""
        import numpy as np  # noqa: PLC0415 (as above)

        by_rank = np.unpackbits(self._with(wanted), bitorder="little", count=len(self.ranked))
        has_traits = np.zeros_like(by_rank)
        has_traits[self._all_ranked] = by_rank
        numbers = np.fromiter(lemmas, np.int64)
        found: list[int] = numbers[has_traits[numbers] > 0].tolist()
        return found

    def _named(self, flags: NDArray[uint8]) -> Iterator[str]:
        """Yield the names whose bit is set."""
        import numpy as np  # noqa: PLC0415 (as above)

        bits, names = flags.view(np.uint64), self._names
        words = (bits != 0).nonzero()[0]  # of truth values, which is several times as fast
        at, count = 0, _FIRST_WORDS
        while at < len(words):
            some = words[at : at + count]
            each = np.unpackbits(bits[some].view(np.uint8), bitorder="little")
            places = each.view(np.bool_).nonzero()[0]
            lemmas = self._all_ranked[some[places // _WORD_BITS] * _WORD_BITS + places % _WORD_BITS]
            starts, ends = self._all_at[lemmas], self._all_at[lemmas + 1] - 1
            for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
                yield names[start:end]
            at, count = at + count, count * _GROWTH

    def _with(self, wanted: Traits) -> NDArray[uint8]:
        """Return a bit for each name, by its rank, set if it has these traits."""
        import numpy as np  # noqa: PLC0415 (as above)

        numbers, rows, found = self._traits, self._rows, self._every.copy()
        bits = found[: rows.shape[1]]  # without those that only fill the last word
        try:
            rarest = [sorted({numbers[trait] for trait in group})[:_MOST_HINTS] for group in wanted.hints]
            every = {numbers[trait] for trait in wanted.every}.union(*rarest)
        except KeyError:
            return np.zeros_like(found)  # no name has such a trait
        for number in every:
            bits &= rows[number]
        for group in wanted.one_of:
            bits &= np.bitwise_or.reduce(rows[[numbers[trait] for trait in group if trait in numbers]])
        for trait in numbers.keys() & wanted.none:
            bits &= ~rows[numbers[trait]]
        for letters in wanted.once:
            bits &= self._with_one_of(letters)
        return found

    def _with_one_of(self, letters: str) -> NDArray[uint8]:
        """Return the bits of the names that have a single one of these letters, once."""
        some: NDArray[uint8] = self._rows[0] & 0
        more = some
        for letter in letters:
            for row in (self._rows[self._traits[f"{letter}{count}"]] for count in (1, 2)):
                more, some = more | (some & row), some | row
        return some & ~more

    def within(self, letters: Counter[str], blanks: int) -> NDArray[uint8]:
        """Return the bits of the names that need no letters but these, with `blanks` for any others.

        No trait says that a name has a third e, so some of them need more.
        """
        bits = self._every[: self._rows.shape[1]]
        lacking = [bits, *(bits & 0 for _ in range(blanks + 1))]  # at least so many letters
        for letter in ascii_lowercase:
            number = letters[letter] + 1
            while (row := self._traits.get(f"{letter}{number}")) is not None:
                for count in range(blanks, -1, -1):
                    lacking[count + 1] |= lacking[count] & self._rows[row]
                number += 1
        found = self._every.copy()
        found[: len(bits)] &= ~lacking[-1]
        return found

    def anagrams(self, letters: Iterable[str]) -> Iterator[str]:
        """Yield the names that consist of exactly these letters, the commonest first."""
        wanted, ranks = sorted(letters), self._by_letters
        first = bisect_left(ranks, wanted, key=lambda rank: sorted(self._name(rank)))
        names = map(self._name, ranks[first:])
        return takewhile(lambda name: sorted(name) == wanted, names)

    def _name(self, rank: int) -> str:
        lemma = self.ranked[rank]
        return self._names[self._names_at[lemma] : self._names_at[lemma + 1] - 1]
