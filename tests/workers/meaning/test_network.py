"""A network is loaded from one file, and refuses a file of another version."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from workers.english.reader import VERSION
from workers.english.readings import MODEL
from workers.meaning.encoder import MODEL as MEANINGS
from workers.meaning.network import Network


def test_rows_of_different_lengths_are_read_together() -> None:
    network = Network(MODEL, VERSION)
    short, long = [101, 7592, 102], [101, 2054, 2003, 1037, 13109, 25032, 102]

    together = network.run({"numbers": [short, long], "segments": [[1] * 3, [1] * 7]})["command"]
    alone = network.run({"numbers": [short], "segments": [[1] * 3]})["command"]

    assert together.shape[0] == 2
    assert together[0].argmax() == alone[0].argmax()


def test_a_file_of_another_version_is_refused() -> None:
    with pytest.raises(ValueError, match=r"has version 1, not 99"):
        Network(MEANINGS, "99")


def test_networks_of_one_vocabulary_share_it() -> None:
    assert Network(MODEL, VERSION).word_pieces is Network(MEANINGS, "1").word_pieces


def test_nothing_is_told_to_the_makers_of_the_runtime(tmp_path: Path) -> None:
    """Its telemetry begins with a device identifier and a database in the user's cache folder."""
    code = "from workers.meaning.encoder import encoder; encoder().vectors(['a'])"
    elsewhere = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_"))}
    for name in ("CI", "PYTEST_CURRENT_TEST", "GITHUB_ACTIONS"):  # the runtime says less in tests
        elsewhere.pop(name, None)

    subprocess.run([sys.executable, "-c", code], env={**elsewhere, "HOME": str(tmp_path)}, check=True)

    assert list(tmp_path.rglob("*")) == []
