"""Remembers unanswered lookups: deadlines, attempts, caps. Pure: no I/O, and the caller passes the time."""

from __future__ import annotations

from enum import Enum, IntEnum
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from shared.errors import Busy, RateLimited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gateway.access.allowances import Allowance
    from shared.messages import ClientId, Lookup, Reply

MAX_ATTEMPTS = 3  # the second shares a batch only with other second ones, the third goes alone
ANSWERED_AFTER_RECONNECT_S = 0.5  # by then, lookups that were only delayed have been answered


class State(Enum):
    """The stages of a lookup."""

    WAITING = "waiting"  # for its publication, perhaps not the first
    PUBLISHED = "published"  # the broker accepted it
    ABANDONED = "abandoned"  # its asker has left, but a worker may still work on it
    SETTLED = "settled"  # answered, refused, timed out or forgotten


class Lane(IntEnum):
    """The class of a lookup, by its cost to a worker."""

    CHEAP = 0  # up to 3 ms, usually 0.03
    EXPENSIVE = 1  # up to 20 ms
    SENTENCE = 2  # 0.5 ms, but up to 300


# An Enum finds a member by its name in 150 ns, as long as five lines of ours take, and a lookup needs twelve.
WAITING, PUBLISHED, ABANDONED, SETTLED = State
CHEAP: Final = Lane.CHEAP


class Batch(Struct, eq=False):
    """An expensive batch on the queue; `unsettled` of its `size` lookups have no reply yet."""

    lane: Lane
    size: int
    published_at: float
    unsettled: int


class PendingLookup(Struct, eq=False):
    """One lookup between its acknowledgement and its reply. Times are in seconds of the caller's clock.

    `deliver(entry, reply)`, which the submitter passed, takes the one reply.
    """

    lookup: Lookup
    client_id: ClientId
    asked_at: float
    deadline: float
    deliver: Callable[[PendingLookup, Reply], None]
    allowance: Allowance
    lane: Lane = CHEAP
    state: State = WAITING
    attempts: int = 0
    published_at: float = 0.0
    batch: Batch | None = None  # of an expensive lookup that is on the queue

    @property
    def sid(self) -> str:
        """The connection that asked."""
        return self.lookup.room

    @property
    def is_open(self) -> bool:
        """Whether a worker may still work on it."""
        return self.state is not SETTLED

    def leave_batch(self) -> None:
        """No longer count as an open lookup of its batch."""
        if self.batch is not None:
            self.batch.unsettled -= 1


class PendingTable:
    """Every pending lookup of this gateway, by key and by the connection that asked."""

    def __init__(self, deadline: float, retry_after: float, max_pending: int, max_per_client: int) -> None:
        self._deadline = deadline
        self._retry_after = retry_after
        self._max_pending = max_pending
        self._max_per_client = max_per_client
        self._by_key: dict[str, PendingLookup] = {}  # in the order of their deadlines
        self._by_sid: dict[str, dict[ClientId, PendingLookup]] = {}
        self._abandoned = 0
        self._in_lane = [0 for _ in Lane]
        # Because expensive lookups, which stay longer, must leave room for cheap ones.
        self._max_in_lane = [max_pending // 2 if lane is Lane.EXPENSIVE else max_pending for lane in Lane]
        # These times distinguish lost lookups from slow ones.
        self._reconnected_at = float("-inf")
        self._last_answer_at = float("-inf")
        self._newest_answered = float("-inf")  # latest publication of a lookup that has been answered

    def __len__(self) -> int:
        """Return the number of lookups that somebody waits for."""
        return len(self._by_key) - self._abandoned

    def find(self, sid: str, client_id: ClientId) -> PendingLookup | None:
        """Return the pending lookup with this `client_id` from `sid`, or None."""
        return self._by_sid.get(sid, {}).get(client_id)

    def of_client(self, sid: str) -> int:
        """Return the number of open lookups from `sid`."""
        return len(self._by_sid.get(sid, ()))

    def oldest_age(self, now: float) -> float:
        """Return the age of the oldest pending lookup in seconds; 0 if there is none."""
        for entry in self._by_key.values():
            return now - entry.asked_at  # the first is the oldest, because all have the same time to live
        return 0.0

    def check_caps(self, sid: str, allowance: Allowance, lane: Lane = CHEAP) -> None:
        """Raise Busy or RateLimited if there is no room for another lookup from `sid`.

        Abandoned lookups count, too, because workers still have them. So that a client can ask all its open
        lookups again after a reconnect, they have as much room again.
        """
        if len(self._by_key) >= self._max_pending or self._in_lane[lane] >= self._max_in_lane[lane]:
            error = Busy("The service is busy. Try again in a second.")
            error.retry_after = 1.0
            raise error
        if self.of_client(sid) >= self._max_per_client or allowance.in_flight >= 2 * self._max_per_client:
            raise RateLimited(
                f"This connection has {self._max_per_client} lookups open, its maximum. "
                "Wait for a reply before you send more."
            )

    def add(
        self,
        lookup: Lookup,
        client_id: ClientId,
        now: float,
        deliver: Callable[[PendingLookup, Reply], None],
        allowance: Allowance,
        *,
        lane: Lane = CHEAP,
    ) -> PendingLookup:
        """Remember `lookup` until it is settled, and return its entry."""
        entry = PendingLookup(lookup, client_id, now, now + self._deadline, deliver, allowance, lane)
        allowance.in_flight += 1
        self._in_lane[lane] += 1
        self._by_key[lookup.key] = entry
        self._by_sid.setdefault(lookup.room, {})[client_id] = entry
        return entry

    def published(self, entry: PendingLookup, now: float) -> None:
        """Note that the broker accepted `entry`; only then does an attempt count."""
        entry.attempts += 1
        entry.published_at = now
        if entry.state is WAITING:
            entry.state = PUBLISHED

    def settle(self, key: str, room: str, now: float) -> PendingLookup | None:
        """Return the lookup that a reply with `key` for `room` answers, and forget it.

        Returns None if there is no such lookup because the reply is late, repeated or not ours. An abandoned
        lookup keeps its state.
        """
        entry = self._by_key.get(key)
        if entry is None or entry.lookup.room != room:
            return None
        self._last_answer_at = now
        self._newest_answered = max(self._newest_answered, entry.published_at)
        self._remove(entry)
        return entry

    def forget(self, sid: str) -> None:
        """Drop all lookups of a closed connection; those on the queue are abandoned until their reply."""
        for entry in self._by_sid.pop(sid, {}).values():
            if entry.attempts:
                entry.state = ABANDONED
                self._abandoned += 1
            else:
                entry.state = SETTLED
                self._forget_key(entry)

    def expired(self, now: float) -> list[PendingLookup]:
        """Return the lookups whose deadline has passed, and forget them; without the abandoned ones."""
        late = []
        for entry in self._by_key.values():
            if entry.deadline > now:
                break  # those that follow are younger, because all have the same time to live
            late.append(entry)
        for entry in late:
            self._remove(entry)
        return [entry for entry in late if entry.state is SETTLED]

    def reconnected(self, now: float) -> None:
        """Note that the broker or the subscription was down, so lookups published before may be lost."""
        self._reconnected_at = now

    def lost(self, now: float, *, queue_is_empty: bool = True) -> Iterator[PendingLookup]:
        """Yield the published lookups that are lost rather than slow, and return them to state WAITING.

        A lookup is lost if it has no reply after `retry_after`, and there was a sign of loss since its
        publication: a reconnect, an answer to a lookup published later, or no answer to any lookup for just
        as long while the queue is empty. (If the queue is not empty, all may be waiting there for a worker to
        return.) After a reconnect loss is almost certain, because pub/sub keeps nothing for a missing
        subscriber, so the retry comes sooner: after ANSWERED_AFTER_RECONNECT_S.
        """
        for entry in self._by_key.values():
            if entry.state is not PUBLISHED or entry.attempts >= MAX_ATTEMPTS:
                continue
            if self._is_cut_off(entry, now) or self._is_overdue(entry, now, queue_is_empty):
                entry.state = WAITING
                yield entry

    def _is_cut_off(self, entry: PendingLookup, now: float) -> bool:
        return entry.published_at <= self._reconnected_at <= now - ANSWERED_AFTER_RECONNECT_S

    def _is_overdue(self, entry: PendingLookup, now: float, queue_is_empty: bool) -> bool:
        since = entry.published_at
        # 2 s, then 3 s, so that a fault that recurs every 2 s can't hit every attempt.
        patience = self._retry_after * (1 + entry.attempts) / 2
        if now - since < patience:
            return False
        if self._reconnected_at >= since or self._newest_answered > since:
            return True
        return queue_is_empty and now - self._last_answer_at >= patience

    def _remove(self, entry: PendingLookup) -> None:
        lookup = entry.lookup
        if entry.state is ABANDONED:
            self._abandoned -= 1
        else:
            of_sid = self._by_sid[lookup.room]
            del of_sid[entry.client_id]
            if not of_sid:
                del self._by_sid[lookup.room]
            entry.state = SETTLED
        self._forget_key(entry)

    def _forget_key(self, entry: PendingLookup) -> None:
        if entry.batch is not None:
            entry.leave_batch()
        self._in_lane[entry.lane] -= 1
        entry.allowance.in_flight -= 1
        del self._by_key[entry.lookup.key]
