"""Every error code has an HTTP status, and its problem has the message of the socket."""

from __future__ import annotations

import json
from http import HTTPStatus

import pytest

from gateway.doors.problems import STATUS_OF, problem
from shared.errors import LookupFailed, LookupRefused
from shared.messages import ReplyError

CODES_OF_LOOKUPS = {cls.code for tree in (LookupRefused, LookupFailed) for cls in tree.__subclasses__()}


def test_every_code_of_a_lookup_has_a_status() -> None:
    assert set(STATUS_OF) == CODES_OF_LOOKUPS


@pytest.mark.parametrize("code", [*STATUS_OF, "internal"])
def test_a_problem_has_the_form_of_rfc_9457_and_our_code(code: str) -> None:
    status, headers, body = problem(ReplyError(code, "So it is."))
    number = STATUS_OF.get(code, 500)

    assert status == f"{number} {HTTPStatus(number).phrase}"
    assert dict(headers)["Content-Type"] == "application/problem+json"
    assert dict(headers)["Cache-Control"] == "no-store"
    assert json.loads(body) == {
        "type": f"/api#{code}",
        "title": HTTPStatus(number).phrase,
        "status": number,
        "detail": "So it is.",
        "code": code,
    }


@pytest.mark.parametrize(
    ("code", "after", "header"),
    [
        ("rate_limited", 0.02, "1"),
        ("rate_limited", 2.1, "3"),
        ("busy", None, "1"),
        ("unavailable", None, "1"),
        ("bad_request", None, None),
        ("timeout", None, None),
    ],
)
def test_retry_after_is_in_whole_seconds(code: str, after: float | None, header: str | None) -> None:
    _, headers, body = problem(ReplyError(code, "Later.", after))

    assert dict(headers).get("Retry-After") == header
    assert json.loads(body).get("retry_after") == after


def test_a_status_of_the_error_itself_comes_first() -> None:
    assert problem(ReplyError("unauthorized", "No."), 403)[0] == "403 Forbidden"
    assert dict(problem(ReplyError("unauthorized", "No."))[1])["WWW-Authenticate"] == "Bearer"
