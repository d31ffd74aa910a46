"""Trains the network: a text should be nearer to its meaning than to anything else in its batch."""

from __future__ import annotations

import itertools
import random
import sys
import time
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import nn

from tools.train.encoder import SIZE, Meanings
from tools.train.fit import padded
from workers.meaning.vectors import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from torch import Tensor

    from tools.train.meaning.pairs import Pair
    from workers.meaning.word_pieces import WordPieces
    from workers.wordnet.lexicon import Lexicon

TRAINED = 0.5  # share of the trained weights in the network's; the rest is untrained (see `fit`)
BATCH, SENTENCES = 64, 20  # descriptions, and sentences beside them
WRONG = 1  # synsets beside each right one
RATE, WARM_UP = 7e-5, 0.1  # AdamW; falls to nothing in a line, after a short rise
SHARPNESS = 20.0  # of the choice among the synsets of a batch
COARSE = 0.6  # of all steps; in the rest, values are rounded as they are in the exported file
LONGEST = 40  # pieces of a text or a synset
CHUNK = 48  # texts of like length that go through the network together


def pieces(word_pieces: WordPieces, text: str) -> list[int]:
    """Return the numbers of a text for the network."""
    numbers = [number for word in word_pieces.words(text) for number in word.pieces]
    return [word_pieces.start, *numbers[: LONGEST - 2], word_pieces.separator]


def encoded(network: Meanings, rows: list[list[int]]) -> Tensor:
    """Return the vectors of texts, in order."""
    order = sorted(range(len(rows)), key=lambda number: len(rows[number]))
    chunks = [order[start : start + CHUNK] for start in range(0, len(order), CHUNK)]
    with torch.autocast("cpu", torch.bfloat16):
        found = torch.cat([network(padded([rows[number] for number in chunk], 0)) for chunk in chunks])
    return found[torch.tensor(np.argsort(order))]


def vectors_of(network: Meanings, word_pieces: WordPieces, texts: list[str]) -> np.ndarray:
    """Return the vectors of texts, without learning."""
    with torch.no_grad():
        vectors: np.ndarray = encoded(network, [pieces(word_pieces, text) for text in texts]).float().numpy()
    return vectors


def new_network(weights: Path, sample: list[str], word_pieces: WordPieces) -> Meanings:
    """Return the encoder of `weights`; its last layer keeps what differs most among the texts of `sample`."""
    network = Meanings()
    network.eval()
    network.load(weights)
    network.kept.weight.data = torch.eye(network.kept.in_features)  # all of it, to look at
    whole = vectors_of(network, word_pieces, sample)
    _, _, directions = np.linalg.svd(whole, full_matrices=False)
    network.kept.weight.data = torch.tensor(directions[:SIZE].copy())
    return network


def fit(
    network: Meanings,
    lexicon: Lexicon,
    word_pieces: WordPieces,
    pairs: tuple[list[Pair], list[Pair]],
    seed: int = 1,
) -> None:
    """Train the network on pairs of descriptions and of sentences.

    In the end each weight is moved back halfway to where it was. The trained network reads long and oblique
    descriptions best, the untrained one short and literal ones; the network between them reads both.
    """
    torch.manual_seed(seed)
    untrained = {name: weights.clone() for name, weights in network.state_dict().items()}
    shuffler = random.Random(seed)  # noqa: S311 (an order that a seed repeats, no secret)
    batches = list(_batches(*pairs, shuffler))
    steps = len(batches)
    network.words.requires_grad_(requires_grad=False)  # as for the reader of questions
    learnt = [weights for weights in network.parameters() if weights.requires_grad]
    optimizer = torch.optim.AdamW(learnt, lr=RATE, weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (WARM_UP * steps), (steps - step) / steps)
    )
    network.train()
    started = time.monotonic()
    for step, batch in enumerate(batches):
        network.coarse = step >= steps * COARSE
        loss = loss_of(network, lexicon, word_pieces, batch)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(learnt, 1.0)
        optimizer.step()
        schedule.step()
        if step % 20 == 0:
            seconds = time.monotonic() - started
            print(f"step {step} of {steps}: loss {loss.item():.3f}, {seconds:.0f} s", file=sys.stderr)
    network.eval()
    trained = network.state_dict()
    network.load_state_dict(
        {name: torch.lerp(weights, trained[name], TRAINED) for name, weights in untrained.items()}
    )


def loss_of(network: Meanings, lexicon: Lexicon, word_pieces: WordPieces, batch: list[Pair]) -> Tensor:
    """Return how far the texts of a batch are from choosing their own synsets among all of the batch."""
    wanted = [synset for pair in batch for synset in (pair.synset, *pair.wrong)]
    places = {synset: place for place, synset in enumerate(dict.fromkeys(wanted))}
    texts = encoded(network, [pieces(word_pieces, pair.text) for pair in batch])
    synsets = encoded(network, [pieces(word_pieces, in_words(lexicon, synset)) for synset in places])
    likeness = texts @ synsets.T * SHARPNESS
    also_right = torch.zeros_like(likeness)
    for row, pair in enumerate(batch):
        for synset in pair.right & places.keys() - {pair.synset}:
            also_right[row, places[synset]] = -1e4
    return nn.functional.cross_entropy(
        likeness + also_right, torch.tensor([places[pair.synset] for pair in batch])
    )


def _batches(
    descriptions: list[Pair], sentences: list[Pair], shuffler: random.Random
) -> Iterator[list[Pair]]:
    """Yield batches of descriptions, with a few sentences each, and wrong synsets drawn for each pair."""
    shuffler.shuffle(sentences)
    shuffler.shuffle(descriptions)
    others = itertools.cycle(sentences)
    for start in range(0, len(descriptions), BATCH):
        chosen = [*descriptions[start : start + BATCH], *itertools.islice(others, SENTENCES)]
        yield [pair._replace(wrong=_some(pair.wrong, shuffler)) for pair in chosen]


def _some(wrong: list[int], shuffler: random.Random) -> list[int]:
    return shuffler.sample(wrong, min(WRONG, len(wrong)))
