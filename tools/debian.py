"""Fetches Debian packages and unpacks them into a folder, without root and without installing them."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

UPDATE_SECONDS = 120
DOWNLOAD_SECONDS = 120

# Part of every Debian; a second copy of the C library beside the running loader would crash.
_NEVER_COPIED = frozenset({"libc6", "libc-bin", "libcrypt1", "libgcc-s1"})


class PackagesUnavailable(Exception):
    """The packages could not be fetched; the message says at which step, and why."""


def unpack_packages(packages: Sequence[str], folder: Path) -> None:
    """Put the files of `packages`, and of the libraries they need that are not installed, into `folder`.

    Raises PackagesUnavailable where there is no apt, no way to a mirror, or no such package.
    """
    for program in ("apt-get", "apt-cache", "dpkg-deb", "dpkg-query"):
        if shutil.which(program) is None:
            raise PackagesUnavailable(f"there is no {program} here; this is no Debian or Ubuntu")
    with tempfile.TemporaryDirectory(prefix="wordwire-apt-") as scratch:
        try:
            archives = _download(packages, Path(scratch), options=[])
        except PackagesUnavailable:
            # The machine's package lists may be missing or old, and only root may renew them: use our own.
            options = _own_lists(Path(scratch))
            _run(["apt-get", *options, "-q", "update"], Path(scratch), UPDATE_SECONDS)
            archives = _download(packages, Path(scratch), options)
        folder.mkdir(parents=True, exist_ok=True)
        for archive in archives:
            _run(["dpkg-deb", "--extract", str(archive), str(folder)], Path(scratch), DOWNLOAD_SECONDS)


def _download(packages: Sequence[str], scratch: Path, options: Sequence[str]) -> list[Path]:
    wanted = [*packages, *_missing_libraries(packages, scratch, options)]
    _run(["apt-get", *options, "-q", "download", *wanted], scratch, DOWNLOAD_SECONDS)
    return sorted(scratch.glob("*.deb"))


def _missing_libraries(packages: Sequence[str], scratch: Path, options: Sequence[str]) -> list[str]:
    """Return the libraries that `packages` depend on, directly or not, and that are not installed."""
    others = ("recommends", "suggests", "conflicts", "breaks", "replaces", "enhances")
    query = ["apt-cache", *options, "depends", "--recurse", *(f"--no-{kind}" for kind in others)]
    listing = _run([*query, *packages], scratch, DOWNLOAD_SECONDS)
    # Names that start a line are packages; `<name>` is a virtual one, `name:arch` one of another machine.
    names = {line for line in listing.splitlines() if line[:1].isalpha() and ":" not in line}
    libraries = {name for name in names if name.startswith("lib")} - _NEVER_COPIED - set(packages)
    return sorted(name for name in libraries if not _is_installed(name))


def _is_installed(package: str) -> bool:
    query = ["dpkg-query", "--show", "--showformat=${db:Status-Status}", package]
    answer = subprocess.run(query, capture_output=True, text=True, check=False)
    return answer.returncode == 0 and answer.stdout == "installed"


def _own_lists(scratch: Path) -> list[str]:
    lists = scratch / "lists"
    cache = scratch / "cache"
    (lists / "partial").mkdir(parents=True)
    (cache / "archives" / "partial").mkdir(parents=True)
    return ["-o", f"Dir::State::Lists={lists}", "-o", f"Dir::Cache={cache}", "-o", "Debug::NoLocking=1"]


def _run(command: Sequence[str], folder: Path, seconds: float) -> str:
    """Return what `command` printed; raises PackagesUnavailable with the last line of its complaint."""
    # apt drops from root to an account that may not write into our scratch folder.
    if command[0].startswith("apt") and os.geteuid() == 0:
        command = [command[0], "-o", "APT::Sandbox::User=root", *command[1:]]
    environment = {**os.environ, "LC_ALL": "C", "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise PackagesUnavailable(f"`{command[0]}` took longer than {seconds:.0f} s") from None
    if done.returncode != 0:
        complaint = (done.stderr.strip() or done.stdout.strip() or "no reason given").splitlines()[-1]
        raise PackagesUnavailable(f"`{' '.join(command[:1])}` failed: {complaint}")
    return done.stdout
