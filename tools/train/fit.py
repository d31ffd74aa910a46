"""Trains the network on the sentences of some pens, several times, and averages what it learnt."""

from __future__ import annotations

import random
import sys
import time
from typing import TYPE_CHECKING

import torch
from torch import nn

from tools.train.encoder import Reader
from tools.train.examples import CHOICES, IGNORED, LAYERS, Numbers, number, place, tag_names
from tools.train.variation import Variation

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from torch import Tensor

    from tools.train.score import Logits
    from tools.train.sentences import Sentence
    from workers.meaning.word_pieces import WordPieces

BATCH = 64  # sentences
EPOCHS = 10
ENCODER_RATE, HEAD_RATE = 1.5e-4, 1.5e-3  # AdamW; both fall to nothing in a line, after a short rise
WARM_UP = 0.05  # of all steps
SMOOTHING = 0.05
START = 1  # the seed of the untrained heads: networks can be averaged if they started from the same weights
EXACT = 0.6  # of all epochs; in the rest, values are rounded as they are in the exported file
WEIGHTS = {"command": 1.0, "pos": 0.3, "form": 0.3, "then": 0.3, "refers": 0.3} | dict.fromkeys(LAYERS, 1.0)


def new_reader() -> Reader:
    """Return a network with untrained weights."""
    return Reader({n: len(v) for n, v in CHOICES.items()}, {n: len(tag_names(n)) for n in LAYERS})


def fit(
    sentences: list[Sentence],
    word_pieces: WordPieces,
    weights: Path,
    *,
    words: list[str],
    asides: list[str],
    seed: int = 1,
    epochs: int = EPOCHS,
) -> Reader:
    """Return a network that was fine-tuned from the encoder in `weights`.

    `words` may stand in the place of terms, and `asides` around questions.
    """
    torch.manual_seed(START)
    reader = new_reader()
    reader.load(weights)
    torch.manual_seed(seed)
    torch.use_deterministic_algorithms(mode=True)
    shuffler = random.Random(seed)  # noqa: S311 (an order that a seed repeats, no secret)
    placed = [place(sentence) for sentence in sentences]
    before = [s.previous for s in sentences if s.previous and s.previous.word]
    variation = Variation(words, asides, before, seed)
    optimizer = optimizer_of(reader)
    steps = epochs * ((len(placed) + BATCH - 1) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (WARM_UP * steps), (steps - step) / steps)
    )
    for epoch in range(epochs):
        started, total = time.monotonic(), 0.0
        reader.train()
        reader.coarse = epoch >= epochs * EXACT
        batches = batched([number(variation.vary(example), word_pieces) for example in placed], shuffler)
        for batch in batches:
            loss = loss_of(reader, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        mean, seconds = total / len(batches), time.monotonic() - started
        print(f"epoch {epoch + 1}: loss {mean:.3f}, {seconds:.0f} s", file=sys.stderr, flush=True)
    reader.eval()
    return reader


def averaged(readers: list[Reader]) -> Reader:
    """Return the first network with the mean of the weights of all, which differ in the seed only."""
    states = [reader.state_dict() for reader in readers]
    mean = {name: sum(state[name] for state in states) / len(states) for name in states[0]}
    readers[0].load_state_dict(mean)
    return readers[0]


def optimizer_of(reader: Reader) -> torch.optim.AdamW:
    """Return the optimizer of a network, whose words stay as they are.

    They are half of all weights, and those that are not in the data should stay near those that are.
    """
    reader.words.requires_grad_(requires_grad=False)
    heads, encoder = [], []
    for name, weights in reader.named_parameters():
        if name.startswith(("heads.", "tags.")):
            heads.append(weights)
        elif weights.requires_grad:
            encoder.append(weights)
    groups = [{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def batched(examples: list[Numbers], shuffler: random.Random) -> list[list[Numbers]]:
    """Return batches of like length, in random order, so that little is padded."""
    shuffler.shuffle(examples)
    near = sorted(examples, key=lambda example: len(example.pieces) + shuffler.random() * 4)
    batches = [near[start : start + BATCH] for start in range(0, len(near), BATCH)]
    shuffler.shuffle(batches)
    return batches


def padded(rows: list[list[int]], filler: int) -> Tensor:
    """Return rows of one length."""
    longest = max(map(len, rows))
    return torch.tensor([row + [filler] * (longest - len(row)) for row in rows])


def run(reader: Reader, batch: list[Numbers]) -> dict[str, Tensor]:
    """Return the logits of a batch."""
    with torch.autocast("cpu", torch.bfloat16):
        logits = reader(padded([e.pieces for e in batch], 0), padded([e.segments for e in batch], 0))
    return {name: values.float() for name, values in logits.items()}


def logits_of(reader: Reader) -> Logits:
    """Return the function that reads batches with a network."""

    def logits(batch: list[Numbers]) -> dict[str, np.ndarray]:
        with torch.no_grad():
            return {name: values.numpy() for name, values in run(reader, batch).items()}

    return logits


def loss_of(reader: Reader, batch: list[Numbers]) -> Tensor:
    """Return the weighted loss of a batch over all heads."""
    logits = run(reader, batch)
    total = torch.zeros(())
    for name, weight in WEIGHTS.items():
        if name in LAYERS:
            wanted = padded([e.tags[name] for e in batch], IGNORED).flatten()
            given = logits[name].flatten(0, 1)
        else:
            wanted, given = torch.tensor([e.choices[name] for e in batch]), logits[name]
        total = total + weight * nn.functional.cross_entropy(
            given, wanted, ignore_index=IGNORED, label_smoothing=SMOOTHING if name == "command" else 0.0
        )
    return total
