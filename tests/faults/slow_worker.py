"""A worker with two processes, each of which answers at most 500 lookups a second."""

from __future__ import annotations

import sys
import time
from typing import Any

import workers.tasks
from workers.__main__ import main

SECONDS_A_LOOKUP = 0.002
CATCH_UP_SECONDS = 0.1  # how far it may catch up after long pauses, so that a busy machine keeps the rate

encoded_answer = workers.tasks.encoded_answer


class Pace:
    """Answers one lookup every SECONDS_A_LOOKUP."""

    def __init__(self) -> None:
        self._next_at = 0.0

    def answer(self, *arguments: Any) -> Any:
        """Answer like the real worker, but wait long enough after the last answer."""
        now = time.monotonic()
        self._next_at = max(self._next_at + SECONDS_A_LOOKUP, now - CATCH_UP_SECONDS)
        if self._next_at > now:
            time.sleep(self._next_at - now)
        return encoded_answer(*arguments)


if __name__ == "__main__":
    workers.tasks.encoded_answer = Pace().answer
    sys.exit(main([]))
