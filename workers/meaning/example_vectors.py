"""The vectors of WordNet's examples of words with several meanings: one file, made by `make vectors`.

    model      SHA-256 of the encoder's file      wordnet    checksum of the lexicon
    examples   bytes, a row for each example      synsets    the synset of each, in ascending order

The bytes are those of UnitRows, of the start of each vector: its first values say most, and with 32 of them,
sentences are told apart as well as with all.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from workers.meaning.encoder import MODEL, Encoder
from workers.meaning.unit_rows import UnitRows, as_bytes
from workers.meaning.vectors import check, digest
from workers.wordnet.lexicon import POS_ORDER

if TYPE_CHECKING:
    from workers.meaning.network import Floats
    from workers.wordnet.lexicon import Lexicon

FILE: Final = Path(__file__).parents[2] / "models" / "examples.npz"
WIDTH: Final = 32  # values of a row


class ExampleVectors:
    """The vectors in memory."""

    def __init__(self, path: Path, lexicon: Lexicon, model: Path = MODEL) -> None:
        """Load the file; raises VectorsUnusable if it does not fit the network and the lexicon."""
        with np.load(path) as stored:
            check(stored, path, lexicon, model)
            self._examples = UnitRows(stored["examples"])
            self._synsets = stored["synsets"]

    def nearest(self, synset: int, query: Floats) -> float | None:
        """Return the similarity of a vector to the nearest example of `synset`; None without examples."""
        first, last = (int(self._synsets.searchsorted(number)) for number in (synset, synset + 1))
        if first == last:
            return None
        return float(self._examples.some_similarities(slice(first, last), query).max())


def write_examples(path: Path, lexicon: Lexicon, encoder: Encoder, model: Path = MODEL) -> None:
    """Encode the examples of each synset one of whose words has another meaning, into a new file."""
    texts = [
        (synset, example)
        for synset in range(lexicon.synset_count)
        if lexicon.examples(synset) and _is_ambiguous(lexicon, synset)
        for example in lexicon.examples(synset)
    ]
    rows = encoder.vectors([example for _, example in texts])[:, :WIDTH]
    np.savez_compressed(
        path,
        model=np.array(digest(model)),
        wordnet=np.array(lexicon.checksum, np.uint32),
        examples=as_bytes(rows),
        synsets=np.array([synset for synset, _ in texts], np.int32),
    )


@lru_cache(maxsize=1)
def example_vectors(lexicon: Lexicon) -> ExampleVectors:
    """Return the vectors, loaded at the first call (in a worker, before it forks)."""
    return ExampleVectors(FILE, lexicon)


def _is_ambiguous(lexicon: Lexicon, synset: int) -> bool:
    return any(
        sum(len(lexicon.entry(lexicon.number_of(word.lower()), pos)) for pos in POS_ORDER) > 1
        for word in lexicon.words(synset)
    )
