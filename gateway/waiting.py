"""The lookups that wait to be published, in fair lines: every connection takes its turn."""

from __future__ import annotations

from collections import OrderedDict, deque
from typing import TYPE_CHECKING

from gateway.pending import MAX_ATTEMPTS, PendingLookup, State

if TYPE_CHECKING:
    from collections.abc import Iterable


# How many lookups a connection may publish in one turn. A client's lookups that travel together come back
# together: one read, one system call and one wake-up of its green thread for all of them.
A_TURN = 4


class WaitingLines:
    """Who is published next.

    First attempts have one line a connection, and the lines take turns, so one client with many open does
    not delay another's single lookup. Second attempts share batches only among themselves, and a third goes
    alone: a lookup that kills its worker takes nobody along for long.
    """

    def __init__(self, batch_max: int) -> None:
        self._batch_max = batch_max
        # sid → its line, in the order of whose turn it is
        self._first: OrderedDict[str, deque[PendingLookup]] = OrderedDict()
        self._again: tuple[deque[PendingLookup], deque[PendingLookup]] = (deque(), deque())
        self._turn = 0

    def __bool__(self) -> bool:
        return bool(self._first or any(self._again))

    def add(self, entry: PendingLookup) -> None:
        """Let `entry` wait, at the end of the line for its attempt."""
        if entry.attempts:
            self._again[entry.attempts - 1].append(entry)
        else:
            line = self._first.get(entry.sid)
            if line is None:
                self._first[entry.sid] = deque((entry,))
            else:
                line.append(entry)

    def put_back(self, entries: Iterable[PendingLookup]) -> None:
        """Let entries that could not be published wait again, still in their order."""
        for entry in entries:
            if entry.state is State.WAITING:
                self.add(entry)

    def take(self) -> list[PendingLookup]:
        """Return the next batch, all of the same attempt; empty when nothing waits (any more)."""
        for _ in range(MAX_ATTEMPTS):
            self._turn = (self._turn + 1) % MAX_ATTEMPTS
            if self._turn == 0:
                batch = self._take_first()
            else:
                batch = self._take_some(
                    self._again[self._turn - 1], self._batch_max if self._turn == 1 else 1
                )
            if batch:
                return batch
        return []

    def _take_first(self) -> list[PendingLookup]:
        batch: list[PendingLookup] = []
        lines = self._first
        while lines and len(batch) < self._batch_max:
            # The turn of whoever waits longest; who has more waiting comes again after all others.
            sid, line = lines.popitem(last=False)
            batch += self._take_some(line, min(A_TURN, self._batch_max - len(batch)))
            if line:
                lines[sid] = line
        return batch

    @staticmethod
    def _take_some(line: deque[PendingLookup], limit: int) -> list[PendingLookup]:
        batch: list[PendingLookup] = []
        while line and len(batch) < limit:
            entry = line.popleft()
            if entry.state is State.WAITING:
                batch.append(entry)
        return batch
