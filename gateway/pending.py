"""The unanswered lookups: their deadlines, attempts and caps. Pure: no I/O, and the caller tells the time."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from shared.errors import Busy, RateLimited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.messages import ClientId, Lookup

MAX_ATTEMPTS = 3  # first in a batch, second among other second ones, third alone
ANSWERED_AFTER_RECONNECT_S = 0.5  # what was merely on its way has been answered by then


class State(Enum):
    """Where a pending lookup is."""

    WAITING = "waiting"  # to be published (again)
    PUBLISHED = "published"  # Redis took it
    SETTLED = "settled"  # answered, refused, timed out or forgotten


class PendingLookup(Struct, eq=False):
    """One lookup between its acknowledgement and its reply. Times are in seconds of the caller's clock."""

    lookup: Lookup
    client_id: ClientId
    asked_at: float
    deadline: float
    state: State = State.WAITING
    attempts: int = 0
    published_at: float = 0.0

    @property
    def sid(self) -> str:
        """The connection that asked."""
        return self.lookup.room


class PendingTable:
    """Every pending lookup of this gateway, by key and by the connection that asked."""

    def __init__(self, deadline: float, retry_after: float, max_pending: int, max_per_client: int) -> None:
        self._deadline = deadline
        self._retry_after = retry_after
        self._max_pending = max_pending
        self._max_per_client = max_per_client
        self._by_key: dict[str, PendingLookup] = {}  # in the order of their deadlines
        self._by_sid: dict[str, dict[ClientId, PendingLookup]] = {}
        # What tells a lost lookup from a slow one.
        self._reconnected_at = float("-inf")
        self._last_answer_at = float("-inf")
        self._newest_answered = float(
            "-inf"
        )  # when the latest-published of the answered lookups was published

    def __len__(self) -> int:
        return len(self._by_key)

    def find(self, sid: str, client_id: ClientId) -> PendingLookup | None:
        """Return the pending lookup that `sid` asked under its own `client_id`, if there is one."""
        return self._by_sid.get(sid, {}).get(client_id)

    def of_client(self, sid: str) -> int:
        """Return how many lookups `sid` has open."""
        return len(self._by_sid.get(sid, ()))

    def oldest_age(self, now: float) -> float:
        """Return for how long the oldest lookup has been waiting for its reply; 0 when none is."""
        for entry in self._by_key.values():
            return now - entry.asked_at  # all have the same time to live, so the first is the oldest
        return 0.0

    def check_caps(self, sid: str) -> None:
        """Raise Busy or RateLimited when one lookup more would be too many."""
        if len(self._by_key) >= self._max_pending:
            error = Busy("The service has as many open lookups as it takes. Ask again in a second.")
            error.retry_after = 1.0
            raise error
        if self.of_client(sid) >= self._max_per_client:
            raise RateLimited(
                f"This connection has {self._max_per_client} lookups open, as many as it may. "
                "Wait for a reply before asking more."
            )

    def add(self, lookup: Lookup, client_id: ClientId, now: float) -> PendingLookup:
        """Remember `lookup` until it is settled, and return its entry."""
        entry = PendingLookup(lookup, client_id, now, now + self._deadline)
        self._by_key[lookup.key] = entry
        self._by_sid.setdefault(entry.sid, {})[client_id] = entry
        return entry

    def published(self, entry: PendingLookup, now: float) -> None:
        """Note that Redis took `entry`: only then does an attempt count."""
        entry.attempts += 1
        entry.published_at = now
        if entry.state is State.WAITING:
            entry.state = State.PUBLISHED

    def settle(self, key: str, room: str, now: float) -> PendingLookup | None:
        """Return the lookup that a reply with `key` for `room` answers, and forget it.

        None when there is no such lookup: the reply is late, a second one, or not ours.
        """
        entry = self._by_key.get(key)
        if entry is None or entry.lookup.room != room:
            return None
        self._last_answer_at = now
        self._newest_answered = max(self._newest_answered, entry.published_at)
        self._remove(entry)
        return entry

    def forget(self, sid: str) -> None:
        """Drop all lookups of a connection that is gone."""
        for entry in list(self._by_sid.get(sid, {}).values()):
            self._remove(entry)

    def expired(self, now: float) -> list[PendingLookup]:
        """Return the lookups whose deadline has passed, and forget them."""
        late = []
        for entry in self._by_key.values():
            if entry.deadline > now:
                break  # all have the same time to live, so those that follow are younger
            late.append(entry)
        for entry in late:
            self._remove(entry)
        return late

    def reconnected(self, now: float) -> None:
        """Note that the broker or the subscription was away: what was published before may be lost."""
        self._reconnected_at = now

    def lost(self, now: float, *, queue_is_empty: bool = True) -> Iterator[PendingLookup]:
        """Yield the published lookups that are lost rather than slow, now in state WAITING again.

        Lost: no reply after `retry_after`, and a sign of loss since it was published: a reconnect, an
        answer to a lookup that was published later, or no answer to anything for as long, while the queue is
        empty (while it is not, they may all wait there for a worker that is away). A reconnect is as good
        as certain, since nobody keeps what is published meanwhile: then it is tried again sooner.
        """
        for entry in self._by_key.values():
            if entry.state is not State.PUBLISHED or entry.attempts >= MAX_ATTEMPTS:
                continue
            if self._is_cut_off(entry, now) or self._is_overdue(entry, now, queue_is_empty):
                entry.state = State.WAITING
                yield entry

    def _is_cut_off(self, entry: PendingLookup, now: float) -> bool:
        return entry.published_at <= self._reconnected_at <= now - ANSWERED_AFTER_RECONNECT_S

    def _is_overdue(self, entry: PendingLookup, now: float, queue_is_empty: bool) -> bool:
        since = entry.published_at
        # 2 s, then 3: a fault that comes back every 2 s must not meet every attempt.
        patience = self._retry_after * (1 + entry.attempts) / 2
        if now - since < patience:
            return False
        if self._reconnected_at >= since or self._newest_answered > since:
            return True
        return queue_is_empty and now - self._last_answer_at >= patience

    def _remove(self, entry: PendingLookup) -> None:
        entry.state = State.SETTLED
        del self._by_key[entry.lookup.key]
        of_sid = self._by_sid[entry.sid]
        del of_sid[entry.client_id]
        if not of_sid:
            del self._by_sid[entry.sid]
