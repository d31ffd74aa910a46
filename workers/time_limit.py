"""How long one lookup may take, held by an alarm in the process that works on it."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SLOW_AFTER_S = 0.010


class TimeIsUp(BaseException):
    """Raised amid a lookup that takes too long; no lookup's own `except Exception` may catch it."""


class TimeLimit:
    """Ends a block of code after `seconds` by TimeIsUp, and calls `when_slow` when it takes over 10 ms.

    For the main thread of a process: signals arrive there.
    """

    def __init__(self, seconds: float, when_slow: Callable[[], None]) -> None:
        self._seconds = seconds
        self._when_slow = when_slow
        self._is_slow = False
        signal.signal(signal.SIGALRM, self._ring)

    def __enter__(self) -> None:
        self._is_slow = False
        signal.setitimer(signal.ITIMER_REAL, min(SLOW_AFTER_S, self._seconds))

    def __exit__(self, *_error: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)

    def _ring(self, *_signal: object) -> None:
        if self._is_slow or self._seconds <= SLOW_AFTER_S:
            raise TimeIsUp
        self._is_slow = True
        signal.setitimer(signal.ITIMER_REAL, self._seconds - SLOW_AFTER_S)
        self._when_slow()
