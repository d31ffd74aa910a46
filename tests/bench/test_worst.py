"""The bench of worst cases: its inputs reach every command and sentences, and none makes one fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.catalog import BY_NAME
from shared.settings import read_settings
from tests.bench.worst import KEPT, cpu_ms, kept_inputs, measure
from tests.bench.worst_inputs import KINDS, SENTENCE_KINDS, Inputs, read, shown
from workers.wordnet.lexicon import Lexicon
from workers.wordnet.snapshot import open_lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return open_lexicon(Path(read_settings().data_dir))


@pytest.mark.parametrize("kind", KINDS)
def test_every_input_is_answered_or_refused(lexicon: Lexicon, kind: str) -> None:
    is_slow = kind in SENTENCE_KINDS or BY_NAME[kind].needs_model
    measured = measure(lexicon, kind, inputs=2 * KEPT if is_slow else 50, seed=1)

    assert len(measured["slowest"]) == KEPT
    assert all(took >= measured["median_ms"] - 0.01 for took, _ in measured["slowest"])


def test_inputs_depend_on_nothing_but_the_seed(lexicon: Lexicon) -> None:
    one, same, other = ([Inputs(lexicon, seed).term() for _ in range(3)] for seed in (1, 1, 2))

    assert one == same != other


def test_a_question_survives_the_way_through_the_file(lexicon: Lexicon) -> None:
    for kind in KINDS:
        (question,) = Inputs(lexicon, 1).questions(kind, 1)
        assert read(shown(question)) == question


def test_the_kept_inputs_are_questions_of_their_kind(lexicon: Lexicon) -> None:
    for kind, inputs in kept_inputs().items():
        for question in map(read, inputs):
            assert kind in {question.command, *SENTENCE_KINDS}
            cpu_ms(lexicon, question)
