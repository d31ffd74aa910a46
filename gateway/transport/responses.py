"""Responses over plain HTTP, before they are bytes."""

from __future__ import annotations

import hashlib
from http import HTTPStatus
from typing import Any, Final

Environ = dict[str, Any]
Response = tuple[str, str, bytes]  # the status; the headers as they are sent, each with its CRLF; the body

JSON: Final = "application/json"
NO_GUESSES: Final = "X-Content-Type-Options: nosniff\r\n"
NEVER_KEEP: Final = "Cache-Control: no-store\r\n"
REVALIDATE: Final = "Cache-Control: no-cache\r\n"

STATUS_LINES: Final = {each.value: f"{each.value} {each.phrase}" for each in HTTPStatus}


def respond(status: int, body: bytes, content_type: str, headers: str = "") -> Response:
    """Return a response with a body."""
    own = f"Content-Type: {content_type}\r\nContent-Length: {len(body)}\r\n{NO_GUESSES}"
    return STATUS_LINES[status], own + headers, body


def pairs(headers: str) -> list[tuple[str, str]]:
    """Return the names and values of headers, as WSGI wants them.

    >>> pairs("Vary: Origin\\r\\nContent-Length: 0\\r\\n")
    [('Vary', 'Origin'), ('Content-Length', '0')]
    """
    lines = (line.partition(": ") for line in headers.split("\r\n")[:-1])
    return [(name, value) for name, _, value in lines]


def unless_known(environ: Environ, body: bytes, content_type: str, headers: str) -> Response:
    """Return the body, or nothing if the client has it already."""
    etag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
    if etag in environ.get("HTTP_IF_NONE_MATCH", ""):
        return STATUS_LINES[304], f"ETag: {etag}\r\n{headers}", b""
    return respond(200, body, content_type, f"ETag: {etag}\r\n{headers}")
