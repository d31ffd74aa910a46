"""Training brings texts nearer to what they mean, and gives the same network for the same seed."""

from __future__ import annotations

import torch

from tests.tools.train.letters import VOCABULARY, WORD_PIECES
from tools.train.encoder import SIZE, Meanings
from tools.train.meaning.fit import encoded, fit, loss_of, pieces, vectors_of
from tools.train.meaning.pairs import Pair
from workers.wordnet.lexicon import Lexicon

PAIRS = [
    Pair("a hound", 10, [20, 30], frozenset([10, 11])),
    Pair("a tree", 40, [50], frozenset([40])),
    Pair("some water", 60, [70, 80], frozenset([60])),
]


def small() -> Meanings:
    torch.set_num_threads(1)
    torch.manual_seed(1)
    network = Meanings(words=len(VOCABULARY), layers=1)
    network.eval()
    return network


def test_vectors_are_units_in_the_order_of_the_texts() -> None:
    network, texts = small(), ["a", "a long text of many words", "dog"]

    vectors = vectors_of(network, WORD_PIECES, texts)

    assert vectors.shape == (3, SIZE)
    assert torch.allclose(torch.tensor(vectors).norm(dim=1), torch.ones(3), atol=1e-3)
    alone = encoded(network, [pieces(WORD_PIECES, "dog")]).detach().float()
    assert torch.allclose(alone[0], torch.tensor(vectors[2]), atol=0.02)


def test_training_lowers_the_loss_and_leaves_the_words_alone(lexicon: Lexicon) -> None:
    network = small()
    words = network.words.weight.clone()
    before = float(loss_of(network, lexicon, WORD_PIECES, PAIRS).detach())

    fit(network, lexicon, WORD_PIECES, (PAIRS * 40, list(PAIRS)))

    assert float(loss_of(network, lexicon, WORD_PIECES, PAIRS).detach()) < before
    assert torch.equal(network.words.weight, words)


def test_the_same_seed_gives_the_same_network(lexicon: Lexicon) -> None:
    first, second = small(), small()

    for network in (first, second):
        fit(network, lexicon, WORD_PIECES, (list(PAIRS) * 10, list(PAIRS)))

    assert all(torch.equal(a, b) for a, b in zip(first.parameters(), second.parameters(), strict=True))
