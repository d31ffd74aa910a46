"""How fast each command was in the last minutes, for people who look at /status. Pure."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

MINUTES: Final = 5
GROWTH: Final = 1.25  # from one bucket's bound to the next, so a quantile is at most a quarter too high
BOUNDS_MS: Final = tuple(0.25 * GROWTH**step for step in range(50))  # up to 14 s


class RecentLatencies:
    """Counts of latencies by command and minute; what is older than MINUTES is dropped."""

    def __init__(self) -> None:
        self._minutes: dict[int, dict[str, list[int]]] = {}

    def observe(self, command: str, seconds: float, now: float) -> None:
        """Count one lookup that took `seconds` and was answered at `now` (seconds of a monotonic clock)."""
        minute = int(now // 60)
        commands = self._minutes.get(minute)
        if commands is None:
            commands = self._minutes[minute] = {}
            self._drop_before(minute - MINUTES + 1)
        counts = commands.get(command)
        if counts is None:
            counts = commands[command] = [0] * (len(BOUNDS_MS) + 1)
        counts[bisect_left(BOUNDS_MS, seconds * 1000)] += 1

    def summary(self, now: float) -> dict[str, dict[str, float]]:
        """Return, by command, how many there were and how long half of them, and 99 %, took at most."""
        self._drop_before(int(now // 60) - MINUTES + 1)
        totals: dict[str, list[int]] = {}
        for commands in self._minutes.values():
            for command, counts in commands.items():
                known = totals.setdefault(command, [0] * len(counts))
                totals[command] = [a + b for a, b in zip(known, counts, strict=True)]
        return {
            command: {
                "count": sum(counts),
                "p50_ms": _quantile(counts, 0.5),
                "p99_ms": _quantile(counts, 0.99),
            }
            for command, counts in sorted(totals.items())
        }

    def _drop_before(self, minute: int) -> None:
        for old in [known for known in self._minutes if known < minute]:
            del self._minutes[old]


def _quantile(counts: list[int], share: float) -> float:
    """Return the upper bound, in milliseconds, of the bucket in which `share` of all is reached."""
    wanted = sum(counts) * share
    reached = 0
    for bound, number in zip((*BOUNDS_MS, BOUNDS_MS[-1]), counts, strict=True):
        reached += number
        if reached >= wanted:
            return round(bound, 2)
    return BOUNDS_MS[-1]
