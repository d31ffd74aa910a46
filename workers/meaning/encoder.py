"""The meanings of texts as vectors, by the one network of a process."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from workers.meaning.network import Network

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from workers.meaning.network import Floats

MODEL: Final = Path(__file__).parents[2] / "models" / "meaning.onnx"
VERSION: Final = "1"  # of the input, the output and the metadata
LONGEST: Final = 96  # pieces of a text; 300 characters of English are about 70
BATCH: Final = 32  # texts in one run of the network


class Encoder:
    """The network, loaded from its file into this process."""

    def __init__(self, path: Path) -> None:
        self._network = Network(path, VERSION)
        self._ahead: dict[str, Floats] = {}  # the vectors of the batch that is being answered

    def encode_ahead(self, texts: Collection[str]) -> None:
        """Encode the texts of a batch together, which costs less than one by one, for `vector` to return."""
        distinct = list(dict.fromkeys(texts))
        self._ahead = dict(zip(distinct, self.vectors(distinct), strict=True)) if distinct else {}

    def vector(self, text: str) -> Floats:
        """Return the unit vector of one text."""
        found = self._ahead.get(text)
        return self.vectors([text])[0] if found is None else found

    def vectors(self, texts: Sequence[str]) -> Floats:
        """Return a unit vector for each text, one a row; together they cost less than one by one."""
        rows = [self._pieces(text) for text in texts]
        order = sorted(range(len(rows)), key=lambda number: len(rows[number]))
        found = []
        for start in range(0, len(order), BATCH):
            numbers = [rows[number] for number in order[start : start + BATCH]]
            segments = [[0] * len(row) for row in numbers]
            found.append(self._network.run({"numbers": numbers, "segments": segments})["meaning"])
        vectors = np.concatenate(found)[np.argsort(order)]
        lengths: Floats = np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors / lengths

    def _pieces(self, text: str) -> list[int]:
        word_pieces = self._network.word_pieces
        numbers = [word_pieces.start]
        for word in word_pieces.words(text):
            numbers += word.pieces
        return [*numbers[: LONGEST - 1], word_pieces.separator]


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """Return the network, loaded at the first call (in a worker, before it forks)."""
    return Encoder(MODEL)
