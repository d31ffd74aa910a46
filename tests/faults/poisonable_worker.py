"""A worker for which some words are poison: they kill its process, never end, or raise."""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

import workers.tasks
from workers.__main__ import main

KILLS, HANGS, RAISES = "poison that kills", "poison that hangs", "poison that raises"

encoded_answer = workers.tasks.encoded_answer


def answer_or_suffer(lexicon: Any, lookup: Any, *others: Any) -> Any:
    """Answer like the real worker, unless the word is poison."""
    if lookup.word == KILLS:
        os.kill(os.getpid(), signal.SIGKILL)
    if lookup.word == RAISES:
        raise RuntimeError("an unforeseen fault at /some/secret/path")
    while lookup.word == HANGS:
        pass
    return encoded_answer(lexicon, lookup, *others)


if __name__ == "__main__":
    workers.tasks.encoded_answer = answer_or_suffer
    sys.exit(main([]))
