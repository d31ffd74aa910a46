"""Queues lookups for publication so that all connections take turns. Pure: no I/O."""

from __future__ import annotations

from collections import OrderedDict, deque
from typing import TYPE_CHECKING

from gateway.lookups.pending import MAX_ATTEMPTS, WAITING, PendingLookup

if TYPE_CHECKING:
    from collections.abc import Iterable


# Cheap lookups that a connection may publish in one turn. If a client's lookups travel together, so do their
# replies, with one read, one system call and one wake-up of its green thread.
LOOKUPS_A_TURN = 4


class FairQueue:
    """Decides which lookups form the next batch.

    First attempts wait in one line for each connection, and the lines take turns, so that one client with
    many lookups does not delay another's single one. Second attempts share batches only with each other, and
    a third goes alone, because a lookup that kills its worker takes its whole batch along.
    """

    def __init__(self, lookups_a_turn: int = LOOKUPS_A_TURN) -> None:
        self._lookups_a_turn = lookups_a_turn
        self._first: OrderedDict[str, deque[PendingLookup]] = OrderedDict()  # sid → line; the next turn first
        self._retries: tuple[deque[PendingLookup], deque[PendingLookup]] = (deque(), deque())  # second, third
        self._turn = 0  # attempts of the batch that was taken last

    def __bool__(self) -> bool:
        return bool(self._first or any(self._retries))

    def add(self, entry: PendingLookup) -> None:
        """Put `entry` at the end of the line for its attempt."""
        if entry.attempts:
            self._retries[entry.attempts - 1].append(entry)
        else:
            sid = entry.lookup.room
            line = self._first.get(sid)
            if line is None:
                self._first[sid] = deque((entry,))
            else:
                line.append(entry)

    def put_back(self, entries: Iterable[PendingLookup]) -> None:
        """Put entries back in their order after a failure, except the settled ones."""
        for entry in entries:
            if entry.state is WAITING:
                self.add(entry)

    def take(self, batch_max: int) -> list[PendingLookup]:
        """Remove and return the next batch, all of the same attempt; empty if nothing waits."""
        for _ in range(MAX_ATTEMPTS):
            self._turn = (self._turn + 1) % MAX_ATTEMPTS
            if self._turn == 0:
                batch = self._take_first(batch_max)
            else:
                limit = batch_max if self._turn == 1 else 1
                batch = self._take_from(self._retries[self._turn - 1], limit)
            if batch:
                return batch
        return []

    def _take_first(self, batch_max: int) -> list[PendingLookup]:
        batch: list[PendingLookup] = []
        lines = self._first
        while lines and len(batch) < batch_max:
            sid, line = lines.popitem(last=False)
            batch += self._take_from(line, min(self._lookups_a_turn, batch_max - len(batch)))
            if line:
                lines[sid] = line  # its next turn comes after all others'
        return batch

    @staticmethod
    def _take_from(line: deque[PendingLookup], limit: int) -> list[PendingLookup]:
        batch: list[PendingLookup] = []
        while line and len(batch) < limit:
            entry = line.popleft()
            if entry.state is WAITING:
                batch.append(entry)
        return batch
