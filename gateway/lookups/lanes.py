"""Decides which lookups go to the queue next, so that expensive ones delay no cheap ones. Pure: no I/O.

A batch holds lookups of one class only. Cheap ones go out at once. Expensive ones go out a few at a time, and
at most as many batches as the workers' processes can work on, because both classes share one queue: an
expensive batch that waits there would delay every cheap batch behind it. Sentences have another queue and
the same limits, because one client's long questions would delay every other client's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gateway.lookups.fair_queue import LOOKUPS_A_TURN, FairQueue
from gateway.lookups.pending import CHEAP, Batch, Lane
from shared.catalog import COMMANDS
from shared.names import ASK_EVENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gateway.lookups.pending import PendingLookup

# Seconds of work in a batch, as far as the last ones tell. The model reads sentences faster together.
BATCH_TARGETS: Final = {Lane.EXPENSIVE: 0.010, Lane.SENTENCE: 0.050}
FIRST_GUESS_S: Final = 0.010  # for one lookup
WEIGHT: Final = 0.1  # of the last batch in the estimate, if it was quicker; a slower one counts at once
SHARED_FOR_S: Final = 1.0  # after a cheap lookup, the next one may come soon
SHARED_BATCH: Final = 4  # the most expensive lookups in a batch, while cheap ones share the workers with it

# The class of a lookup, by its command; all other commands are cheap.
LANES: Final = {command.name: Lane.EXPENSIVE for command in COMMANDS if command.is_expensive} | {
    ASK_EVENT: Lane.SENTENCE
}

# By lane, the one whose turn is next. To make a Lane of a number costs a microsecond, three times a batch.
_NEXT: Final = tuple(Lane((lane + 1) % len(Lane)) for lane in Lane)


class Lanes:
    """One fair queue for each class of lookups."""

    def __init__(self, batch_max: int, processes: Callable[[], int]) -> None:
        """Take batches of at most `batch_max`; `processes()` is the number of workers' processes, or 0."""
        self._batch_max = batch_max
        self._processes = processes
        self._queues = [FairQueue(LOOKUPS_A_TURN if lane is CHEAP else 1) for lane in Lane]
        self._on_queue: list[Batch] = []
        self._seconds: dict[int, float] = dict.fromkeys(BATCH_TARGETS, FIRST_GUESS_S)  # for one lookup
        self._cheap_at = float("-inf")  # time of the last cheap lookup
        self._last = Lane.SENTENCE

    def __bool__(self) -> bool:
        return any(self._queues)

    def add(self, entry: PendingLookup) -> None:
        """Put `entry` at the end of its line."""
        if entry.lane is CHEAP:
            self._cheap_at = entry.asked_at
        self._queues[entry.lane].add(entry)

    def put_back(self, entries: Iterable[PendingLookup]) -> None:
        """Put entries back in their order after a failure, except the settled ones."""
        for entry in entries:
            self._queues[entry.lane].put_back([entry])

    def take(self, now: float, *, is_cheap_held: bool = False) -> list[PendingLookup]:
        """Remove and return the next batch; empty if nothing may go out now. The lanes take turns."""
        for _ in self._queues:
            lane = self._last = _NEXT[self._last]
            queue = self._queues[lane]
            limit = self._limit(lane, now, is_cheap_held) if queue else 0
            if limit and (batch := queue.take(limit)):
                return batch
        return []

    def published(self, entries: list[PendingLookup], now: float) -> None:
        """Note that the batch of `entries` is on the queue."""
        lane = entries[0].lane
        if lane is CHEAP:
            return
        open_entries = [entry for entry in entries if entry.is_open]  # a reply may come before this call
        batch = Batch(lane, len(entries), now, len(open_entries))
        for entry in open_entries:
            entry.leave_batch()
            entry.batch = batch
        self._on_queue.append(batch)

    def answered(self, entry: PendingLookup, now: float) -> bool:
        """Learn from an answer, and return whether it was the last of its batch."""
        batch = entry.batch
        if batch is None or batch.unsettled:
            return False
        seconds, estimate = (now - batch.published_at) / batch.size, self._seconds[batch.lane]
        self._seconds[batch.lane] = max(seconds, estimate + WEIGHT * (seconds - estimate))
        return True

    def _limit(self, lane: Lane, now: float, is_cheap_held: bool) -> int:
        """Return how many lookups of `lane` may go out now."""
        if lane is CHEAP:
            return 0 if is_cheap_held else self._batch_max
        self._on_queue = [batch for batch in self._on_queue if batch.unsettled]
        is_shared = now - self._cheap_at < SHARED_FOR_S
        processes = self._processes()
        # One process stays free for cheap lookups, if there are two; alone, each may have a batch in reserve.
        if len(self._on_queue) >= (max(1, processes - 1) if is_shared else 2 * max(1, processes)):
            return 0
        most = SHARED_BATCH if is_shared else self._batch_max
        return max(1, min(most, self._batch_max, int(BATCH_TARGETS[lane] / self._seconds[lane])))
