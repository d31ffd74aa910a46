"""WordNet from Debian's packages `wordnet-base` and `wordnet-sense-index`: installed, or unpacked."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from shared.errors import WordNetMissing
from workers.wordnet_files import copy_into

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PACKAGES: Final = ("wordnet-base", "wordnet-sense-index")
INSTALLED: Final = Path("/usr/share/wordnet")
_FOLDER: Final = Path("usr/share/wordnet")
_APT_SECONDS: Final = 240.0  # an update fetches some 10 MB of lists, the two packages are 8 MB

# A mirror that doesn't answer costs seconds, not minutes; as root, apt needs no other account to download.
_APT_OPTIONS: Final = (
    "-q",
    "-o", "Acquire::Retries=1",
    "-o", "Acquire::http::Timeout=10",
    "-o", "Acquire::https::Timeout=10",
    "-o", "APT::Sandbox::User=root",
)  # fmt: skip


def fetch(own: Path, report: Callable[[str], None]) -> None:
    """Copy WordNet to `own` from the installed packages, or else from ones downloaded for the purpose."""
    if (INSTALLED / "data.noun").is_file() and (INSTALLED / "index.sense").is_file():
        copy_into(own, INSTALLED)
        return
    with tempfile.TemporaryDirectory(prefix="wordwire-") as folder:
        unpacked = unpack_packages(PACKAGES, Path(folder), report)
        copy_into(own, unpacked / _FOLDER)


def unpack_packages(packages: Sequence[str], folder: Path, report: Callable[[str], None]) -> Path:
    """Download Debian's `packages` into `folder` and return where they were unpacked; needs no root.

    Raises WordNetMissing when this is no Debian, or when apt finds no way out.
    """
    for tool in ("apt-get", "dpkg-deb"):
        if shutil.which(tool) is None:
            raise WordNetMissing(f"{tool} is not on this machine")
    report(f"downloading {' and '.join(packages)} …")
    _apt_download(packages, folder, report)
    unpacked = folder / "unpacked"
    for package in sorted(folder.glob("*.deb")):
        _run(["dpkg-deb", "-x", str(package), str(unpacked)], folder)
    return unpacked


def _apt_download(packages: Sequence[str], folder: Path, report: Callable[[str], None]) -> None:
    """Try with the system's package lists; where there are none, fetch some of our own."""
    try:
        _run(["apt-get", *_APT_OPTIONS, "download", *packages], folder)
    except WordNetMissing:
        report("no package lists here; fetching them …")
        own_lists = _own_state(folder)
        _run(["apt-get", *_APT_OPTIONS, *own_lists, "update"], folder)
        _run(["apt-get", *_APT_OPTIONS, *own_lists, "download", *packages], folder)


def _own_state(folder: Path) -> list[str]:
    """Return the options with which apt keeps its lists and cache below `folder`."""
    state, cache = folder / "state", folder / "cache"
    (state / "lists" / "partial").mkdir(parents=True)
    (cache / "archives" / "partial").mkdir(parents=True)
    return [
        "-o", f"Dir::State={state}",
        "-o", f"Dir::State::Lists={state / 'lists'}",
        "-o", f"Dir::Cache={cache}",
        "-o", "Dir::State::status=/var/lib/dpkg/status",
    ]  # fmt: skip


def _run(command: list[str], folder: Path) -> None:
    """Run `command` in `folder`; raises WordNetMissing with the last line it said when it fails."""
    environ = {**os.environ, "LC_ALL": "C", "DEBIAN_FRONTEND": "noninteractive"}
    finished = subprocess.run(  # noqa: S603 (a fixed command)
        command, cwd=folder, env=environ, timeout=_APT_SECONDS, capture_output=True, text=True, check=False
    )
    if finished.returncode != 0:
        said = (finished.stderr or finished.stdout).strip().splitlines()
        raise WordNetMissing(f"{command[0]}: {said[-1] if said else f'exit status {finished.returncode}'}")
