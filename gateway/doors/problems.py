"""How errors become responses over HTTP: as problems of RFC 9457, each with our code."""

from __future__ import annotations

from http import HTTPStatus
from math import ceil
from typing import Final

from gateway.transport.responses import NEVER_KEEP, Response, respond
from shared.http_messages import Problem
from shared.messages import ReplyError, encode

PROBLEM_TYPE: Final = "application/problem+json"
PROBLEMS_PAGE: Final = "/api"  # explains each code
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


def problem(error: ReplyError, status: int | None = None) -> Response:
    """Return the response to a failed request; `status` is that of the error's code, unless given."""
    status = status or STATUS_OF.get(error.code, 500)
    place, title = f"{PROBLEMS_PAGE}#{error.code}", HTTPStatus(status).phrase
    body = encode(Problem(place, title, status, error.message, error.code, error.retry_after))
    headers = [NEVER_KEEP]
    if status == HTTPStatus.UNAUTHORIZED:
        headers.append(("WWW-Authenticate", "Bearer"))
    if status in {429, 503}:
        headers.append(("Retry-After", str(max(1, ceil(error.retry_after or 1)))))
    return respond(status, body, PROBLEM_TYPE, *headers)
