"""The files of WordNet 3.0 in NLTK's layout: their names, counts and access rights."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path
from typing import Final

from workers.wordnet.lexnames import lexnames_file

# The counts of WordNet 3.0, from wnstats(7WN).
SYNSETS: Final = 117_659
LEMMA_NAMES: Final = 147_306

PARTS: Final = ("adj", "adv", "noun", "verb")
FILES: Final = (
    "cntlist.rev",
    "index.sense",
    "lexnames",
    *(f"{kind}.{part}" for kind in ("data", "index") for part in PARTS),
    *(f"{part}.exc" for part in PARTS),
)
# Example sentences for verbs: Princeton and Debian have them, NLTK's package may lack them.
OPTIONAL_FILES: Final = ("sents.vrb", "sentidx.vrb")

CORPUS: Final = Path("corpora", "wordnet")


def is_complete(folder: Path) -> bool:
    """Whether `folder` has every file that NLTK needs."""
    return all((folder / name).is_file() for name in FILES)


def verify(folder: Path) -> str | None:
    """Return the problem with WordNet in `folder`, or None if it has the counts of WordNet 3.0."""
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        return f"without {', '.join(missing)}"
    synsets = sum(len(_entries(folder / f"data.{part}")) for part in PARTS)
    names = {line.partition(b" ")[0] for part in PARTS for line in _entries(folder / f"index.{part}")}
    if (synsets, len(names)) == (SYNSETS, LEMMA_NAMES):
        return None
    return f"{synsets:,} synsets and {len(names):,} lemma names, not {SYNSETS:,} and {LEMMA_NAMES:,}"


def copy_into(own: Path, source: Path) -> None:
    """Copy WordNet's files from `source` to `own`, with the access rights that NLTK demands.

    If `source` has no file `lexnames`, it is written from our own list.
    """
    make_private(own)
    for name in (*FILES, *OPTIONAL_FILES):
        target = own / name
        target.unlink(missing_ok=True)
        if (source / name).is_file():
            shutil.copy2(source / name, target)
        elif name == "lexnames":
            target.write_text(lexnames_file(), encoding="ascii")
        if target.exists():
            target.chmod(0o644)


def make_private(own: Path) -> None:
    """Make the folder `own`, and let only us write to it and to the two folders above, for NLTK."""
    own.mkdir(parents=True, exist_ok=True)
    for folder in (own.parent.parent, own.parent, own):
        folder.chmod(0o755)


def nltk_trusts(folder: Path) -> bool:
    """Whether NLTK 3.10 agrees to read WordNet in `folder`.

    It refuses links, symbolic or hard, and files that another account owns or may write to.
    """
    if os.name != "posix":
        return True
    folders = (folder.parent.parent, folder.parent, folder)
    files = [file.lstat() for file in folder.iterdir()]
    return all(_is_private(found.stat()) for found in folders) and all(
        _is_private(found) and stat.S_ISREG(found.st_mode) and found.st_nlink == 1 for found in files
    )


def _is_private(found: os.stat_result) -> bool:
    return found.st_uid in (os.geteuid(), 0) and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _entries(file: Path) -> list[bytes]:
    """Return the lines of a WordNet file, without the licence (its lines begin with blanks)."""
    return [line for line in file.read_bytes().splitlines() if not line.startswith(b" ")]
