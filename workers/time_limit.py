"""How long one lookup may take, held by an alarm in the process that works on it."""

from __future__ import annotations

import signal
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SLOW_AFTER_S = 0.010


class TimeIsUp(BaseException):
    """Raised amid a lookup that takes too long; no lookup's own `except Exception` may catch it."""


class TimeLimit:
    """Ends a block of code after some `seconds` by TimeIsUp, and calls `when_slow` when it takes over 10 ms.

    The blocks of a batch run while it is `watching`: one alarm rings every 10 ms and looks at the block of
    the moment, since to set one for each block would be two system calls more for each.
    For the main thread of a process: signals arrive there.
    """

    def __init__(self, seconds: float, when_slow: Callable[[], None]) -> None:
        self._seconds = seconds
        self._when_slow = when_slow
        self._began: float | None = None
        self._is_slow = False

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Let the alarm ring."""
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
