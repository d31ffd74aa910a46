"""A snapshot's file returns its tables, or is refused with a reason."""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest

from workers.wordnet import snapshot_file
from workers.wordnet.snapshot_file import (
    SnapshotUnusable,
    decode,
    encode,
    map_file,
    ragged,
    release,
    texts,
    write,
)

TABLES: dict[str, array[int] | bytes] = {
    "names": b"cat\ndog\n",
    "numbers": array("I", [1, 2, 2**32 - 1]),
    "empty": b"",
}
NAMED = {"frames": {"1": "Something %s"}}


def encoded() -> bytearray:
    return bytearray(encode(TABLES, NAMED, "3.10", ["data.noun:1:2"]))


def test_the_tables_come_back_as_they_were() -> None:
    header, tables = decode(memoryview(encoded()))

    assert {name: bytes(table) for name, table in tables.items()} == {
        name: bytes(table) for name, table in TABLES.items()
    }
    assert list(tables["numbers"]) == [1, 2, 2**32 - 1]
    assert (header.named, header.nltk_version, header.sources) == (NAMED, "3.10", ["data.noun:1:2"])


def test_texts_and_rows_are_joined_with_the_place_of_each() -> None:
    assert texts("names", ["cat", "", "ox"]) == {
        "names": b"cat\n\nox\n",
        "names_at": array("I", [0, 4, 5, 8]),
    }
    assert ragged("rows", "H", [[7, 8], [], [9]]) == {
        "rows": array("H", [7, 8, 9]),
        "rows_at": array("I", [0, 2, 2, 3]),
    }


def test_every_table_begins_at_a_multiple_of_eight() -> None:
    header, _ = decode(memoryview(encoded()))

    assert all(place.start % 8 == 0 for place in header.places.values())


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda content: content.__setitem__(-1, content[-1] ^ 1), "checksum"),
        (lambda content: content.__setitem__(40, content[40] ^ 1), "checksum"),
        (lambda content: content.__delitem__(slice(len(content) // 2, None)), "checksum"),
        (lambda content: content.__delitem__(slice(10, None)), "cut short"),
        (lambda content: content.__setitem__(slice(0, 8), b"SQLite f"), "no snapshot"),
        (lambda content: struct.pack_into("=I", content, 8, 999), "format 999"),
    ],
    ids=["last byte", "header", "half", "ten bytes", "another file", "another format"],
)
def test_a_damaged_file_is_refused(change: Callable[[bytearray], object], reason: str) -> None:
    content = encoded()
    change(content)

    with pytest.raises(SnapshotUnusable, match=reason):
        decode(memoryview(content))


def test_a_file_of_the_other_byte_order_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = encoded()
    monkeypatch.setattr(sys, "byteorder", "big" if sys.byteorder == "little" else "little")

    with pytest.raises(SnapshotUnusable, match="byte order"):
        decode(memoryview(content))


def test_a_written_file_can_be_mapped_by_every_account(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "snapshot"
    write(bytes(encoded()), path)

    assert bytes(map_file(path)) == encoded()
    assert path.stat().st_mode & 0o777 == 0o644


def test_a_mapped_file_stays_as_it_was_when_it_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "snapshot"
    write(b"old", path)
    before = map_file(path)
    write(b"new", path)

    assert (bytes(before), bytes(map_file(path))) == (b"old", b"new")


def test_an_empty_file_is_refused_and_a_missing_one_is_no_snapshot(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()

    with pytest.raises(SnapshotUnusable, match="empty"):
        map_file(tmp_path / "empty")
    with pytest.raises(FileNotFoundError):
        map_file(tmp_path / "missing")


def test_a_write_that_fails_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "snapshot"
    write(b"old", path)

    def refuse(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(snapshot_file.os, "fsync", refuse)

    with pytest.raises(OSError, match="No space"):
        write(b"half", path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_released_tables_can_still_be_read(tmp_path: Path) -> None:
    path = tmp_path / "snapshot"
    write(bytes(encoded()), path)
    for content in (map_file(path), memoryview(encoded())):
        _, tables = decode(content)
        release(tables)

        assert bytes(tables["names"]) == TABLES["names"]
