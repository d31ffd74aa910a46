"""Each client's allowance: it belongs to a connection, and outlives it until it is whole again.

So neither a new connection nor a namespace that is left and joined again gives a client more than it had.
"""

from __future__ import annotations

from collections import deque
from weakref import WeakValueDictionary

from msgspec import Struct, field

from gateway.access.addresses import network_of
from gateway.access.bucket import Bucket, full_bucket

KEEP_S = 20.0  # after a close; by then the lookups are answered or overdue, and the buckets are full


class Allowance(Struct, eq=False):
    """The use that one client has made of the service lately.

    Each of `buckets` has the name of the thing it counts, and those `of_connection` end with the connection.
    `in_flight` is the number of lookups that a worker may still work on, even after the client has left.
    `refused` is the number of refused messages.
    """

    network: str = ""
    buckets: dict[str, Bucket] = {}
    of_connection: dict[str, Bucket] = {}
    of_address: Bucket | None = None
    of_token: Bucket | None = None
    in_flight: int = 0
    refused: int = 0
    kept_until: float = 0.0

    def is_whole(self, now: float) -> bool:
        """Return whether it equals a new allowance."""
        return not self.in_flight and all(bucket.is_full(now) for bucket in self.buckets.values())


class _Address(Struct):
    """The connections of one address, and the allowances that closed ones have left."""

    bucket: Bucket | None
    connections: int = 0
    left: deque[Allowance] = field(default_factory=deque)


class Allowances:
    """Gives each new connection an allowance: one that a closed connection of its address left, if any.

    All connections of an address together, and all with the same token, may ask `rate_per_address` lookups a
    second; 0 turns that limit off.
    """

    def __init__(self, rate_per_address: float) -> None:
        self._rate = rate_per_address
        self._addresses: dict[str, _Address] = {}  # by network
        self._left: deque[tuple[float, Allowance]] = deque()  # with the time to forget each at
        self._tokens: WeakValueDictionary[str, Bucket] = WeakValueDictionary()

    def opened(self, address: str, now: float) -> Allowance:
        """Return the allowance for a new connection from `address`."""
        network = network_of(address)
        place = self._addresses.get(network)
        if place is None:
            place = self._addresses[network] = _Address(self._new_bucket(now))
        place.connections += 1
        if place.left:
            return place.left.popleft()  # the one that has refilled for longest
        return Allowance(network, of_address=place.bucket)

    def closed(self, allowance: Allowance, now: float) -> None:
        """Keep the allowance of a closed connection for the next one of its address, unless it is whole."""
        place = self._addresses[allowance.network]
        place.connections -= 1
        allowance.of_connection.clear()
        if allowance.is_whole(now):
            self._forget_if_unused(allowance.network)
        else:
            allowance.kept_until = now + KEEP_S
            place.left.append(allowance)
            self._left.append((allowance.kept_until, allowance))

    def joined(self, allowance: Allowance, token: str, now: float) -> None:
        """Count the lookups of a connection for the token that it has joined with, too."""
        signature = token.rpartition(".")[2]
        bucket = self._tokens.get(signature) or self._new_bucket(now)
        if bucket is not None:
            self._tokens[signature] = allowance.of_token = bucket

    def sweep(self, now: float) -> None:
        """Forget the allowances of connections that closed long ago."""
        while self._left and self._left[0][0] <= now:
            until, allowance = self._left.popleft()
            place = self._addresses.get(allowance.network)
            # It may have been used again, and left again later.
            if place is not None and until == allowance.kept_until and allowance in place.left:
                place.left.remove(allowance)
                self._forget_if_unused(allowance.network)

    def _new_bucket(self, now: float) -> Bucket | None:
        return full_bucket(self._rate, now) if self._rate else None

    def _forget_if_unused(self, network: str) -> None:
        place = self._addresses[network]
        if not place.connections and not place.left:
            del self._addresses[network]
