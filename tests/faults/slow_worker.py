"""A worker whose every lookup takes 2 ms more: its two processes carry up to 1,000 lookups a second."""

from __future__ import annotations

import sys
import time
from typing import Any

import workers.tasks
from workers.__main__ import main

EXTRA_SECONDS = 0.002

answer = workers.tasks.answer


def answer_slowly(*arguments: Any) -> Any:
    """Answer as the real worker does, but later."""
    time.sleep(EXTRA_SECONDS)
    return answer(*arguments)


if __name__ == "__main__":
    workers.tasks.answer = answer_slowly
    sys.exit(main([]))
