"""The temperature makes the confidence of readings as honest as their share of right ones."""

from __future__ import annotations

import numpy as np
import pytest

from tools.train.calibration import CANDIDATES, print_table, temperature
from tools.train.examples import CHOICES
from tools.train.score import Reading
from tools.train.sentences import Sentence

COMMANDS = CHOICES["command"]


def readings(right: int, wrong: int, logit: float) -> list[Reading]:
    """Return readings that are all as sure, of which some are wrong."""
    logits = np.zeros(len(COMMANDS))
    logits[COMMANDS.index("definition")] = logit
    asked = [Sentence("x", "definition")] * right + [Sentence("x", "synonyms")] * wrong
    return [Reading(sentence, {"command": "definition"}, 0.0, {}, logits) for sentence in asked]


def test_a_network_that_is_too_sure_is_cooled() -> None:
    """Six of ten are right, so the confidence should be near 0.6."""
    given = readings(6, 4, logit=12)

    divisor = temperature(given)

    powers = np.exp(given[0].logits / divisor)
    assert divisor > 1
    assert powers.max() / powers.sum() == pytest.approx(0.6, abs=0.05)


def test_a_network_that_is_always_right_may_be_as_sure_as_possible() -> None:
    assert temperature(readings(10, 0, logit=5)) == CANDIDATES[0]


def test_the_table_counts_readings_by_confidence(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(readings(3, 1, logit=20) + readings(1, 1, logit=0), 1.0)

    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["temperature", "1.00"],
        ["confidence", "readings", "right"],
        ["0.00-0.30", "2", "50.0%"],
        ["0.95-1.00", "4", "75.0%"],
    ]
