"""Limits the bytes that a client may add to rooms, and those that the members of a room must read.

An answer of the bot can have 34 KB, a hundred times the size of most messages. It counts for the asking
member, and may overdraw a bucket, because nobody knows its size before. Pure: no I/O, and the caller passes
the time in seconds.
"""

from __future__ import annotations

from collections import OrderedDict

from gateway.access.bucket import Bucket
from shared.errors import RateLimited

# A member on a line of a megabit a second, 125 KB/s, can follow a room at its limit.
ROOM_BYTES_A_SECOND = 65_536
ROOM_BURST_BYTES = 4 * ROOM_BYTES_A_SECOND
CLIENT_BYTES_A_SECOND = 16_384
CLIENT_BURST_BYTES = 8 * CLIENT_BYTES_A_SECOND
ANSWER_BYTES = 8_192  # counted for a question until its answer comes
MAX_DEBTS = 100  # of the closed connections of one address
MAX_ADDRESSES = 10_000  # with a debt


def room_bucket() -> Bucket:
    """Return the full bucket of a room."""
    return Bucket(ROOM_BYTES_A_SECOND, ROOM_BURST_BYTES, ROOM_BURST_BYTES, 0.0)


class Traffic:
    """The bucket of each connection. A new connection takes over a debt that its address left behind.

    So a client that reconnects, or leaves and joins the namespace, gets no new bucket.
    """

    def __init__(self, *, is_limited: bool) -> None:
        self._is_limited = is_limited
        self._buckets: dict[str, tuple[str, Bucket]] = {}  # sid → its address and bucket
        self._debts: OrderedDict[str, list[Bucket]] = OrderedDict()  # address → of connections that closed

    def opened(self, sid: str, address: str, now: float) -> None:
        """Give a new connection its bucket."""
        debts = self._debts.get(address, [])
        while debts:
            bucket = debts.pop()
            if bucket.left(now) < bucket.burst:
                break
        else:
            bucket = Bucket(CLIENT_BYTES_A_SECOND, CLIENT_BURST_BYTES, CLIENT_BURST_BYTES, 0.0)
        if not debts:
            self._debts.pop(address, None)
        self._buckets[sid] = (address, bucket)

    def closed(self, sid: str, now: float) -> None:
        """Keep the debt of a closed connection for the next one from its address."""
        address, bucket = self._buckets.pop(sid, ("", None))
        if bucket is not None and bucket.left(now) < bucket.burst:
            debts = self._debts.setdefault(address, [])
            debts.append(bucket)
            del debts[:-MAX_DEBTS]
            if len(self._debts) > MAX_ADDRESSES:
                self._debts.popitem(last=False)

    def check(self, sid: str, room: Bucket, open_questions: int, now: float) -> None:
        """Raise RateLimited if the connection, or its room, has used up its bytes.

        A room that has used up its bytes still takes messages from members with at least half of theirs left.
        """
        _, bucket = self._buckets.get(sid, ("", None))
        if not self._is_limited or bucket is None:
            return
        left = bucket.left(now)
        if left <= 0:
            _refuse("You have said and asked too much for the moment.", -left, bucket)
        room_left = room.left(now) - open_questions * ANSWER_BYTES
        if room_left <= 0 and left < bucket.burst / 2:
            _refuse("This room has said and asked too much for the moment.", -room_left, room)

    def use(self, sid: str, size: float, now: float) -> None:
        """Count `size` bytes that a connection added to a room."""
        _, bucket = self._buckets.get(sid, ("", None))
        if bucket is not None:
            bucket.use(size, now)


def _refuse(reason: str, overdrawn: float, bucket: Bucket) -> None:
    wait = (overdrawn + 1) / bucket.rate
    error = RateLimited(f"{reason} Try again in {wait:.1f} s.")
    error.retry_after = round(wait + 0.05, 1)
    raise error
