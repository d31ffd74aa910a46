"""The processes of a worker that gets orphans, as PID 1 of a container does; each leaves one behind."""

from __future__ import annotations

import ctypes
import signal
import subprocess
import sys

from workers.processes import Processes

PR_SET_CHILD_SUBREAPER = 36


def leave_an_orphan() -> int:
    """Leave a process behind, print its pid, and stay."""
    shown = subprocess.run(["sh", "-c", "sleep 0.1 >&2 & echo $!"], stdout=subprocess.PIPE, check=True).stdout
    print(shown.decode().strip(), flush=True)
    signal.pause()
    return 0


if __name__ == "__main__":
    assert ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1) == 0
    sys.exit(Processes([leave_an_orphan]).run())
