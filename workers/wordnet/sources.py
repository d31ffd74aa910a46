"""Finds the WordNet files, or fetches them.

In this order: NLTK's data folders (NLTK_DATA and the defaults, then our own); NLTK's downloader; Debian's
packages, installed or downloaded. Fetched files go to `<data_dir>/nltk_data/corpora/wordnet`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import urllib.error
import urllib.request
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from shared.errors import WordNetMissing
from workers.wordnet.debian_packages import PackagesUnavailable, unpack_packages
from workers.wordnet.files import (
    CORPUS,
    FILES,
    OPTIONAL_FILES,
    copy_into,
    is_complete,
    make_private,
    nltk_trusts,
    verify,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Report = Callable[[str], None]

_MACHINE_PREFIXES: Final = ("/usr/share", "/usr/local/share", "/usr/lib", "/usr/local/lib")
_INDEX_URL: Final = "https://raw.githubusercontent.com/nltk/nltk_data/gh-pages/index.xml"
_NO_WAY_OUT_SECONDS: Final = 4.0  # enough for a slow handshake, and bearable at each set-up without a network
_DOWNLOAD_SECONDS: Final = 180.0  # 10 MB; below 60 kB/s, Debian's packages are the better choice

_DEBIAN_PACKAGES: Final = ("wordnet-base", "wordnet-sense-index")
_INSTALLED: Final = Path("/usr/share/wordnet")
_FAILURES: Final = (
    OSError, PackagesUnavailable, subprocess.SubprocessError, WordNetMissing, zipfile.BadZipFile,
)  # fmt: skip

_ADVICE: Final = """There is no usable WordNet 3.0, and none could be fetched:
{problems}
Any of these three provides it:
  1. NLTK's downloader:  python -m nltk.downloader -d {root} wordnet
  2. Debian or Ubuntu:   apt-get install wordnet-base wordnet-sense-index
  3. Your own copy:      set NLTK_DATA to the folder that holds corpora/wordnet"""


def nltk_root(data_dir: Path) -> Path:
    """Return our own folder in the form of NLTK's data folders."""
    return data_dir / "nltk_data"


def places(data_dir: Path, environ: Mapping[str, str] | None = None) -> list[Path]:
    """Return NLTK's data folders, then ours.

    This is a copy of `nltk.data.path`, because the import of NLTK takes half a second.
    """
    environ = os.environ if environ is None else environ
    given = [Path(place).expanduser() for place in environ.get("NLTK_DATA", "").split(os.pathsep) if place]
    of_this_python = [Path(sys.prefix, part, "nltk_data") for part in ("", "share", "lib")]
    of_this_machine = [Path(prefix, "nltk_data") for prefix in _MACHINE_PREFIXES]
    return [*given, Path("~/nltk_data").expanduser(), *of_this_python, *of_this_machine, nltk_root(data_dir)]


def candidates(data_dir: Path, environ: Mapping[str, str] | None = None) -> list[Path]:
    """Return the places with a WordNet, first choice first: folders with every file, then zip archives.

    It checks only names, so it is quick enough for the start of a worker.
    """
    folders = [place / CORPUS for place in places(data_dir, environ)]
    archives = [folder.with_suffix(".zip") for folder in folders if not folder.is_dir()]
    return [folder for folder in folders if is_complete(folder)] + [a for a in archives if a.is_file()]


def fingerprint(found: Path) -> str:
    """Return a text that changes with WordNet at `found`: the sizes and times of its files."""
    files = [found] if found.is_file() else [found / name for name in (*FILES, *OPTIONAL_FILES)]
    stats = [(file.name, file.stat()) for file in files if file.exists()]
    return " ".join(f"{name}:{found.st_size}:{int(found.st_mtime)}" for name, found in stats)


def find_or_fetch(data_dir: Path, report: Report, environ: Mapping[str, str] | None = None) -> Path:
    """Return a folder with all of WordNet 3.0 that NLTK agrees to read, and fetch one if there is none.

    `report` is called with a line about each step. Raises WordNetMissing if every way failed, with the reason
    for each.
    """
    own = nltk_root(data_dir) / CORPUS
    problems: list[str] = []
    for found in candidates(data_dir, environ):
        try:
            folder = _usable(found, own, report)
            problem = verify(folder)
        except (OSError, zipfile.BadZipFile) as error:
            problem = _one_line(error)
        if problem is None:
            report(f"WordNet: {folder}")
            return folder
        problems.append(f"  {found}: {problem}")
    for name, fetch in (("NLTK's downloader", _download), ("Debian's packages", _take_from_debian)):
        report(f"WordNet: trying {name} …")
        try:
            fetch(own, report)
            problem = verify(own)
        except _FAILURES as error:
            problem = _one_line(error)
        if problem is None:
            report(f"WordNet: {own}, from {name}")
            return own
        report(f"WordNet: {name}: {problem}")
        problems.append(f"  {name}: {problem}")
    raise WordNetMissing(_ADVICE.format(problems="\n".join(problems), root=nltk_root(data_dir)))


def _usable(found: Path, own: Path, report: Report) -> Path:
    """Return `found`, or a copy at `own` if NLTK refuses it: it is zipped, or others may write to it."""
    if found.suffix == ".zip":
        report(f"WordNet: unpacking {found} …")
        _unpack(found, own)
        return own
    if not nltk_trusts(found):
        report(
            f"WordNet: {found} has links, or files that others may write, which NLTK refuses; copying it …"
        )
        copy_into(own, found)
        return own
    return found


def _unpack(archive: Path, own: Path) -> None:
    """Unpack NLTK's `wordnet.zip`, whose members are in the folder `wordnet`."""
    make_private(own)
    with zipfile.ZipFile(archive) as packed:
        for name in (*FILES, *OPTIONAL_FILES):
            member = f"wordnet/{name}"
            if member in packed.namelist():
                (own / name).write_bytes(packed.read(member))
                (own / name).chmod(0o644)


def _download(own: Path, report: Report) -> None:
    """Fetch WordNet with NLTK's downloader; raises WordNetMissing within seconds without a network."""
    if not _answers(_INDEX_URL):
        raise WordNetMissing("its server can't be reached")
    make_private(own)
    root = own.parent.parent
    command = [sys.executable, "-m", "nltk.downloader", "-d", str(root), "wordnet"]
    subprocess.run(command, check=True, timeout=_DOWNLOAD_SECONDS, stdout=sys.stderr)  # noqa: S603 (our own Python)
    archive = own.with_suffix(".zip")
    if archive.is_file():
        report("WordNet: unpacking …")
        _unpack(archive, own)
        archive.unlink()


def _take_from_debian(own: Path, report: Report) -> None:
    """Copy WordNet from Debian's installed packages, or else from downloaded ones."""
    if (_INSTALLED / "data.noun").is_file() and (_INSTALLED / "index.sense").is_file():
        copy_into(own, _INSTALLED)
        return
    with tempfile.TemporaryDirectory(prefix="wordwire-") as folder:
        root = Path(folder, "root")
        unpack_packages(_DEBIAN_PACKAGES, root, report)
        copy_into(own, root / "usr/share/wordnet")


def _answers(url: str) -> bool:
    """Whether `url` answers in time. The request runs in a thread, because a name server can hang."""
    answered = threading.Event()

    def ask() -> None:
        try:
            with urllib.request.urlopen(url, timeout=_NO_WAY_OUT_SECONDS):  # noqa: S310 (a constant https URL)
                answered.set()
        except (OSError, ValueError):
            return

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(_NO_WAY_OUT_SECONDS)
    return answered.is_set()


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__
