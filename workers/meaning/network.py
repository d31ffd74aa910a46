"""A trained network in one ONNX file, with its vocabulary and its version.

Only this file names ONNX Runtime.
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from workers.meaning.word_pieces import WordPieces

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy import floating, int64
    from numpy.typing import NDArray

    Floats = NDArray[floating[Any]]
    Integers = NDArray[int64]


class Network:
    """One network, loaded from its file into this process. `metadata` are the file's properties."""

    def __init__(self, path: Path, version: str) -> None:
        """Load the file; raises ValueError if it is of another version."""
        # Since 1.29 it would tell its makers about each process, from threads that no fork survives.
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"
        import onnxruntime  # noqa: PLC0415 (20 MB, which a worker for lookups only need not pay)

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # a process is one core
        options.enable_cpu_mem_arena = False  # the arena would keep the memory of the longest batch
        self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self.metadata: dict[str, str] = self._session.get_modelmeta().custom_metadata_map
        if self.metadata["version"] != version:
            raise ValueError(
                f"{path} has version {self.metadata['version']}, not {version}; check its file out again"
            )
        self.word_pieces = _word_pieces(self.metadata["vocabulary"])
        self._outputs = [output.name for output in self._session.get_outputs()]

    def run(self, inputs: Mapping[str, Sequence[Sequence[int]]]) -> dict[str, Floats]:
        """Return each output for rows of numbers, which may differ in length."""
        return dict(
            zip(
                self._outputs,
                self._session.run(self._outputs, {name: _padded(rows) for name, rows in inputs.items()}),
                strict=True,
            )
        )


@lru_cache(maxsize=2)
def _word_pieces(vocabulary: str) -> WordPieces:
    """Return the vocabulary, which several networks can share."""
    return WordPieces(vocabulary.split("\n"))


def _padded(rows: Sequence[Sequence[int]]) -> Integers:
    numbers = np.zeros((len(rows), max(map(len, rows))), np.int64)  # 0 is [PAD]
    for place, row in enumerate(rows):
        numbers[place, : len(row)] = row
    return numbers
