"""The model's speed and memory are measured in a process and its fork."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools.train.measure import memory

ONCE = """
import sys
from tools.train import measure
measure.ROUNDS, measure.SHAPES = 1, ((1, 8), (2, 8))
sys.exit(measure.main(sys.argv[1:]))
"""


def measured(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the measurement with two small shapes."""
    return subprocess.run(
        [sys.executable, "-c", ONCE, *arguments], capture_output=True, text=True, timeout=60, check=False
    )


def test_the_private_memory_is_a_part_of_the_whole() -> None:
    found = re.fullmatch(r"(\d+) MB private, (\d+) MB resident", memory())

    assert found
    assert 0 < int(found[1]) <= int(found[2])


def test_each_shape_has_a_row() -> None:
    run = measured()

    rows = run.stdout.splitlines()
    assert run.returncode == 0, run.stderr
    assert [row.split(":")[0].split() for row in rows] == [
        ["before", "the", "session"],
        ["with", "the", "session"],
        ["1", "x", "8", "pieces"],
        ["2", "x", "8", "pieces"],
    ]
    assert all(re.search(r"[\d.]+ ms a sentence \(fastest [\d.]+\)", row) for row in rows[2:])


@pytest.mark.parametrize("content", [None, b"no model"])
def test_a_missing_or_broken_file_fails(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "reader.onnx"
    if content:
        path.write_bytes(content)

    assert measured(str(path)).returncode != 0
