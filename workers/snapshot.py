"""The compact, checksummed form of WordNet that a worker starts from; built once, mapped ever after.

`python -m workers.snapshot` builds it, if it is not there yet. NLTK is imported only for that.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import logging
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from shared.errors import SettingsError, WordNetMissing
from shared.settings import read_settings
from workers import snapshot_file, wordnet_data
from workers.lexicon import Lexicon
from workers.snapshot_file import SnapshotUnusable

if TYPE_CHECKING:
    from collections.abc import Callable

FILE_NAME: Final = "wordnet.snapshot"

_log = logging.getLogger(__name__)


def open_lexicon(data_dir: Path, report: Callable[[str], None] = _log.info) -> Lexicon:
    """Return all of WordNet from the snapshot in `data_dir`, built if missing or no longer good.

    `report` hears each step. Raises WordNetMissing when a snapshot must be built and there is no WordNet.
    """
    path = data_dir / FILE_NAME
    try:
        return _load(path, data_dir)
    except FileNotFoundError:
        report(f"no snapshot of WordNet in {data_dir} yet; building it, which takes half a minute …")
    except SnapshotUnusable as problem:
        report(f"the snapshot {path} can't be used: {problem}. Building it again …")
    content = build(data_dir, report)
    try:
        snapshot_file.write(content, path)
    except OSError as error:
        _log.warning(
            "snapshot not kept", extra={"path": str(path), "reason": str(error), "remedy": "set DATA_DIR"}
        )
        header, tables = snapshot_file.decode(memoryview(content))
        return Lexicon(tables, header.named)
    return _load(path, data_dir)


def build(data_dir: Path, report: Callable[[str], None]) -> bytes:
    """Return a new snapshot's content, read through NLTK from the WordNet that is found or fetched."""
    folder = wordnet_data.find_or_fetch(data_dir, report)
    from workers.wordnet_reader import read_tables  # noqa: PLC0415 (imports NLTK: half a second)

    tables, named = read_tables(folder, report)
    return snapshot_file.encode(tables, named, _nltk_version(), _sources(data_dir))


def _load(path: Path, data_dir: Path) -> Lexicon:
    header, tables = snapshot_file.decode(snapshot_file.map_file(path))
    if header.nltk_version != _nltk_version():
        raise SnapshotUnusable(f"NLTK is {_nltk_version()} now, and was {header.nltk_version}")
    # A WordNet that went away (a slim image keeps the snapshot only) does no harm; a new or changed one does.
    if not set(_sources(data_dir)) <= set(header.sources):
        raise SnapshotUnusable("WordNet's files have changed")
    return Lexicon(tables, header.named)


def _sources(data_dir: Path) -> list[str]:
    return [wordnet_data.fingerprint(found) for found in wordnet_data.candidates(data_dir)]


def _nltk_version() -> str:
    return importlib.metadata.version("nltk")


def main(arguments: list[str] | None = None) -> int:
    """Build the snapshot unless there is a good one; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m workers.snapshot",
        description="Find or fetch WordNet, and build the snapshot that the workers start from.",
    )
    parser.add_argument("--data-dir", type=Path, help="where it is kept (default: DATA_DIR, else ./data)")
    given = parser.parse_args(arguments)
    started = time.monotonic()
    try:
        data_dir = given.data_dir or Path(read_settings().data_dir)
        lexicon = open_lexicon(data_dir, lambda line: _say(f"{line}\n"))
    except (SettingsError, WordNetMissing) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    _say(
        f"WordNet is ready in {data_dir}: {lexicon.synset_count:,} synsets,"
        f" {lexicon.lemma_count:,} lemma names ({time.monotonic() - started:.1f} s)\n"
    )
    return 0


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
