"""The locks hold exact versions of all that pyproject.toml asks for, with hashes and without addresses."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tools import lock

ROOT = Path(__file__).resolve().parents[2]
GROUPS = tomllib.loads((ROOT / "pyproject.toml").read_text())["dependency-groups"]

PINNED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^ ;\\]+)", re.MULTILINE)


def lock_text(group: str) -> str:
    return (ROOT / "requirements" / f"{group}.txt").read_text()


def locked(group: str) -> dict[str, Version]:
    return {canonicalize_name(name): Version(version) for name, version in PINNED.findall(lock_text(group))}


def required(group: str) -> list[Requirement]:
    wanted = []
    for entry in GROUPS[group]:
        wanted += required(entry["include-group"]) if isinstance(entry, dict) else [Requirement(entry)]
    return wanted


@pytest.mark.parametrize("group", GROUPS)
def test_the_lock_satisfies_the_group(group: str) -> None:
    """A failure means that somebody changed pyproject.toml without running `make lock`."""
    pinned = locked(group)

    missing = [
        str(requirement)
        for requirement in required(group)
        if canonicalize_name(requirement.name) not in pinned
        or not requirement.specifier.contains(pinned[canonicalize_name(requirement.name)])
    ]

    assert missing == []


@pytest.mark.parametrize("group", GROUPS)
def test_every_pin_has_hashes_and_no_address_is_named(group: str) -> None:
    entries = re.split(r"\n(?=\S)", re.sub(r"(?m)^\s*#.*\n", "", lock_text(group)).strip())

    assert entries
    assert [entry for entry in entries if not PINNED.match(entry) or "--hash=sha256:" not in entry] == []
    assert not re.search(r"://|file:|--(extra-)?index-url|--find-links|--trusted-host", lock_text(group))


def test_the_wings_install_only_their_own() -> None:
    assert "nltk" not in locked("gateway")
    assert "eventlet" not in locked("workers")


@pytest.mark.parametrize("group", ["gateway", "workers"])
def test_we_ship_the_versions_that_we_test(group: str) -> None:
    tested = locked("dev")

    assert {name: version for name, version in locked(group).items() if tested.get(name) != version} == {}


def test_every_group_has_its_lock() -> None:
    assert set(lock.GROUPS) == set(GROUPS) == {path.stem for path in (ROOT / "requirements").glob("*.txt")}


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Run `make lock` with a stand-in for uv; return its command lines, each after the indexes it sees."""
    uv = tmp_path / ".cache" / "lock" / "bin" / "uv"
    uv.parent.mkdir(parents=True)
    uv.write_text('#!/bin/sh\necho "$PIP_INDEX_URL$UV_INDEX_URL$OTHER $*" >> log\n')
    uv.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    for name in ("PIP_INDEX_URL", "UV_INDEX_URL", "OTHER"):
        monkeypatch.setenv(name, name)

    assert lock.main() == 0
    return (tmp_path / "log").read_text().splitlines()


def test_uv_locks_each_group_for_all_platforms_with_hashes(commands: list[str]) -> None:
    assert len(commands) == len(lock.GROUPS)
    for group, command in zip(lock.GROUPS, commands, strict=True):
        assert " pip compile --no-config " in command
        assert f"--group {group} --output-file requirements/{group}.txt" in command
        assert "--universal --python-version 3.11 --generate-hashes --no-emit-index-url" in command


def test_the_first_group_chooses_the_versions_of_the_others(commands: list[str]) -> None:
    constraint = "--constraint requirements/dev.txt"

    assert [constraint in command for command in commands] == [False] + [True] * (len(lock.GROUPS) - 1)


def test_the_machines_own_indexes_do_not_reach_uv(commands: list[str]) -> None:
    assert {command.partition(" ")[0] for command in commands} == {"OTHER"}
