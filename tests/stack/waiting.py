"""Waiting for a condition, with a deadline."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")

POLL_SECONDS = 0.02
DEADLINE_S = 60.0  # for conditions without a promised time: far more than a busy machine needs


def patience() -> float:
    """Return the factor by which other work on this machine stretches a time: 1 if it has a core to spare."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def wait_until(condition: Callable[[], Result], what: str, within: float = DEADLINE_S) -> Result:
    """Return the first true value of `condition()`; fail after `within` seconds, naming `what`.

    A busy machine gets more time, see `patience`.
    """
    began = time.monotonic()
    while True:
        result = condition()
        if result:
            return result
        waited = time.monotonic() - began
        if waited > within and waited > within * patience():
            raise AssertionError(f"Waited {waited:.0f} s for {what}; the last try returned {result!r}.")
        time.sleep(POLL_SECONDS)
