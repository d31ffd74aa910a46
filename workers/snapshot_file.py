"""The snapshot's file: a header in JSON, then the tables one after the other, under one checksum.

    b"wordwire"  format  crc32 of what follows  length of header  header  padding  table  padding  table …
    8 bytes      u32     u32                    u64               JSON    to 8             to 8

Numbers are in the byte order of the machine that wrote the file, which the header names. Reading copies
nothing: the file is mapped, and the tables are views of it that all processes of a machine share.
"""

from __future__ import annotations

import mmap
import os
import struct
import sys
import tempfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec
from msgspec import Struct

if TYPE_CHECKING:
    from array import array
    from collections.abc import Mapping

MAGIC: Final = b"wordwire"
FORMAT: Final = 1  # one more whenever the tables or their meaning change
_PREAMBLE: Final = struct.Struct("=8sIIQ")
_CHECKSUM_STARTS_AT: Final = 16
_ALIGNMENT: Final = 8


class Place(Struct, frozen=True, array_like=True):
    """Where a table lies, in bytes from the end of the header, and the type of its items (as in `array`)."""

    typecode: str
    start: int
    length: int


class Header(Struct, frozen=True):
    """What the snapshot was made of, where its tables lie, and what is kept by name."""

    byte_order: str
    nltk_version: str
    sources: list[str]
    places: dict[str, Place]
    named: dict[str, Any]


class SnapshotUnusable(Exception):
    """The file is damaged, or of another format; it has to be built again."""


def encode(
    tables: Mapping[str, array[int] | bytes], named: dict[str, Any], version: str, sources: list[str]
) -> bytes:
    """Return the whole file for these tables."""
    body = bytearray()
    places = {}
    for name, table in tables.items():
        typecode = "B" if isinstance(table, bytes) else table.typecode
        content = bytes(table)
        places[name] = Place(typecode, len(body), len(content))
        body += content + bytes(-len(content) % _ALIGNMENT)
    header = msgspec.json.encode(Header(sys.byteorder, version, sources, places, named))
    header += b" " * (-(_PREAMBLE.size + len(header)) % _ALIGNMENT)
    rest = struct.pack("=Q", len(header)) + header + body
    return _PREAMBLE.pack(MAGIC, FORMAT, zlib.crc32(rest), len(header)) + rest[8:]


def write(content: bytes, path: Path) -> None:
    """Write the file in one step: who opens `path` sees the old one or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)  # mkstemp's 0600 would hide it from a worker under another account
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def map_file(path: Path) -> memoryview:
    """Return the file's content, mapped; raises FileNotFoundError, or SnapshotUnusable if empty."""
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size == 0:
            raise SnapshotUnusable("it is empty")
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def decode(content: memoryview) -> tuple[Header, dict[str, memoryview]]:
    """Return the header and the tables of a snapshot; raises SnapshotUnusable if anything is wrong."""
    if len(content) < _PREAMBLE.size:
        raise SnapshotUnusable("it is cut short")
    magic, file_format, checksum, header_length = _PREAMBLE.unpack_from(content)
    if magic != MAGIC:
        raise SnapshotUnusable("it is no snapshot of ours")
    if file_format != FORMAT:
        raise SnapshotUnusable(f"it has format {file_format}, not {FORMAT}")
    if zlib.crc32(content[_CHECKSUM_STARTS_AT:]) != checksum:
        raise SnapshotUnusable("its checksum is wrong")
    body_starts_at = _PREAMBLE.size + header_length
    header = msgspec.json.decode(content[_PREAMBLE.size : body_starts_at], type=Header)
    if header.byte_order != sys.byteorder:
        raise SnapshotUnusable("it comes from a machine of the other byte order")
    body = content[body_starts_at:]
    # The type code is read from the file, where mypy knows only literal ones.
    tables = {
        name: body[place.start : place.start + place.length].cast(place.typecode)  # type: ignore[call-overload]
        for name, place in header.places.items()
    }
    return header, tables
