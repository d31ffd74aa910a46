"""A worker uses a snapshot only if it is whole, and of the present WordNet, NLTK and format."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from workers.wordnet import snapshot, snapshot_file, sources
from workers.wordnet.files import CORPUS
from workers.wordnet.lexicon import Lexicon
from workers.wordnet.pronunciation import cmudict
from workers.wordnet.snapshot import FILE_NAME, open_lexicon
from workers.wordnet.snapshot_file import SnapshotUnusable

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def own_dir(data_dir: Path, lexicon: Lexicon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:  # noqa: ARG001 (makes it)
    """A data folder with a copy of the real snapshot, and a quick build, which copies it again."""
    shutil.copy(data_dir / FILE_NAME, tmp_path / FILE_NAME)
    content = (data_dir / FILE_NAME).read_bytes()
    monkeypatch.setattr(snapshot, "build", lambda _data_dir, _report: content)
    return tmp_path


@pytest.fixture
def said() -> list[str]:
    return []


def damage(path: Path, change: Callable[[bytearray], object]) -> None:
    content = bytearray(path.read_bytes())
    change(content)
    path.write_bytes(content)


def test_a_good_snapshot_opens_without_a_report(own_dir: Path, said: list[str]) -> None:
    assert "dog" in open_lexicon(own_dir, said.append)
    assert said == []


@pytest.mark.parametrize(
    ("name", "change", "reason"),
    [
        (
            "a flipped bit",
            lambda content: content.__setitem__(20_000_000, content[20_000_000] ^ 1),
            "checksum",
        ),
        ("a flipped bit in the header", lambda content: content.__setitem__(40, content[40] ^ 1), "checksum"),
        ("a longer header", lambda content: struct.pack_into("=Q", content, 16, 1 << 40), "checksum"),
        ("half of it", lambda content: content.__delitem__(slice(len(content) // 2, None)), "checksum"),
        ("its first ten bytes", lambda content: content.__delitem__(slice(10, None)), "cut short"),
        ("nothing", lambda content: content.clear(), "empty"),
        ("another file", lambda content: content.__setitem__(slice(0, 8), b"SQLite f"), "no snapshot"),
        ("another format", lambda content: struct.pack_into("=I", content, 8, 999), "format 999"),
    ],
)
def test_a_damaged_snapshot_is_built_again_with_a_message(
    own_dir: Path, said: list[str], name: str, change: Callable[[bytearray], object], reason: str
) -> None:
    good = (own_dir / FILE_NAME).read_bytes()
    damage(own_dir / FILE_NAME, change)

    lexicon = open_lexicon(own_dir, said.append)

    assert "dog" in lexicon, name
    assert reason in said[0]
    assert (own_dir / FILE_NAME).read_bytes() == good


def test_another_nltk_makes_a_new_snapshot(
    own_dir: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    versions = iter(["99.9", snapshot._nltk_version()])
    monkeypatch.setattr(snapshot, "_nltk_version", lambda: next(versions))

    open_lexicon(own_dir, said.append)

    assert "NLTK is 99.9 now" in said[0]


def test_a_snapshot_is_taken_as_it_is_without_nltk(
    own_dir: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "_nltk_version", lambda: None)

    assert "dog" in open_lexicon(own_dir, said.append)
    assert said == []


def test_a_changed_wordnet_makes_a_new_snapshot(
    own_dir: Path, said: list[str], wordnet_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = own_dir / "other" / CORPUS
    shutil.copytree(wordnet_folder, other)
    os.utime(other / "data.noun", (1, 1))
    monkeypatch.setenv("NLTK_DATA", str(own_dir / "other"))

    with pytest.raises(SnapshotUnusable):  # the quick "build" above returns the old one
        open_lexicon(own_dir, said.append)
    assert "the files of WordNet or CMUdict have changed" in said[0]


def test_a_changed_dictionary_makes_a_new_snapshot(own_dir: Path, said: list[str]) -> None:
    (own_dir / cmudict.FILE_NAME).write_text("red R EH1 D\n")

    with pytest.raises(SnapshotUnusable):
        open_lexicon(own_dir, said.append)
    assert "the files of WordNet or CMUdict have changed" in said[0]


def test_a_missing_wordnet_does_no_harm(
    own_dir: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "candidates", lambda _data_dir: [])

    assert "dog" in open_lexicon(own_dir, said.append)
    assert said == []


def test_a_data_folder_that_cannot_be_written_still_starts(
    tmp_path: Path, own_dir: Path, said: list[str]
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")

    with pytest.raises(NotADirectoryError):
        snapshot_file.write(b"", blocked / "data" / FILE_NAME)
    assert "dog" in _open_where_writing_fails(own_dir, said)


def _open_where_writing_fails(own_dir: Path, said: list[str]) -> Lexicon:
    (own_dir / FILE_NAME).unlink()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(snapshot_file, "write", _refuse)
        return open_lexicon(own_dir, said.append)


def _refuse(_content: bytes, path: Path) -> None:
    raise PermissionError(13, "Permission denied", str(path))


def test_opening_imports_no_nltk(data_dir: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from workers.wordnet.snapshot import open_lexicon;"
        "print(open_lexicon(Path(sys.argv[1])).lemma_count); assert 'nltk' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code, data_dir], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "147306"


@pytest.mark.usefixtures("lexicon")
def test_the_command_builds_nothing_if_there_is_a_good_snapshot(data_dir: Path) -> None:
    command = [sys.executable, "-m", "workers.wordnet.snapshot", "--data-dir", str(data_dir)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)

    assert "117,659 synsets, 147,306 lemma names" in done.stdout
    assert len(done.stdout.splitlines()) == 1
