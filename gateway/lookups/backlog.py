"""Holds back the next batch while workers are behind, so that lookups gather. Pure: no I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gateway.lookups.pending import SETTLED

if TYPE_CHECKING:
    from gateway.lookups.pending import PendingLookup

# The longest wait for a first answer, because the batch may be lost or begin with a slow lookup.
LIMIT_S = 0.02


class Backlog:
    """Holds back the next batch while the last one waits behind others on the queue.

    The next would only wait there as well, and a batch of one costs a gateway, Redis and a worker as much as
    a batch of dozens. Without this, several gateways that publish at once can keep workers busy with batches
    of one.
    """

    def __init__(self) -> None:
        self._published_at: float | None = None  # time of the last batch, while it holds back the next

    def published(self, batch: list[PendingLookup], queue_length: int, now: float) -> None:
        """Note that `batch` is on the queue, as one of `queue_length` batches; 0 means unknown."""
        # A length of 1 is this batch alone; and its answers may arrive before the broker's confirmation.
        is_behind = queue_length > 1 and all(entry.state is not SETTLED for entry in batch)
        self._published_at = now if is_behind else None

    def answered(self, entry: PendingLookup) -> bool:
        """Return whether this answer to `entry` ends the wait of the next batch."""
        if self._published_at is None or entry.published_at != self._published_at:
            return False
        self._published_at = None
        return True

    def seconds_left(self, now: float) -> float:
        """Return how long the next batch should still wait for an answer to the last one; 0 if not at all."""
        if self._published_at is None:
            return 0.0
        left = self._published_at + LIMIT_S - now
        if left <= 0:
            self._published_at = None
            return 0.0
        return left

    def __bool__(self) -> bool:
        return self._published_at is not None
