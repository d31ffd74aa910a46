"""Runs a module like `python -m`, but Ctrl-C ends it without a traceback: `python -m tools.quietly MODULE`.

It imports next to nothing, so Ctrl-C is also quiet while the module's own imports run.
"""

from __future__ import annotations

import runpy
import signal
import sys
from typing import NoReturn


def main(arguments: list[str]) -> None:
    """Run the module `arguments[0]` with the other arguments."""
    signal.signal(signal.SIGINT, _leave)
    sys.argv = arguments  # runpy puts the module's path in the first place
    runpy.run_module(arguments[0], run_name="__main__", alter_sys=True)


def _leave(number: int, _frame: object) -> NoReturn:
    """End through every `finally`, with the exit code of a shell's command that a signal ended."""
    sys.exit(128 + number)


if __name__ == "__main__":
    main(sys.argv[1:])
