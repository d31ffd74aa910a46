"""The snapshot's file: a header in JSON, then the tables one after the other, under one checksum.

    b"wordwire"  format  crc32 of what follows  length of header  header  padding  table  padding  table …
    8 bytes      u32     u32                    u64               JSON    to 8             to 8

Numbers are in the byte order of the machine that wrote the file, which the header names. Reading copies
nothing: the tables are views of the mapped file, which all processes of a machine share.
"""

from __future__ import annotations

import mmap
import os
import struct
import sys
import tempfile
import zlib
from array import array
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MAGIC: Final = b"wordwire"
FORMAT: Final = 15  # add one when the tables or their meaning change
_PREAMBLE: Final = struct.Struct("=8sIIQ")
_CHECKSUM_STARTS_AT: Final = 16
_ALIGNMENT: Final = 8

Tables = dict[str, "array[int] | bytes"]


class Place(Struct, frozen=True, array_like=True):
    """The place of a table, in bytes from the end of the header, and the type of its items (see `array`)."""

    typecode: str
    start: int
    length: int


class Header(Struct, frozen=True):
    """The origin of a snapshot, the places of its tables, and small content by name."""

    byte_order: str
    nltk_version: str
    sources: list[str]
    places: dict[str, Place]
    named: dict[str, Any]


class SnapshotUnusable(Exception):
    """The file is damaged or has another format, and must be built again."""


def texts(name: str, each: Iterable[str]) -> Tables:
    """Return the tables of texts, joined with a line feed after each, and of the ends of them."""
    encoded = [text.encode("ascii") + b"\n" for text in each]
    return {name: b"".join(encoded), f"{name}_at": array("I", accumulate(map(len, encoded), initial=0))}


def ragged(name: str, typecode: str, rows: Sequence[Sequence[int]]) -> Tables:
    """Return the tables of rows of numbers, joined, and of the starts of them."""
    return {
        name: array(typecode, [value for row in rows for value in row]),
        f"{name}_at": array("I", accumulate(map(len, rows), initial=0)),
    }


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
    """Write the file in one step, so a reader finds the old content or the new, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)  # mkstemp's 0600 would hide it from workers of other accounts
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def map_file(path: Path) -> memoryview:
    """Return the mapped content; raises FileNotFoundError, or SnapshotUnusable if the file is empty."""
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size == 0:
            raise SnapshotUnusable("it is empty")
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def release(tables: Mapping[str, memoryview]) -> None:
    """Return the memory of a mapped file to the system; the pages that a process reads come back then."""
    for mapped in {id(table.obj): table.obj for table in tables.values()}.values():
        if isinstance(mapped, mmap.mmap):
            mapped.madvise(mmap.MADV_DONTNEED)


def decode(content: memoryview) -> tuple[Header, dict[str, memoryview]]:
    """Return the header and the tables of a snapshot; raises SnapshotUnusable if it is not a good one."""
    if len(content) < _PREAMBLE.size:
        raise SnapshotUnusable("it is cut short")
    magic, file_format, checksum, header_length = _PREAMBLE.unpack_from(content)
    if magic != MAGIC:
        raise SnapshotUnusable("it is no snapshot of Wordwire")
    if file_format != FORMAT:
        raise SnapshotUnusable(f"it has format {file_format}, not {FORMAT}")
    if zlib.crc32(content[_CHECKSUM_STARTS_AT:]) != checksum:
        raise SnapshotUnusable("its checksum is wrong")
    body_starts_at = _PREAMBLE.size + header_length
    header = msgspec.json.decode(content[_PREAMBLE.size : body_starts_at], type=Header)
    if header.byte_order != sys.byteorder:
        raise SnapshotUnusable("it comes from a machine with another byte order")
    body = content[body_starts_at:]
    # mypy accepts only literal type codes, and this one comes from the file.
    tables = {
        name: body[place.start : place.start + place.length].cast(place.typecode)  # type: ignore[call-overload]  # see above
        for name, place in header.places.items()
    }
    return header, tables
