"""The vectors of WordNet's examples: each is nearest to its own synset, and only one network's are taken."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from workers.meaning.encoder import encoder
from workers.meaning.example_vectors import FILE, WIDTH, ExampleVectors, example_vectors, write_examples
from workers.meaning.vectors import VectorsUnusable

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


class FewSynsets:
    """A lexicon that ends after a few synsets."""

    def __init__(self, lexicon: Lexicon, count: int) -> None:
        self._lexicon = lexicon
        self.synset_count = count

    def __getattr__(self, name: str) -> object:
        return getattr(self._lexicon, name)


def test_an_example_is_nearest_to_its_own_synset(lexicon: Lexicon) -> None:
    banks = lexicon.synsets("bank")
    [wanted] = [synset for synset in banks if lexicon.definition(synset).startswith("sloping land")]
    query = encoder().vectors([lexicon.examples(wanted)[0]])[0]
    nearest = {synset: example_vectors(lexicon).nearest(synset, query) for synset in banks}

    assert nearest[wanted] == pytest.approx(1, abs=0.05)
    assert all(near is None or near < 0.95 for synset, near in nearest.items() if synset != wanted)


def test_a_synset_without_examples_has_no_nearest_one(lexicon: Lexicon) -> None:
    query = encoder().vectors(["a fortunate discovery"])[0]
    without = [synset for synset in lexicon.synsets("serendipity") if not lexicon.examples(synset)]

    assert [example_vectors(lexicon).nearest(synset, query) for synset in without] == [None]


def test_the_file_is_that_of_the_network(lexicon: Lexicon, tmp_path: Path) -> None:
    """Written anew, its first rows are the same."""
    few: Lexicon = FewSynsets(lexicon, 2000)  # type: ignore[assignment]  # it forwards the rest
    write_examples(tmp_path / "examples.npz", few, encoder())
    with np.load(tmp_path / "examples.npz") as written, np.load(FILE) as shipped:
        count = len(written["synsets"])
        differences = np.abs(written["examples"].astype(int) - shipped["examples"][:count])

        assert written["examples"].shape == (count, WIDTH)
        assert list(written["synsets"]) == list(shipped["synsets"][:count])
        assert differences.mean() < 10  # the encoder's 8-bit activations are scaled by the batch


def test_vectors_of_another_network_are_refused(lexicon: Lexicon, tmp_path: Path) -> None:
    other = tmp_path / "other.onnx"
    other.write_bytes(b"another network")

    with pytest.raises(VectorsUnusable, match="make vectors"):
        ExampleVectors(FILE, lexicon, other)
