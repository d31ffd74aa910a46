"""Unit vectors, one a row, kept as bytes: a quarter of the memory, and as fast to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy import int8
    from numpy.typing import NDArray

    from workers.meaning.network import Floats

BLOCK: Final = 2048  # rows that are turned into floats together; they fit the processor's cache


class UnitRows:
    """The rows of a file, each a unit vector that was scaled so that its largest value is 127."""

    def __init__(self, stored: NDArray[int8]) -> None:
        self._stored = stored
        self._lengths: Floats = np.empty(len(stored), np.float32)
        for start in range(0, len(stored), BLOCK):
            block = stored[start : start + BLOCK].astype(np.float32)
            self._lengths[start : start + BLOCK] = np.linalg.norm(block, axis=1)

    def __len__(self) -> int:
        return len(self._stored)

    def row(self, number: int) -> Floats:
        """Return one row as a vector, of any length."""
        found: Floats = self._stored[number].astype(np.float32)
        return found

    def similarities(self, query: Floats) -> Floats:
        """Return the cosine of each row and a vector."""
        query = self._fitting(query)
        found: Floats = np.empty(len(self), np.float32)
        block: Floats = np.empty((BLOCK, self._stored.shape[1]), np.float32)
        for start in range(0, len(self), BLOCK):
            rows = self._stored[start : start + BLOCK]
            floats = block[: len(rows)]
            floats[:] = rows
            np.dot(floats, query, out=found[start : start + BLOCK])
        found /= self._lengths
        return found

    def some_similarities(self, numbers: Sequence[int] | slice, query: Floats) -> Floats:
        """Return the cosines of some rows and a vector."""
        found: Floats = self._stored[numbers] @ self._fitting(query)
        found /= self._lengths[numbers]
        return found

    def _fitting(self, query: Floats) -> Floats:
        """Return the values of a vector that the rows have too, the first ones, as a unit vector."""
        start = query[: self._stored.shape[1]]
        unit: Floats = start / (start @ start) ** 0.5
        return unit


def as_bytes(rows: Floats) -> NDArray[int8]:
    """Return vectors as a file keeps them: a byte a value, the largest of a row 127."""
    scaled: NDArray[int8] = np.round(rows * (127 / np.abs(rows).max(axis=1, keepdims=True))).astype(np.int8)
    return scaled
