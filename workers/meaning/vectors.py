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

from workers.meaning.encoder import MODEL, Encoder
from workers.meaning.unit_rows import UnitRows, as_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workers.wordnet.lexicon import Lexicon

FILE: Final = Path(__file__).parents[2] / "models" / "meaning.npz"
DESCRIBED_WIDTH: Final = 110  # values of a description, of the network's 112: the file must be small


class VectorsUnusable(Exception):
    """The file was made for another network or another WordNet."""


class Vectors:
    """The vectors in memory: `synsets` in the lexicon's order, `described` as `lemmas`."""

    def __init__(self, path: Path, lexicon: Lexicon, model: Path = MODEL) -> None:
        """Load the file; raises VectorsUnusable if it does not fit the network and the lexicon."""
        import numpy as np  # noqa: PLC0415 (20 MB, which a worker for lookups only need not pay)

        with np.load(path) as stored:
            check(stored, path, lexicon, model)
            self.synsets = UnitRows(stored["synsets"])
            self.described = UnitRows(stored["described"])
            self.lemmas = stored["lemmas"]


def write(
    path: Path, lexicon: Lexicon, encoder: Encoder, described: Sequence[tuple[int, str]], model: Path = MODEL
) -> None:
    """Encode the meaning of each synset, and each description of a lemma, into a new file."""
    import numpy as np  # noqa: PLC0415 (as in Vectors)

    meanings = [in_words(lexicon, synset) for synset in range(lexicon.synset_count)]
    texts = [description for _, description in described]
    np.savez(
        path,
        model=np.array(digest(model)),
        wordnet=np.array(lexicon.checksum, np.uint32),
        synsets=as_bytes(encoder.vectors(meanings)),
        described=as_bytes(encoder.vectors(texts)[:, :DESCRIBED_WIDTH]),
        lemmas=np.array([lemma for lemma, _ in described], np.int32),
    )


@lru_cache(maxsize=1)
def vectors(lexicon: Lexicon) -> Vectors:
    """Return the vectors, loaded at the first call (in a worker, before it forks)."""
    return Vectors(FILE, lexicon)


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
