"""The bench of worst cases: its inputs reach every command, and none makes one fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.catalog import COMMANDS
from shared.command import Command
from shared.settings import read_settings
from tests.bench.worst import KEPT, measure
from tests.bench.worst_inputs import Inputs
from workers.wordnet.lexicon import Lexicon
from workers.wordnet.snapshot import open_lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return open_lexicon(Path(read_settings().data_dir))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_input_is_answered_or_refused(lexicon: Lexicon, command: Command) -> None:
    measured = measure(lexicon, command, inputs=50, seed=1)

    assert len(measured["slowest"]) == KEPT
    assert all(took >= measured["median_ms"] - 0.01 for took, _ in measured["slowest"])


def test_inputs_depend_on_nothing_but_the_seed(lexicon: Lexicon) -> None:
    one, same, other = ([Inputs(lexicon, seed).term() for _ in range(3)] for seed in (1, 1, 2))

    assert one == same != other
