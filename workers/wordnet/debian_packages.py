"""Downloads Debian packages with apt and unpacks them into a folder, without root or installation.

apt checks the signatures of its package lists, and the checksum of every package against them.
"""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_PROGRAMS: Final = ("apt-get", "apt-cache", "dpkg-deb", "dpkg-query")
_COMMAND_SECONDS: Final = 240.0  # an update fetches about 10 MB of lists, RabbitMQ's packages are 40 MB

_APT_OPTIONS: Final = (
    "-q",
    # A dead mirror costs seconds, not minutes.
    "-o", "Acquire::Retries=1",
    "-o", "Acquire::http::Timeout=10",
    "-o", "Acquire::https::Timeout=10",
    # Root's apt would download as an account that may not write into our scratch folder.
    "-o", "APT::Sandbox::User=root",
)  # fmt: skip

# Every Debian has these; a second copy of the C library next to the running loader would crash.
_NEVER_COPIED: Final = frozenset({"libc6", "libc-bin", "libcrypt1", "libgcc-s1"})

_log = logging.getLogger(__name__)


class PackagesUnavailable(Exception):
    """The packages could not be fetched; the message names the step and the reason."""


def unpack_packages(packages: Sequence[str], folder: Path, report: Callable[[str], None] = _log.info) -> None:
    """Fill the new folder `folder` with the files of `packages` and of the missing libraries they depend on.

    The folder appears only once complete, so another process never sees half of it. `report` hears each step.
    Raises PackagesUnavailable if this is no Debian, no mirror answers, or a package does not exist.
    """
    for program in _PROGRAMS:
        if shutil.which(program) is None:
            raise PackagesUnavailable(f"{program} is not on this machine")
    unfinished = folder.with_name(f"{folder.name}.{os.getpid()}")
    unfinished.mkdir(parents=True)
    try:
        with tempfile.TemporaryDirectory(prefix="wordwire-apt-") as scratch:
            report(f"downloading {' and '.join(packages)} …")
            for archive in _download(packages, Path(scratch), report):
                _run(["dpkg-deb", "--extract", str(archive), str(unfinished)], Path(scratch))
        if not folder.exists():
            unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _download(packages: Sequence[str], scratch: Path, report: Callable[[str], None]) -> list[Path]:
    """Download with the machine's package lists or else, as only root may renew those, with private ones."""
    cache = _apt_folder("Cache", scratch / "cache", "archives")
    try:
        return _download_with(cache, packages, scratch)
    except PackagesUnavailable:
        report("no package lists here; fetching them …")
        for archive in scratch.glob("*.deb"):  # of older versions, from lists that were out of date
            archive.unlink()
        lists = _apt_folder("State::Lists", scratch / "lists", "")
        _run(["apt-get", *_APT_OPTIONS, *cache, *lists, "update"], scratch)
        return _download_with([*cache, *lists], packages, scratch)


def _apt_folder(name: str, folder: Path, below: str) -> list[str]:
    (folder / below / "partial").mkdir(parents=True)
    return ["-o", f"Dir::{name}={folder}"]


def _download_with(options: Sequence[str], packages: Sequence[str], scratch: Path) -> list[Path]:
    wanted = [*packages, *_missing_libraries(packages, options, scratch)]
    _run(["apt-get", *_APT_OPTIONS, *options, "download", *wanted], scratch)
    return sorted(scratch.glob("*.deb"))


def _missing_libraries(packages: Sequence[str], options: Sequence[str], scratch: Path) -> list[str]:
    """Return the libraries that `packages` depend on, directly or not, and that are not installed."""
    others = ("recommends", "suggests", "conflicts", "breaks", "replaces", "enhances")
    query = ["apt-cache", *options, "depends", "--recurse", *(f"--no-{kind}" for kind in others)]
    listing = _run([*query, *packages], scratch)
    # Package names start a line; `<name>` is a virtual package, `name:arch` one for another architecture.
    names = {line for line in listing.splitlines() if line[:1].isalpha() and ":" not in line}
    libraries = {name for name in names if name.startswith("lib")} - _NEVER_COPIED - set(packages)
    return sorted(name for name in libraries if not _is_installed(name))


def _is_installed(package: str) -> bool:
    query = ["dpkg-query", "--show", "--showformat=${db:Status-Status}", package]
    answer = subprocess.run(query, capture_output=True, text=True, check=False)  # noqa: S603 (a fixed command)
    return answer.returncode == 0 and answer.stdout == "installed"


def _run(command: Sequence[str], folder: Path) -> str:
    """Run `command` in `folder` and return its output; raises PackagesUnavailable with its last complaint."""
    environment = {**os.environ, "LC_ALL": "C", "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(  # noqa: S603 (a fixed command)
            command,
            cwd=folder,
            env=environment,
            timeout=_COMMAND_SECONDS,
            capture_output=True,
            text=True,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise PackagesUnavailable(f"{command[0]} took longer than {_COMMAND_SECONDS:g} s") from None
    if done.returncode != 0:
        complaint = done.stderr.strip() or done.stdout.strip() or f"exit status {done.returncode}"
        raise PackagesUnavailable(f"{command[0]} failed: {complaint.splitlines()[-1]}")
    return done.stdout
