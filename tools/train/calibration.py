"""How far the network's confidence can be trusted: one temperature, chosen on a pen it never saw."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.train.examples import CHOICES
from workers.english.reader import softmax

if TYPE_CHECKING:
    from tools.train.score import Reading

CANDIDATES = np.arange(0.5, 3.01, 0.05)


def temperature(readings: list[Reading]) -> float:
    """Return the divisor of the logits under which the right commands are likeliest."""
    return float(min(CANDIDATES, key=lambda candidate: _surprise(readings, candidate)))


def _surprise(readings: list[Reading], divisor: float) -> float:
    commands = CHOICES["command"]
    logits = np.stack([each.logits for each in readings])
    right = np.array([commands.index(each.sentence.command) for each in readings])
    return float(-np.log(softmax(logits / divisor)[np.arange(len(right)), right]).mean())


def print_table(readings: list[Reading], divisor: float) -> None:
    """Print how many readings are right at each level of confidence."""
    sure = softmax(np.stack([each.logits for each in readings]) / divisor).max(-1)
    right = np.array([each.has_command for each in readings])
    print(f"temperature {divisor:.2f}\nconfidence  readings  right")
    for low, high in ((0, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.85), (0.85, 0.95), (0.95, 1.01)):
        chosen = (sure >= low) & (sure < high)
        if chosen.any():
            print(f"{low:.2f}-{min(high, 1):.2f} {chosen.sum():>9} {right[chosen].mean():>7.1%}")
