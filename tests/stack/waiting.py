"""Waiting for a condition, with a deadline."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")

POLL_SECONDS = 0.02


def wait_until(condition: Callable[[], Result], what: str, within: float = 10.0) -> Result:
    """Return the first true value of `condition()`; fail after `within` seconds, naming `what`."""
    deadline = time.monotonic() + within
    while True:
        result = condition()
        if result:
            return result
        if time.monotonic() > deadline:
            raise AssertionError(f"Waited {within:g} s for {what}; the last try returned {result!r}.")
        time.sleep(POLL_SECONDS)
