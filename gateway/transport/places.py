"""The places for open sockets: their number, and who loses one when all are taken.

Every socket that a client opens takes a place. While the gateway waits for its client (for a request, the
rest of one, or until the client has read a response), others may take its place; while the gateway works on
its request, and as a websocket, it keeps the place.
"""

from __future__ import annotations

import logging
import time
from collections import OrderedDict, defaultdict
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

# The longest wait for a client: for a whole request, or until it has read a whole response. The sweep comes
# twice a second, so a client that sends or reads too slowly loses its place within ten seconds.
WAIT_LIMIT_S: Final = 9.0
SWEEP_INTERVAL_S: Final = 0.5
# From this part of the places on, the sockets of one address make room for its own next ones, so that its
# flood ends no wait of others.
PART_OF_AN_ADDRESS: Final = 8
# Places that no request may keep, so that a health check always finds one.
RESERVED: Final = 16

# Keys in a request's environ.
PAUSE_KEY: Final = "wordwire.pause"  # a function that waits; meanwhile the client may lose its place
IS_FULL_KEY: Final = "wordwire.is_full"  # whether the request must be answered at once, to keep no place


class Guest(Protocol):
    """A socket that has a place."""

    network: str  # the client's address, or that of its network

    def end(self) -> None:
        """Close the socket, which wakes its reader or writer."""


class Places:
    """Counts the sockets that speak HTTP, and knows which of them wait for their client."""

    def __init__(self, number: int, websockets: Callable[[], int]) -> None:
        """Give `number` places; `websockets` returns how many of them have become websockets."""
        self._number = max(number, 2 * RESERVED)
        self._websockets = websockets
        self._waiting: OrderedDict[Guest, float] = OrderedDict()  # since when, the longest wait first
        # By network, in the same order.
        self._waiting_of: defaultdict[str, dict[Guest, None]] = defaultdict(dict)
        self._working: set[Guest] = set()

    @property
    def for_connections(self) -> int:
        """The number of connections for which there are places."""
        return self._number - RESERVED

    def taken(self) -> int:
        """Return the number of places taken."""
        return len(self._waiting) + len(self._working) + self._websockets()

    def make_room(self, network: str) -> None:
        """End the longest waits until one more socket, of a client in `network`, has a place."""
        while self._waiting and self.taken() >= self._number:
            own = self._waiting_of.get(network, {})
            is_crowd = len(own) >= self._number // PART_OF_AN_ADDRESS
            self._end(next(iter(own if is_crowd else self._waiting)))

    def end_one(self) -> None:
        """End the longest wait, if any socket waits."""
        if self._waiting:
            self._end(next(iter(self._waiting)))

    def end(self, guest: Guest) -> None:
        """End the wait of `guest`, if it waits."""
        if guest in self._waiting:
            self._end(guest)

    def waits(self, guest: Guest) -> None:
        """Note that `guest` waits for its client from now on."""
        if guest in self._waiting:
            self._waits_no_more(guest)  # so that it comes behind all others
        self._working.discard(guest)
        self._waiting[guest] = time.monotonic()
        self._waiting_of[guest.network][guest] = None

    def works(self, guest: Guest) -> bool:
        """Note that `guest` has a whole request, and return whether it may keep its place for long."""
        if guest in self._waiting:
            self._waits_no_more(guest)
        self._working.add(guest)
        return len(self._working) + self._websockets() <= self._number - RESERVED

    def left(self, guest: Guest) -> None:
        """Note that the socket of `guest` is closed, or has become a websocket."""
        self._working.discard(guest)
        if guest in self._waiting:
            self._waits_no_more(guest)

    def sweep(self) -> None:
        """End every wait beyond the limit."""
        latest = time.monotonic() - WAIT_LIMIT_S
        while self._waiting:
            guest, since = next(iter(self._waiting.items()))
            if since > latest:
                return
            self._end(guest)

    def sweep_forever(self, sleep: Callable[[float], object]) -> None:
        """End every wait beyond the limit, twice a second."""
        while True:
            sleep(SWEEP_INTERVAL_S)
            self.sweep()

    def _waits_no_more(self, guest: Guest) -> None:
        del self._waiting[guest]
        of_network = self._waiting_of[guest.network]
        del of_network[guest]
        if not of_network:
            del self._waiting_of[guest.network]

    def _end(self, guest: Guest) -> None:
        self.left(guest)
        guest.end()
