"""The snapshot of WordNet and CMUdict: built once, checksummed, and mapped by every worker.

`python -m workers.wordnet.snapshot` builds it unless there is a good one. Only the build imports NLTK.
"""

from __future__ import annotations

import argparse
import gc
import importlib.metadata
import logging
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from shared.errors import WordNetMissing
from workers.wordnet import snapshot_file, sources
from workers.wordnet.correction.name_tables import name_tables
from workers.wordnet.correction.spelling_tables import spelling_tables
from workers.wordnet.lexicon import Lexicon
from workers.wordnet.names.defining_words import counted_words
from workers.wordnet.names.letter_tables import letter_tables
from workers.wordnet.names.words_to_learn import words_to_learn
from workers.wordnet.pronunciation import cmudict
from workers.wordnet.pronunciation.sound_tables import sound_tables
from workers.wordnet.sense_order import reader_tables
from workers.wordnet.snapshot_file import SnapshotUnusable
from workers.wordnet.word_in_text import example_tables

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Mapping

FILE_NAME: Final = "wordnet.snapshot"

_log = logging.getLogger(__name__)


def open_lexicon(data_dir: Path, report: Callable[[str], None] = _log.info) -> Lexicon:
    """Return all of WordNet from the snapshot in `data_dir`, and build it first if need be.

    `report` is called with a line about each step. Raises WordNetMissing if the build finds no WordNet.
    """
    path = data_dir / FILE_NAME
    try:
        return _load(path, data_dir)
    except FileNotFoundError:
        report(f"building the snapshot of WordNet in {data_dir}, which takes half a minute …")
    except SnapshotUnusable as problem:
        report(f"the snapshot {path} can't be used: {problem}. Building it again …")
    gc.disable()  # a fifth of the time, to find nothing
    try:
        content = build(data_dir, report)
    finally:
        gc.enable()
    try:
        snapshot_file.write(content, path)
    except OSError as error:
        _log.warning(
            "could not write the snapshot",
            extra={"path": str(path), "reason": str(error), "remedy": "set DATA_DIR"},
        )
        header, tables = snapshot_file.decode(memoryview(content))
        return Lexicon(tables, header.named)
    return _load(path, data_dir)


def build(data_dir: Path, report: Callable[[str], None]) -> bytes:
    """Return the content of a new snapshot, which NLTK reads from the WordNet that was found or fetched."""
    folder = sources.find_or_fetch(data_dir, report)
    dictionary = cmudict.find_or_copy(data_dir, report)
    from workers.wordnet.nltk_reader import read_tables  # noqa: PLC0415 (imports NLTK: half a second)

    tables, named = read_tables(folder, report)
    tables |= reader_tables(_lexicon(tables, named)) | example_tables(_lexicon(tables, named))
    report("laying the pronunciations out …")
    tables |= sound_tables(_lexicon(tables, named), cmudict.parse(dictionary))
    report("indexing the letters of all names …")
    of_letters, named["letter_traits"] = letter_tables(_lexicon(tables, named))
    tables |= of_letters
    report("indexing the spelling of all names …")
    lexicon = _lexicon(tables, named)
    tables["defining_words"] = counted_words(lexicon)
    tables |= name_tables(lexicon) | spelling_tables(lexicon) | {"words_to_learn": words_to_learn(lexicon)}
    return snapshot_file.encode(tables, named, str(_nltk_version()), _sources(data_dir))


def _lexicon(tables: Mapping[str, array[int] | bytes], named: dict[str, Any]) -> Lexicon:
    return Lexicon({name: memoryview(table) for name, table in tables.items()}, named)


def _load(path: Path, data_dir: Path) -> Lexicon:
    header, tables = snapshot_file.decode(snapshot_file.map_file(path))
    # A missing source or NLTK does no harm (an image holds only the snapshot), but a new or changed one does.
    installed = _nltk_version()
    if installed not in {None, header.nltk_version}:
        raise SnapshotUnusable(f"NLTK is {installed} now, and was {header.nltk_version}")
    if not set(_sources(data_dir)) <= set(header.sources):
        raise SnapshotUnusable("the files of WordNet or CMUdict have changed")
    return Lexicon(tables, header.named)


def _sources(data_dir: Path) -> list[str]:
    of_wordnet = [sources.fingerprint(found) for found in sources.candidates(data_dir)]
    return of_wordnet + cmudict.fingerprint(data_dir)


def _nltk_version() -> str | None:
    try:
        return importlib.metadata.version("nltk")
    except importlib.metadata.PackageNotFoundError:
        return None


def main(arguments: list[str] | None = None) -> int:
    """Build the snapshot unless there is a good one; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m workers.wordnet.snapshot",
        description="Find or fetch WordNet and CMUdict, and build the snapshot for the workers.",
    )
    # No setting, so that an image's layer of WordNet does not depend on the code that reads settings.
    parser.add_argument("--data-dir", type=Path, required=True, help="its folder")
    data_dir: Path = parser.parse_args(arguments).data_dir
    started = time.monotonic()
    try:
        lexicon = open_lexicon(data_dir, lambda line: _say(f"{line}\n"))
    except WordNetMissing as error:
        sys.stderr.write(f"{error}\n")
        return 1
    _say(
        f"WordNet is ready in {data_dir}: {lexicon.synset_count:,} synsets,"
        f" {lexicon.lemma_count:,} lemma names, {lexicon.sounds.word_count:,} pronounced words"
        f" ({time.monotonic() - started:.1f} s)\n"
    )
    return 0


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
