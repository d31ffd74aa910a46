"""The model's file is one that a worker opens, with a checksum that sha256sum checks."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import numpy as np
import pytest

from tests.tools.train.letters import VOCABULARY, WORD_PIECES
from tests.tools.train.networks import small_reader
from tools.train import model_file
from tools.train.examples import CHOICES, number, place
from tools.train.sentences import Sentence
from workers.english.reader import Reader as WorkersReader

SENTENCES = [
    Sentence("define ox", "definition", term="ox"),
    Sentence("what is the opposite of hot", "antonyms", term="hot"),
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A written model of a small network."""
    path = tmp_path_factory.mktemp("model") / "reader.onnx"
    model_file.write(path, small_reader(), VOCABULARY, temperature=1.5)
    return path


def test_another_checksum_is_refused(tmp_path: Path) -> None:
    (tmp_path / "weights").write_bytes(b"weights")

    model_file.check(tmp_path / "weights", hashlib.sha256(b"weights").hexdigest())
    with pytest.raises(ValueError, match="checksum"):
        model_file.check(tmp_path / "weights", hashlib.sha256(b"others").hexdigest())


def test_sha256sum_checks_the_file(path: Path) -> None:
    command = ["sha256sum", "--check", "--quiet", "reader.sha256"]

    assert subprocess.run(command, cwd=path.parent, check=False).returncode == 0
    path.with_suffix(".sha256").write_text(f"{'0' * 64}  {path.name}\n")
    assert subprocess.run(command, cwd=path.parent, check=False, capture_output=True).returncode == 1


def test_a_file_too_large_to_commit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_file, "LARGEST", 1000)

    with pytest.raises(ValueError, match="more than 1000"):
        model_file.write(tmp_path / "reader.onnx", small_reader(), VOCABULARY, temperature=1.0)


def test_sentences_have_the_same_logits_together_and_alone(path: Path) -> None:
    logits = model_file.opened(path)
    examples = [number(place(sentence), WORD_PIECES) for sentence in SENTENCES]

    together = logits(examples)
    alone = [logits([example]) for example in examples]

    for row, each in enumerate(alone):
        assert np.allclose(together["command"][row], each["command"][0], atol=0.05)


def test_a_worker_reads_the_file_as_the_training_does(path: Path) -> None:
    """Numbers, labels, vocabulary and version mean the same on both sides."""
    logits = model_file.opened(path)
    worker = WorkersReader(path)

    for sentence in SENTENCES:
        scores = logits([number(place(sentence), WORD_PIECES)])["command"][0]
        shares = np.exp(scores) / np.exp(scores).sum()
        reading = worker.read(sentence.text)
        assert reading.command == CHOICES["command"][int(scores.argmax())]
        assert reading.confidence == pytest.approx(float(shares.max()), abs=1e-4)
