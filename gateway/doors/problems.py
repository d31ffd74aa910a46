"""Responses over HTTP, and how errors become them: as problems of RFC 9457, each with our code."""

from __future__ import annotations

import hashlib
from http import HTTPStatus
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from shared.http_messages import Problem
from shared.messages import encode

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shared.messages import ReplyError

Environ = dict[str, Any]
Response = tuple[str, list[tuple[str, str]], bytes]

JSON: Final = "application/json"
PROBLEM_TYPE: Final = "application/problem+json"
PROBLEMS_PAGE: Final = "/api"  # explains each code
NO_GUESSES: Final = ("X-Content-Type-Options", "nosniff")
NEVER_KEEP: Final = ("Cache-Control", "no-store")

STATUS_LINES: Final = {each.value: f"{each.value} {each.phrase}" for each in HTTPStatus}
STATUS_OF: Final = {
    "bad_request": 400,
    "unauthorized": 401,
    "unknown_command": 404,
    "too_long": 400,
    "rate_limited": 429,
    "busy": 503,
    "unavailable": 503,
    "timeout": 504,
}
TEMPORARY: Final = {429, 503}


def respond(status: int, body: bytes, content_type: str, *headers: tuple[str, str]) -> Response:
    """Return a response with a body."""
    length = ("Content-Length", str(len(body)))
    return STATUS_LINES[status], [("Content-Type", content_type), length, NO_GUESSES, *headers], body


def unless_known(
    environ: Environ, body: bytes, content_type: str, cache_control: str, *headers: tuple[str, str]
) -> Response:
    """Return `body`, or nothing if the client says that it has the same one already."""
    return unless_made(environ, (body,), lambda: body, content_type, cache_control, *headers)


def unless_made(
    environ: Environ,
    source: Sequence[bytes],
    make: Callable[[], bytes],
    content_type: str,
    cache_control: str,
    *headers: tuple[str, str],
) -> Response:
    """Return the body that `make` makes of `source` alone, or nothing if the client has it already."""
    digest = hashlib.blake2b(b"".join(source), digest_size=12)
    etag = f'"{digest.hexdigest()}"'
    kept = (("ETag", etag), ("Cache-Control", cache_control), *headers)
    if etag in environ.get("HTTP_IF_NONE_MATCH", ""):
        return STATUS_LINES[304], list(kept), b""
    return respond(200, make(), content_type, *kept)


def problem(error: ReplyError, status: int | None = None) -> Response:
    """Return the response to a failed request; `status` is that of the error's code, unless given."""
    status = status or STATUS_OF.get(error.code, 500)
    place, title = f"{PROBLEMS_PAGE}#{error.code}", HTTPStatus(status).phrase
    body = encode(Problem(place, title, status, error.message, error.code, error.retry_after))
    headers = [NEVER_KEEP]
    if status == HTTPStatus.UNAUTHORIZED:
        headers.append(("WWW-Authenticate", "Bearer"))
    if status in TEMPORARY:
        headers.append(("Retry-After", str(max(1, ceil(error.retry_after or 1)))))
    return respond(status, body, PROBLEM_TYPE, *headers)
