"""Whether this gateway's last batch still waits for a worker; what comes meanwhile gathers. Pure: no I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gateway.pending import State

if TYPE_CHECKING:
    from gateway.pending import PendingLookup

# A batch may be lost, or begin with a dear lookup: its gateway never waits longer for a first answer.
LIMIT_S = 0.02


class Backlog:
    """Holds back the next batch while the last one stands behind others on the queue.

    It would stand there as well, and cost a gateway, Redis and a worker as much as a batch of dozens does:
    several gateways that each send what they have at once can keep workers busy with batches of one.
    """

    def __init__(self) -> None:
        self._published_at: float | None = None  # the last batch, while it holds back the next

    def published(self, batch: list[PendingLookup], queue_length: int, now: float) -> None:
        """Note that `batch` is on the queue as one of `queue_length`; 0 when the broker does not tell."""
        # One stands there alone, or was taken at once. And its answers may be faster than the broker's word.
        is_behind = queue_length > 1 and all(entry.state is not State.SETTLED for entry in batch)
        self._published_at = now if is_behind else None

    def answered(self, entry: PendingLookup) -> bool:
        """Return whether this answer to `entry` ends the waiting."""
        if self._published_at is None or entry.published_at != self._published_at:
            return False
        self._published_at = None
        return True

    def seconds_left(self, now: float) -> float:
        """Return for how long the next batch should wait for an answer to the last one; 0 when it may go."""
        if self._published_at is None:
            return 0.0
        left = self._published_at + LIMIT_S - now
        if left <= 0:
            self._published_at = None
            return 0.0
        return left

    def __bool__(self) -> bool:
        return self._published_at is not None
