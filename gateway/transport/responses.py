"""Responses over plain HTTP, before they are bytes."""

from __future__ import annotations

import hashlib
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

Environ = dict[str, Any]
Header = tuple[str, str]
Response = tuple[str, list[Header], bytes]

JSON: Final = "application/json"
NO_GUESSES: Final = ("X-Content-Type-Options", "nosniff")
NEVER_KEEP: Final = ("Cache-Control", "no-store")
REVALIDATE: Final = ("Cache-Control", "no-cache")

STATUS_LINES: Final = {each.value: f"{each.value} {each.phrase}" for each in HTTPStatus}


def respond(status: int, body: bytes, content_type: str, *headers: Header) -> Response:
    """Return a response with a body."""
    length = ("Content-Length", str(len(body)))
    return STATUS_LINES[status], [("Content-Type", content_type), length, NO_GUESSES, *headers], body


def unless_known(
    environ: Environ,
    source: bytes,
    content_type: str,
    *headers: Header,
    make: Callable[[bytes], bytes] = bytes,
    version: bytes = b"",
) -> Response:
    """Return the body that `make` makes of `source`, or nothing if the client has it already.

    `make` is the same for the same `version`, of at most 64 bytes.
    """
    etag = f'"{hashlib.blake2b(source, digest_size=12, key=version).hexdigest()}"'
    if etag in environ.get("HTTP_IF_NONE_MATCH", ""):
        return STATUS_LINES[304], [("ETag", etag), *headers], b""
    return respond(200, make(source), content_type, ("ETag", etag), *headers)
