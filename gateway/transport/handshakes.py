"""Sessions that have joined nothing yet, and the pace of handshakes: neither may shut others out."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from msgspec import Struct

from gateway.access.bucket import Bucket

JOIN_WITHIN_S: Final = 8.0  # then a session that has joined no namespace is closed
# A client joins within a few round trips, though a crowd that reconnects at once takes seconds. A session
# that has not joined by then counts for the parts below; when the gateway is full, it gives its place to a
# newcomer even sooner.
JOIN_SOON_S: Final = 3.0
YIELD_AFTER_S: Final = 0.25
# The part of all places that sessions may take that have not joined soon, and the part for one address.
PART: Final = 4
PART_OF_AN_ADDRESS: Final = 8
LEAST_PART: Final = 16

# Handshakes that join give their token back. A TCP connection that makes more than these waits; so does a
# client address behind a proxy that we trust, where many clients may share an address.
BURST_OF_A_SOCKET: Final = 20
RATE_OF_A_SOCKET: Final = 50.0  # a second
BURST_OF_AN_ADDRESS: Final = 200
RATE_OF_AN_ADDRESS: Final = 50.0  # a second
LONGEST_WAIT_S: Final = 2.0  # for a longer wait, the handshake is refused


class _Session(Struct):
    since: float
    address: str


class Unjoined:
    """Knows the sessions that have joined nothing, and which of them must give way."""

    def __init__(self, max_connections: int) -> None:
        self._part = max(LEAST_PART, max_connections // PART)
        self._part_of_address = max(LEAST_PART, max_connections // PART_OF_AN_ADDRESS)
        self._sessions: OrderedDict[str, _Session] = OrderedDict()  # by Engine.IO id, the oldest first
        self._by_address: dict[str, OrderedDict[str, None]] = {}

    def add(self, eio_sid: str, address: str, now: float) -> None:
        """Note a new session, or one that has left its last namespace."""
        self.remove(eio_sid)
        self._sessions[eio_sid] = _Session(now, address)
        self._by_address.setdefault(address, OrderedDict())[eio_sid] = None

    def remove(self, eio_sid: str) -> None:
        """Note that a session has joined, or is closed."""
        session = self._sessions.pop(eio_sid, None)
        if session is not None:
            of_address = self._by_address[session.address]
            del of_address[eio_sid]
            if not of_address:
                del self._by_address[session.address]

    def yielding(self, now: float, address: str | None = None) -> str | None:
        """Return the oldest session (of `address`) that gives its place to a newcomer; None if none does."""
        sessions = self._sessions if address is None else self._by_address.get(address, ())
        oldest = next(iter(sessions), None)
        return oldest if oldest is not None and self._age(oldest, now) > YIELD_AFTER_S else None

    def overdue(self, now: float) -> list[str]:
        """Return the sessions to close: those that are too old, and those beyond the parts."""
        surplus = len(self._sessions) - self._part
        found: dict[str, None] = {}
        for number, (eio_sid, session) in enumerate(self._sessions.items()):
            age = now - session.since
            if age <= JOIN_SOON_S or (number >= surplus and age <= JOIN_WITHIN_S):
                break
            found[eio_sid] = None
        for of_address in self._by_address.values():
            for eio_sid in list(of_address)[: max(0, len(of_address) - self._part_of_address)]:
                if self._age(eio_sid, now) > JOIN_SOON_S:
                    found[eio_sid] = None
        return list(found)

    def _age(self, eio_sid: str, now: float) -> float:
        return now - self._sessions[eio_sid].since


class Pace:
    """Token buckets for handshakes that never join; each key has its own."""

    def __init__(self) -> None:
        self._buckets: dict[str, Bucket] = {}

    def wait(self, key: str, now: float, *, is_shared: bool) -> float | None:
        """Take a token of `key`, and return the seconds until it is there; None if that takes too long.

        `is_shared`: the key is an address that many clients may share, not one TCP connection.
        """
        bucket = self._buckets.get(key)
        if bucket is None:
            burst, rate = (
                (BURST_OF_AN_ADDRESS, RATE_OF_AN_ADDRESS)
                if is_shared
                else (BURST_OF_A_SOCKET, RATE_OF_A_SOCKET)
            )
            bucket = self._buckets[key] = Bucket(rate, burst, burst, now)
        tokens = bucket.left(now) - 1.0
        wait = max(0.0, -tokens / bucket.rate)
        if wait > LONGEST_WAIT_S:
            return None
        bucket.tokens = tokens
        return wait

    def give_back(self, key: str) -> None:
        """Give the token of a handshake back, because its session has joined."""
        if bucket := self._buckets.get(key):
            bucket.tokens = min(bucket.burst, bucket.tokens + 1.0)

    def forget_full(self, now: float) -> None:
        """Forget the buckets that have all their tokens again."""
        for key, bucket in list(self._buckets.items()):
            if bucket.is_full(now):
                del self._buckets[key]
