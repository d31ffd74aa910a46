"""Finds names by their letters, length, syllables and part of speech, the commonest first.

letter_tables.py draws the index: rows of bits, and a summary of each row. The summaries leave out most blocks
of names. In the others, a search combines the rows, the rarest first, and stops when its caller has enough.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain, compress, count, takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

BLOCK_BYTES: Final = 64  # of a row, for 512 names
_FIRST_BLOCKS: Final = 16
_GROWTH: Final = 4  # times the blocks that were searched before
# Where so few names are left for each byte of a row, it is faster to look at the names than to read the row.
_FEW: Final = 1 / 350
_MOST_HINTS: Final = 6  # of one condition; more of them leave out hardly any more names
_WORD_BITS: Final = 64


def summary_bytes(row_bytes: int) -> int:
    """Return the number of bytes that a summary of a row takes."""
    return -(-row_bytes // BLOCK_BYTES // 8)


class Traits(NamedTuple):
    """The traits (see letter_tables.py) that a name must have, must not have, or of which it needs one.

    Every wanted name has the `hints`, too, but some other name may be found with it.
    """

    every: Sequence[str] = ()
    none: Sequence[str] = ()
    one_of: Sequence[Sequence[str]] = ()
    hints: Sequence[Sequence[str]] = ()


def joined(each: Iterable[Traits]) -> Traits:
    """Return all these traits together."""
    return Traits(*(list(chain.from_iterable(field)) for field in zip(*each, strict=True)))


class LetterIndex:
    """The names of a lexicon by their traits; `names` and `names_at` are those of its lemmas."""

    def __init__(self, tables: Mapping[str, memoryview], traits: Mapping[str, int]) -> None:
        self._names, self._names_at = tables["names"], tables["names_at"]
        self._lemmas, self._rows, self._summaries = (
            tables[name] for name in ("ranked_lemmas", "letter_rows", "letter_summaries")
        )
        self._by_letters = tables["by_letters"]
        self._traits = traits
        self._row_bytes = (len(self._lemmas) + 7) // 8
        self._summary_bytes = summary_bytes(self._row_bytes)

    @property
    def ranked(self) -> Sequence[int]:
        """The numbers of all lemmas, the commonest first."""
        return self._lemmas

    def names(self, wanted: Traits) -> Iterator[str]:
        """Yield the names with these traits, the commonest first."""
        numbers = self._traits
        if not numbers.keys() >= set(chain(wanted.every, *wanted.hints)):
            return  # no name has such a trait
        every = {numbers[trait] for trait in wanted.every}
        none = [numbers[trait] for trait in wanted.none if trait in numbers]
        groups = [[numbers[trait] for trait in group if trait in numbers] for group in wanted.one_of]
        hints = [sorted({numbers[trait] for trait in group}) for group in wanted.hints]
        blocks = self._blocks(every.union(*hints), none, groups)
        rarest = sorted(every.union(*(group[:_MOST_HINTS] for group in hints)))
        for at, end in _parts(blocks, self._row_bytes):
            bits = (1 << min(8 * end, len(self._lemmas)) - 8 * at) - 1
            for group in groups:
                bits &= self._with_any(group, at, end)
            bits, unread = self._with_all(bits, rarest, at, end)
            bits, unread_none = self._with_none(bits, none, at, end)
            if bits:
                yield from self._marked(bits, at, end, every.intersection(unread), unread_none)

    def anagrams(self, letters: Iterable[str]) -> Iterator[str]:
        """Yield the names that consist of exactly these letters, the commonest first."""
        wanted, ranks = sorted(letters), self._by_letters
        first = bisect_left(ranks, wanted, key=lambda rank: sorted(self._name(rank)))
        names = map(self._name, ranks[first:])
        return takewhile(lambda name: sorted(name) == wanted, names)

    def _name(self, rank: int) -> str:
        lemma = self._lemmas[rank]
        return str(self._names[self._names_at[lemma] : self._names_at[lemma + 1] - 1], "ascii")

    def _with_all(self, bits: int, numbers: list[int], at: int, end: int) -> tuple[int, list[int]]:
        """Return `bits` without those that a row lacks, and the rows that are not worth reading."""
        rows, row_bytes, few = self._rows, self._row_bytes, (end - at) * _FEW
        for place, number in enumerate(numbers):
            if bits.bit_count() <= few:
                return bits, numbers[place:]
            start = number * row_bytes
            bits &= int.from_bytes(rows[start + at : start + end], "little")
        return bits, []

    def _with_none(self, bits: int, numbers: list[int], at: int, end: int) -> tuple[int, list[int]]:
        """Return `bits` without those of any row, and the rows that are not worth reading."""
        for place, number in enumerate(numbers):
            if bits.bit_count() <= (end - at) * _FEW:
                return bits, numbers[place:]
            bits &= ~self._row(number, at, end)
        return bits, []

    def _blocks(self, every: Iterable[int], none: Iterable[int], groups: Iterable[Iterable[int]]) -> int:
        """Return the bits of the blocks in which a name may have the traits."""
        blocks = -1
        for row in every:
            blocks &= self._summary(2 * row)
        for row in none:
            blocks &= self._summary(2 * row + 1)
        for group in groups:
            any_of = 0
            for row in group:
                any_of |= self._summary(2 * row)
            blocks &= any_of
        return blocks & (1 << -(-self._row_bytes // BLOCK_BYTES)) - 1

    def _summary(self, number: int) -> int:
        start = number * self._summary_bytes
        return int.from_bytes(self._summaries[start : start + self._summary_bytes], "little")

    def _row(self, row: int, at: int, end: int) -> int:
        start = row * self._row_bytes
        return int.from_bytes(self._rows[start + at : start + end], "little")

    def _with_any(self, rows: list[int], at: int, end: int) -> int:
        bits = 0
        for row in rows:
            bits |= self._row(row, at, end)
        return bits

    def _marked(self, bits: int, at: int, end: int, every: Collection[int], none: list[int]) -> Iterator[str]:
        """Yield the names whose bits are set in `bits` and in all rows of `every`, and in none of `none`.

        By words of 64 bits, because nearly all of them are zero.
        """
        names, names_at, lemmas = self._names, self._names_at, self._lemmas
        is_read = not (every or none)
        words = memoryview(bits.to_bytes(end - at + (at - end) % 8, "little")).cast("Q")
        begins = compress(count(8 * at - 1, _WORD_BITS), words)
        for begin, word in zip(begins, filter(None, words), strict=True):
            left = word
            while left:
                lowest = left & -left
                left ^= lowest
                rank = begin + lowest.bit_length()
                if is_read or self._has(rank, every, none):
                    lemma = lemmas[rank]
                    yield str(names[names_at[lemma] : names_at[lemma + 1] - 1], "ascii")

    def _has(self, rank: int, every: Collection[int], none: list[int]) -> bool:
        byte, bit = rank >> 3, 1 << (rank & 7)
        rows, row_bytes = self._rows, self._row_bytes
        return all(rows[row * row_bytes + byte] & bit for row in every) and not any(
            rows[row * row_bytes + byte] & bit for row in none
        )


def _parts(blocks: int, row_bytes: int) -> Iterator[tuple[int, int]]:
    """Yield the beginnings and ends of parts of a row, with the blocks that are set, in order.

    The first parts are small, because they may have enough names; later ones grow. A part reaches over a few
    blocks that are not set, because one part takes less time than two.
    """
    last = -1 << blocks.bit_length()
    for gap in (1, 2, 4):
        blocks |= blocks << gap & ~last
    while blocks:
        start = (blocks & -blocks).bit_length() - 1
        first_clear = ((blocks >> start) + 1 & ~(blocks >> start)).bit_length() - 1
        size = min(first_clear, max(_FIRST_BLOCKS, _GROWTH * start))
        blocks &= -1 << start + size
        yield start * BLOCK_BYTES, min((start + size) * BLOCK_BYTES, row_bytes)
