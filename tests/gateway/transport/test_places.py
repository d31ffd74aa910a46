"""Places for sockets: who loses one, and who keeps it."""

from __future__ import annotations

import pytest

from gateway.transport import places as places_module
from gateway.transport.places import RESERVED, Places

NUMBER = 3 * RESERVED


class Socket:
    """A socket that notes whether it has lost its place."""

    def __init__(self, network: str = "here") -> None:
        self.network = network
        self.is_ended = False

    def end(self) -> None:
        """Note the end."""
        self.is_ended = True


def filled(places: Places, number: int, network: str = "here") -> list[Socket]:
    """Return this many sockets that wait for their clients."""
    sockets = [Socket(network) for _ in range(number)]
    for sock in sockets:
        places.waits(sock)
    return sockets


def test_the_one_who_has_waited_for_longest_makes_room() -> None:
    places = Places(NUMBER, lambda: 0)
    sockets = filled(places, NUMBER - 1)
    places.make_room("here")
    assert not any(sock.is_ended for sock in sockets)

    places.waits(sockets[0])  # its next request
    sockets += filled(places, 1)
    places.make_room("here")

    assert [sock.is_ended for sock in sockets[:3]] == [False, True, False]
    assert places.taken() == NUMBER - 1


def test_a_flood_from_one_address_makes_room_for_itself_only() -> None:
    places = Places(NUMBER, lambda: 0)
    (slow,) = filled(places, 1, "there")
    for _ in range(3 * NUMBER):
        places.make_room("here")
        filled(places, 1)
    assert not slow.is_ended
    assert places.taken() == NUMBER

    places.make_room("elsewhere")

    assert slow.is_ended  # now the longest wait
    assert places.taken() == NUMBER - 1


def test_an_end_that_was_asked_for_ends_a_wait_only() -> None:
    places = Places(NUMBER, lambda: 0)
    first, second = filled(places, 2)
    places.works(second)

    for guest in (first, second, first):
        places.end(guest)

    assert (first.is_ended, second.is_ended) == (True, False)
    assert places.taken() == 1


def test_whoever_is_worked_for_keeps_the_place() -> None:
    places = Places(NUMBER, lambda: 0)
    first, *_ = filled(places, NUMBER)
    places.works(first)

    for _ in range(NUMBER):
        filled(places, 1)
        places.make_room("here")

    assert not first.is_ended


def test_websockets_take_places_too() -> None:
    places = Places(NUMBER, lambda: NUMBER - 2)
    first, second = filled(places, 2)

    places.make_room("here")

    assert first.is_ended
    assert not second.is_ended


def test_some_places_are_for_requests_that_are_answered_at_once() -> None:
    places = Places(NUMBER, lambda: 0)
    sockets = [Socket() for _ in range(NUMBER)]

    allowed = [places.works(sock) for sock in sockets]

    assert allowed == [True] * (NUMBER - RESERVED) + [False] * RESERVED
    places.left(sockets[0])
    assert places.taken() == NUMBER - 1


def test_a_wait_beyond_the_limit_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    places = Places(NUMBER, lambda: 0)
    (slow,) = filled(places, 1)
    places.sweep()
    assert not slow.is_ended

    monkeypatch.setattr(places_module, "WAIT_LIMIT_S", -1.0)
    places.sweep()

    assert slow.is_ended
    assert places.taken() == 0
