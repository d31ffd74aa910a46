"""Finds the WordNet files, or fetches them.

In this order: what NLTK itself would find (NLTK_DATA and its default places, then our data folder); NLTK's
own downloader; Debian's packages, installed or downloaded (see debian_wordnet.py). What was fetched lies in
`<data_dir>/nltk_data/corpora/wordnet`, in NLTK's own layout.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import urllib.error
import urllib.request
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from shared.errors import WordNetMissing
from workers import debian_wordnet
from workers.wordnet_files import (
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
_NO_WAY_OUT_SECONDS: Final = 4.0  # long enough for a slow handshake, short enough to wait for at each set-up
_DOWNLOAD_SECONDS: Final = 180.0  # 10 MB; a line slower than 60 kB/s had better use the packages

_ADVICE: Final = """No usable WordNet 3.0 was found, nor could one be fetched:
{problems}
Any of these three gives it to Wordwire:
  1. NLTK's downloader:  python -m nltk.downloader -d {root} wordnet
  2. Debian or Ubuntu:   apt-get install wordnet-base wordnet-sense-index
  3. A copy that you have: set NLTK_DATA to the folder that holds corpora/wordnet"""


def nltk_root(data_dir: Path) -> Path:
    """Return the folder of ours that NLTK takes as one of its data folders."""
    return data_dir / "nltk_data"


def places(data_dir: Path, environ: Mapping[str, str] | None = None) -> list[Path]:
    """Return the folders in which NLTK looks for its data, and then ours.

    The same as `nltk.data.path`, spelled out here because importing NLTK takes half a second.
    """
    environ = os.environ if environ is None else environ
    given = [Path(place).expanduser() for place in environ.get("NLTK_DATA", "").split(os.pathsep) if place]
    of_this_python = [Path(sys.prefix, part, "nltk_data") for part in ("", "share", "lib")]
    of_this_machine = [Path(prefix, "nltk_data") for prefix in _MACHINE_PREFIXES]
    return [*given, Path("~/nltk_data").expanduser(), *of_this_python, *of_this_machine, nltk_root(data_dir)]


def candidates(data_dir: Path, environ: Mapping[str, str] | None = None) -> list[Path]:
    """Return the WordNets there are, first choice first: folders with every file, then zip archives.

    It only looks at names, so that a worker's start may call it.
    """
    folders = [place / CORPUS for place in places(data_dir, environ)]
    archives = [folder.with_suffix(".zip") for folder in folders if not folder.is_dir()]
    return [folder for folder in folders if is_complete(folder)] + [a for a in archives if a.is_file()]


def fingerprint(found: Path) -> str:
    """Return a text that changes when WordNet at `found` does; it looks at sizes and times only."""
    files = [found] if found.is_file() else [found / name for name in (*FILES, *OPTIONAL_FILES)]
    stats = [(file.name, file.stat()) for file in files if file.exists()]
    return " ".join(f"{name}:{found.st_size}:{int(found.st_mtime)}" for name, found in stats)


def find_or_fetch(data_dir: Path, report: Report, environ: Mapping[str, str] | None = None) -> Path:
    """Return a folder with a whole WordNet 3.0 that NLTK agrees to read, fetching one when there is none.

    `report` hears each step. Raises WordNetMissing when every way failed, saying how each did.
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
    for name, fetch in (("NLTK's downloader", _download), ("Debian's packages", debian_wordnet.fetch)):
        report(f"WordNet: trying {name} …")
        try:
            fetch(own, report)
            problem = verify(own)
        except (OSError, subprocess.SubprocessError, WordNetMissing, zipfile.BadZipFile) as error:
            problem = _one_line(error)
        if problem is None:
            report(f"WordNet: {own}, from {name}")
            return own
        report(f"WordNet: {name}: {problem}")
        problems.append(f"  {name}: {problem}")
    raise WordNetMissing(_ADVICE.format(problems="\n".join(problems), root=nltk_root(data_dir)))


def _usable(found: Path, own: Path, report: Report) -> Path:
    """Return `found`, or the copy of it at `own`, where NLTK can't read it as it is: zipped, not private."""
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
    """Unpack NLTK's `wordnet.zip`, whose members lie below `wordnet/`."""
    make_private(own)
    with zipfile.ZipFile(archive) as packed:
        for name in (*FILES, *OPTIONAL_FILES):
            member = f"wordnet/{name}"
            if member in packed.namelist():
                (own / name).write_bytes(packed.read(member))
                (own / name).chmod(0o644)


def _download(own: Path, report: Report) -> None:
    """Let NLTK's downloader fetch WordNet; raises WordNetMissing within seconds when there is no way out."""
    if not _answers(_INDEX_URL):
        raise WordNetMissing("its server can't be reached from here")
    make_private(own)
    root = own.parent.parent
    command = [sys.executable, "-m", "nltk.downloader", "-d", str(root), "wordnet"]
    subprocess.run(command, check=True, timeout=_DOWNLOAD_SECONDS, stdout=sys.stderr)  # noqa: S603 (our own Python)
    archive = own.with_suffix(".zip")
    if archive.is_file():
        report("WordNet: unpacking …")
        _unpack(archive, own)
        archive.unlink()


def _answers(url: str) -> bool:
    """Whether `url` answers in time. In a thread of its own, since a name server may hang for longer."""
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
