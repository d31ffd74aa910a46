"""The vectors of all synsets, and of words as people describe them: one file, made by `make vectors`.

    model        SHA-256 of the encoder's file     wordnet    checksum of the lexicon
    synsets      bytes, a row for each synset      described  bytes, a row for each description
    lemmas       the lemma of each description

The bytes are those of UnitRows.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from workers.meaning.encoder import MODEL, Encoder
from workers.meaning.unit_rows import UnitRows, as_bytes
from workers.wordnet.lexicon import POS_ORDER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workers.meaning.network import Floats
    from workers.wordnet.lexicon import Lexicon

FILE: Final = Path(__file__).parents[2] / "models" / "meaning.npz"
# The share of its word's meaning that the vector of a description gets: each person says another side of it.
MEANING: Final = 0.3


class VectorsUnusable(Exception):
    """The file was made for another network or another WordNet."""


class Vectors:
    """The vectors in memory: `synsets` in the lexicon's order, `described` as `lemmas`."""

    def __init__(self, path: Path, lexicon: Lexicon, model: Path = MODEL) -> None:
        """Load the file; raises VectorsUnusable if it does not fit the network and the lexicon."""
        with np.load(path) as stored:
            check(stored, path, lexicon, model)
            self.synsets = UnitRows(stored["synsets"])
            self.described = UnitRows(stored["described"])
            self.lemmas = stored["lemmas"]


def write(
    path: Path, lexicon: Lexicon, encoder: Encoder, described: Sequence[tuple[int, str]], model: Path = MODEL
) -> None:
    """Encode the meaning of each synset, and each description of a lemma, into a new file."""
    synsets = encoder.vectors([in_words(lexicon, synset) for synset in range(lexicon.synset_count)])
    texts = encoder.vectors([description for _, description in described])
    lemmas = [lemma for lemma, _ in described]
    np.savez_compressed(  # a tenth smaller, and 0.1 s more to load
        path,
        model=np.array(digest(model)),
        wordnet=np.array(lexicon.checksum, np.uint32),
        synsets=as_bytes(synsets),
        described=as_bytes(texts + MEANING * meant(lexicon, lemmas, texts, synsets)),
        lemmas=np.array(lemmas, np.int32),
    )


@lru_cache(maxsize=1)
def vectors(lexicon: Lexicon) -> Vectors:
    """Return the vectors, loaded at the first call (in a worker, before it forks)."""
    return Vectors(FILE, lexicon)


def meant(lexicon: Lexicon, lemmas: Sequence[int], texts: Floats, synsets: Floats) -> Floats:
    """Return, for each description of a lemma, the vector of the lemma's meaning that is most like it."""
    found: Floats = texts.copy()
    for row, (lemma, text) in enumerate(zip(lemmas, texts, strict=True)):
        own = synsets[[synset for pos in POS_ORDER for synset in lexicon.entry(lemma, pos)]]
        found[row] = own[(own @ text).argmax()]
    return found


def in_words(lexicon: Lexicon, synset: int) -> str:
    """Return the text whose vector stands for a synset: its words and its gloss."""
    words = ", ".join(word.replace("_", " ") for word in lexicon.words(synset))
    return f"{words}: {lexicon.definition(synset)}"


def digest(model: Path) -> str:
    """Return the SHA-256 of the encoder's file."""
    with model.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def check(stored: Mapping[str, Any], path: Path, lexicon: Lexicon, model: Path) -> None:
    """Raise VectorsUnusable unless the content of a file fits the network and the lexicon."""
    if str(stored["model"]) != digest(model) or int(stored["wordnet"]) != lexicon.checksum:
        raise VectorsUnusable(f"{path} is for another {model.name} or WordNet; run `make vectors`")
