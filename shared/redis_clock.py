"""The clock of the Redis that carries the replies: the one clock that gateways and workers share."""

from __future__ import annotations

import time


class RedisClock:
    """Tells Redis's time between two answers to its command TIME.

    The clocks of two hosts differ, and each may jump. A process that asks Redis every second or two, and
    counts on by its own monotonic clock, notices neither.
    """

    def __init__(self) -> None:
        self._ahead: float | None = None  # of the monotonic clock, in seconds

    def set(self, answer: tuple[int, int]) -> None:
        """Take the answer to TIME: Unix seconds and microseconds."""
        seconds, microseconds = answer
        self._ahead = seconds + microseconds / 1e6 - time.monotonic()

    def now(self) -> float | None:
        """Return Redis's time in Unix seconds; None before its first answer."""
        return None if self._ahead is None else time.monotonic() + self._ahead
