"""Responses over HTTP, and how errors become them: as problems of RFC 9457, each with our code."""

from __future__ import annotations

import hashlib
from functools import cache
from http import HTTPStatus
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from shared.errors import BadRequest, Unauthorized
from shared.http_messages import Problem
from shared.messages import encode

if TYPE_CHECKING:
    from shared.messages import ReplyError

Environ = dict[str, Any]
Headers = list[tuple[str, str]]
Response = tuple[str, Headers, bytes]

JSON: Final = "application/json"
PROBLEM_TYPE: Final = "application/problem+json"
PROBLEMS_PAGE: Final = "/api"  # explains each code
NEVER_KEEP: Final = ("Cache-Control", "no-store")

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


class NotHere(BadRequest):
    """The request asks for a resource, a method or a type of content that this door does not have."""

    def __init__(self, status: int, message: str, *headers: tuple[str, str]) -> None:
        super().__init__(message)
        self.status = status
        self.headers = headers


class ForeignOrigin(Unauthorized):
    """The page that asks is from an origin that may not."""

    status = 403


def respond(status: int, body: bytes, content_type: str, *headers: tuple[str, str]) -> Response:
    """Return a response with a body."""
    known = [("Content-Type", content_type), ("Content-Length", str(len(body)))]
    return status_line(status), [*known, ("X-Content-Type-Options", "nosniff"), *headers], body


def unless_known(
    environ: Environ, body: bytes, content_type: str, cache_control: str, *headers: tuple[str, str]
) -> Response:
    """Return `body`, or nothing if the client says that it has the same one already."""
    etag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    kept = (("ETag", etag), ("Cache-Control", cache_control), *headers)
    if etag in environ.get("HTTP_IF_NONE_MATCH", ""):
        return status_line(HTTPStatus.NOT_MODIFIED), list(kept), b""
    return respond(HTTPStatus.OK, body, content_type, *kept)


def check_method(environ: Environ, *allowed: str) -> None:
    """Raise NotHere unless the request has one of these methods."""
    if environ["REQUEST_METHOD"] not in allowed:
        methods = ", ".join((*allowed, "OPTIONS"))
        raise NotHere(HTTPStatus.METHOD_NOT_ALLOWED, f"The methods here are {methods}.", ("Allow", methods))


def problem(error: ReplyError, status: int | None = None, *headers: tuple[str, str]) -> Response:
    """Return the response to a failed request; `status` is that of the error's code, unless given."""
    status = status or STATUS_OF.get(error.code, 500)
    body = Problem(
        f"{PROBLEMS_PAGE}#{error.code}",
        HTTPStatus(status).phrase,
        status,
        error.message,
        error.code,
        error.retry_after,
    )
    more = [NEVER_KEEP, *headers]
    if status in {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}:
        more.append(("Retry-After", str(max(1, ceil(error.retry_after or 1)))))
    if status == HTTPStatus.UNAUTHORIZED:
        more.append(("WWW-Authenticate", "Bearer"))
    return respond(status, encode(body), PROBLEM_TYPE, *more)


@cache
def status_line(status: int) -> str:
    """Return a status with its phrase.

    >>> status_line(404)
    '404 Not Found'
    """
    return f"{status} {HTTPStatus(status).phrase}"
