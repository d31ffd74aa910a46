"""The time limit of a lookup, kept by an alarm in the process that answers it."""

from __future__ import annotations

import signal
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SLOW_AFTER_S = 0.010


class TimeIsUp(BaseException):
    """Interrupts a lookup that takes too long; a BaseException, so no `except Exception` there catches it."""


class TimeLimit:
    """Ends a block of code with TimeIsUp after `seconds`, and calls `when_slow` once it has run for 10 ms.

    All blocks of a batch run within `watching`. There, one alarm rings every 10 ms and checks the block at
    work, because an alarm for each block would cost two system calls more. It works in the main thread only,
    which gets the signals.
    """

    def __init__(self, seconds: float, when_slow: Callable[[], None]) -> None:
        self._seconds = seconds
        self._when_slow = when_slow
        self._began: float | None = None
        self._is_slow = False

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Let the alarm ring every 10 ms."""
        signal.signal(signal.SIGALRM, self._ring)
        every = min(SLOW_AFTER_S, self._seconds)
        signal.setitimer(signal.ITIMER_REAL, every, every)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)

    def __enter__(self) -> None:
        self._is_slow = False
        self._began = time.monotonic()

    def __exit__(self, *_error: object) -> None:
        self._began = None

    def _ring(self, *_signal: object) -> None:
        if self._began is None:
            return
        took = time.monotonic() - self._began
        if took >= self._seconds:
            raise TimeIsUp
        if took >= SLOW_AFTER_S and not self._is_slow:
            self._is_slow = True
            self._when_slow()
