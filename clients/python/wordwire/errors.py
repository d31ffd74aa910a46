"""The one error of this package."""

from __future__ import annotations

from typing import Any

UNREACHABLE = "unreachable"
# Of docs/protocol.md. The first two pass by themselves; the next three say that the question is wrong.
PASSING = frozenset({"busy", "rate_limited"})
WRONG_QUESTION = frozenset({"bad_request", "unknown_command", "too_long"})
UNAUTHORIZED = "unauthorized"
TIMEOUT = "timeout"
UNAVAILABLE = "unavailable"


class WordwireError(Exception):
    """A question has no answer; `code` says why, for programs.

    The codes are those of Wordwire's protocol, and `unreachable` for a server that can't be reached.
    `retry_after` is the number of seconds until a retry can succeed, if known.
    """

    def __init__(self, code: str, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.retry_after = retry_after


def refusal(error: dict[str, Any]) -> WordwireError:
    """Return the error that the server sent as `{code, message, retry_after?}`."""
    return WordwireError(error["code"], error["message"], error.get("retry_after"))
