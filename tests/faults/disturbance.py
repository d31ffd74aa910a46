"""How much of the machine others took: where it is at its limit, a bound in milliseconds says nothing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import psutil

if TYPE_CHECKING:
    from tests.stack import Stack


class Disturbance:
    """From its making on, which share of the machine's processors went to neither the stack nor this test."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack
        self._total, self._busy = _machine_seconds()
        self._ours = self._our_seconds()

    def share(self) -> float:
        """Return the share of all processor time, from 0 to 1, that others took since."""
        total, busy = _machine_seconds()
        others = busy - self._busy - (self._our_seconds() - self._ours)
        return max(0.0, others / (total - self._total))

    def _our_seconds(self) -> float:
        pids = [os.getpid(), *(pid for process in self._stack.processes for pid in process.members())]
        times = [psutil.Process(pid).cpu_times() for pid in pids]
        return sum(each.user + each.system for each in times)


def _machine_seconds() -> tuple[float, float]:
    times = psutil.cpu_times()
    total = sum(times) - getattr(times, "guest", 0.0) - getattr(times, "guest_nice", 0.0)  # counted twice
    return total, total - times.idle - getattr(times, "iowait", 0.0)
