"""The client has the codes of the protocol and one more."""

from __future__ import annotations

from wordwire import errors
from wordwire.errors import refusal

from shared.errors import wire_codes


def test_the_codes_that_the_client_knows_are_the_servers() -> None:
    ours = {*errors.PASSING, *errors.WRONG_QUESTION, errors.UNAUTHORIZED, errors.TIMEOUT, errors.UNAVAILABLE}

    assert ours <= wire_codes()
    assert errors.UNREACHABLE not in wire_codes()


def test_a_refusal_has_the_code_the_sentence_and_the_pause() -> None:
    error = refusal({"code": "busy", "message": "Try again.", "retry_after": 1.5, "later_field": 1})

    assert (error.code, str(error), error.retry_after) == ("busy", "Try again.", 1.5)
    assert refusal({"code": "timeout", "message": "Too late."}).retry_after is None
