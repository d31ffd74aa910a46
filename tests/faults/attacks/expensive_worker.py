"""A worker in which each lookup takes as long as it ever may: `pattern` 20 ms, a sentence 100 ms."""

from __future__ import annotations

import sys
import time
from typing import Any

import workers.tasks
from workers.__main__ import main

SECONDS = {"pattern": 0.020, "ask": 0.100}

encoded_answer = workers.tasks.encoded_answer


def answer(lexicon: Any, lookup: Any, cache: Any) -> Any:
    """Answer like the real worker, but only after the time of this command."""
    until = time.monotonic() + SECONDS.get(lookup.command, 0.0)
    while time.monotonic() < until:
        pass  # at work, as a search through all words is
    return encoded_answer(lexicon, lookup, cache)


if __name__ == "__main__":
    workers.tasks.encoded_answer = answer
    sys.exit(main([]))
