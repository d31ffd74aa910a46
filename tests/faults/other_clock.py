"""A gateway or a worker whose host's clock differs or jumps: CLOCK_FILE holds the seconds it is ahead."""

from __future__ import annotations

import os
import runpy
import time
from pathlib import Path

OFFSET_CHECK_SECONDS = 0.2

monotonic, real_time = time.monotonic, time.time


class WrongClock:
    """The clock of a host that is as far ahead as the file says."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._ahead = 0.0
        self._read_at = 0.0

    def time(self) -> float:
        """Return the time of this host."""
        if monotonic() - self._read_at > OFFSET_CHECK_SECONDS:
            self._read_at = monotonic()
            self._ahead = float(self._file.read_text() or 0)
        return real_time() + self._ahead


if __name__ == "__main__":
    time.time = WrongClock(Path(os.environ["CLOCK_FILE"])).time
    runpy.run_module(os.environ["CLOCK_MODULE"], run_name="__main__", alter_sys=True)
