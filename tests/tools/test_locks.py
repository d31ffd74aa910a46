"""The locks hold what pyproject.toml asks for, with hashes and without any address."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

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
    """When this fails, pyproject.toml was changed and `make lock` not run."""
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
def test_what_is_shipped_is_what_is_tested(group: str) -> None:
    tested = locked("dev")

    assert {name: version for name, version in locked(group).items() if tested.get(name) != version} == {}
