"""The vectors' file fits the network and the lexicon, and another is refused."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from workers.meaning.encoder import MODEL, Encoder, encoder
from workers.meaning.vectors import FILE, Vectors, VectorsUnusable, in_words, meant, vectors, write
from workers.wordnet.lexicon import Lexicon

if TYPE_CHECKING:
    from workers.meaning.network import Floats

LARGEST = 15_000_000  # bytes, so that it can be committed


def test_every_synset_has_a_vector_and_every_description_a_lemma(lexicon: Lexicon) -> None:
    found = vectors(lexicon)

    assert len(found.synsets) == lexicon.synset_count
    assert len(found.described) == len(found.lemmas) > 9000
    assert 0 <= found.lemmas.min() <= found.lemmas.max() < lexicon.lemma_count


def test_the_vector_of_a_synset_is_that_of_its_words_and_gloss(lexicon: Lexicon) -> None:
    [synset] = lexicon.synsets("acrophobia")
    assert in_words(lexicon, synset) == "acrophobia: a morbid fear of great heights"

    encoded = encoder().vectors([in_words(lexicon, synset)])[0]

    assert vectors(lexicon).synsets.some_similarities([synset], encoded) > 0.97


def test_the_file_is_small_enough_to_be_committed() -> None:
    assert FILE.stat().st_size <= LARGEST


def test_vectors_of_another_network_or_wordnet_are_refused(lexicon: Lexicon, tmp_path: Path) -> None:
    other = tmp_path / "meaning.onnx"
    other.write_bytes(MODEL.read_bytes() + b" ")
    with pytest.raises(VectorsUnusable, match="run `make vectors`"):
        Vectors(FILE, lexicon, model=other)

    with np.load(FILE) as stored:
        changed = {**stored, "wordnet": np.array(lexicon.checksum ^ 1, np.uint32)}
    np.savez(tmp_path / "other.npz", **changed)
    with pytest.raises(VectorsUnusable, match="for another"):
        Vectors(tmp_path / "other.npz", lexicon)


class BoatsOnly(Encoder):
    """The real network, spared the texts without a boat: they all get one vector."""

    def vectors(self, texts: Sequence[str]) -> Floats:
        """Return a unit vector for each text."""
        boats = [number for number, text in enumerate(texts) if "boat" in text]
        found = super().vectors(["anything else"]).repeat(len(texts), axis=0)
        found[boats] = super().vectors([texts[number] for number in boats])
        return found


def test_what_is_written_finds_its_words_again(lexicon: Lexicon, tmp_path: Path) -> None:
    described = [(lexicon.number_of("canoe"), "a boat one moves with a paddle")]
    write(tmp_path / "boats.npz", lexicon, BoatsOnly(MODEL), described)

    found = Vectors(tmp_path / "boats.npz", lexicon)

    query = encoder().vectors(["a boat one moves with a paddle"])[0]
    nearest = int(found.synsets.similarities(query).argmax())
    assert "boat" in in_words(lexicon, nearest)
    assert found.lemmas.tolist() == [lexicon.number_of("canoe")]
    assert found.described.similarities(query) > 0.95


def test_a_description_moves_towards_the_meaning_of_its_word_that_is_most_like_it(lexicon: Lexicon) -> None:
    lemmas = [lexicon.number_of(name) for name in ("bank", "acrophobia")]
    texts = np.eye(2, 8, dtype=np.float32)
    synsets = np.zeros((lexicon.synset_count, 8), np.float32)
    last_of_bank, [acrophobia] = lexicon.synsets("bank")[-1], lexicon.synsets("acrophobia")
    synsets[last_of_bank] = [0.9, 0, 0.4, 0, 0, 0, 0, 0]
    synsets[acrophobia] = [0.9, 0, 0, 0.4, 0, 0, 0, 0]

    found = meant(lexicon, lemmas, texts, synsets)

    assert np.array_equal(found, synsets[[last_of_bank, acrophobia]])
