"""The body of an HTTP request, read whole before anything answers: by its length or in chunks, and bounded.

    size in hexadecimal [; extensions] CRLF   one chunk, as often as needed; a size of 0 ends the body
    that many bytes CRLF
    [trailers] CRLF                           after the last chunk

eventlet's own reader has no bound for the lines of a chunked body, and reads the bodies that nobody asked
for without a time limit.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from email.message import Message
    from typing import Any, BinaryIO

MAX_LINE_BYTES: Final = 1024  # of a chunk's size with its extensions, or of a trailer
MAX_TRAILERS: Final = 32
_DIGITS: Final = re.compile(r"[0-9]{1,18}")
_CHUNK_SIZE: Final = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(;.*)?")


class BadBody(Exception):
    """The request's body can't be read; answer with `status` and close the connection."""

    def __init__(self, status: str, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code


class Source:
    """The source of a request's headers or body; the library would take the end of a header for its rest."""

    def __init__(self, source: Any, on_received: Callable[[int], None]) -> None:
        self._source = source
        self._on_received = on_received

    def readline(self, size: int = -1) -> bytes:
        """Return the next line; raises EOFError if the client left before it."""
        line: bytes = self._source.readline(size)
        if not line:
            raise EOFError("the client has disconnected")
        self._on_received(len(line))
        return line

    def read(self, size: int) -> bytes:
        """Return `size` bytes, fewer if the client left before."""
        pieces = []
        while size and (piece := self._source.read1(size)):
            pieces.append(piece)
            size -= len(piece)
            self._on_received(len(piece))
        return b"".join(pieces)


def read_body(
    source: Source | BinaryIO, headers: Message, max_bytes: int, before_reading: Callable[[], None]
) -> bytes:
    """Return the body that follows `headers` in `source`; raises BadBody, or EOFError if the client left.

    `before_reading` is called if the headers are good and a body follows.
    """
    if headers.defects or headers.get_payload() or any(name.strip() != name for name in headers):
        # The library skips the headers after a malformed one, among them perhaps the length of the body.
        raise _malformed("The headers are malformed.")
    codings = headers.get_all("transfer-encoding") or []
    lengths = headers.get_all("content-length") or []
    if codings:
        if [coding.strip().lower() for coding in codings] != ["chunked"]:
            raise BadBody("501 Not Implemented", "bad_request", "The only transfer encoding here is chunked.")
        if lengths:
            raise _malformed("A body has a length or a transfer encoding, not both.")
        before_reading()
        return _read_chunks(source, max_bytes)
    if not lengths:
        return b""
    if len(set(lengths)) > 1 or not _DIGITS.fullmatch(lengths[0].strip()):
        raise _malformed("The content length is not a number.")
    length = int(lengths[0])
    if length > max_bytes:
        raise _too_long(max_bytes)
    if length:
        before_reading()
    return _read_exactly(source, length)


def _read_chunks(source: Source | BinaryIO, max_bytes: int) -> bytes:
    chunks = []
    total = 0
    while size := _chunk_size(_read_line(source)):
        total += size
        if total > max_bytes:
            raise _too_long(max_bytes)
        chunks.append(_read_exactly(source, size))
        if _read_line(source):
            raise _malformed("A chunk is longer than its size.")
    for _ in range(MAX_TRAILERS):
        if not _read_line(source):
            return b"".join(chunks)
    raise _malformed("Too many trailers.")


def _chunk_size(line: bytes) -> int:
    found = _CHUNK_SIZE.fullmatch(line)
    if found is None:
        raise _malformed("A chunk begins with its size in hexadecimal.")
    return int(found[1], 16)


def _read_line(source: Source | BinaryIO) -> bytes:
    """Return the next line without its end."""
    line = source.readline(MAX_LINE_BYTES)
    if not line:
        raise EOFError("the client has disconnected")
    if not line.endswith(b"\r\n"):  # proxies differ about other ends, so that a request could hide here
        raise _malformed("A line of a body in chunks is too long, or does not end as the protocol demands.")
    return line[:-2]


def _read_exactly(source: Source | BinaryIO, length: int) -> bytes:
    body = source.read(length)
    if len(body) < length:
        raise EOFError("the client has disconnected")
    return body


def _malformed(message: str) -> BadBody:
    return BadBody("400 Bad Request", "bad_request", message)


def _too_long(max_bytes: int) -> BadBody:
    message = f"A message may have at most {max_bytes} bytes (MAX_MESSAGE_BYTES)."
    return BadBody("413 Content Too Large", "too_long", message)
