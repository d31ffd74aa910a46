"""Places for sockets: who loses one, and who keeps it."""

from __future__ import annotations

import pytest

from gateway.transport import places as places_module
from gateway.transport.places import RESERVED, Places

NUMBER = 3 * RESERVED


class Socket:
    """A socket that notes whether it has lost its place."""

    def __init__(self) -> None:
        self.is_ended = False

    def end(self) -> None:
        """Note the end."""
        self.is_ended = True


def filled(places: Places, number: int) -> list[Socket]:
    """Return this many sockets that wait for their clients."""
    sockets = [Socket() for _ in range(number)]
    for sock in sockets:
        places.waits(sock)
    return sockets


def test_the_one_who_has_waited_for_longest_makes_room() -> None:
    places = Places(NUMBER, lambda: 0)
    sockets = filled(places, NUMBER - 1)
    places.make_room()
    assert not any(sock.is_ended for sock in sockets)

    places.waits(sockets[0])  # its next request
    sockets += filled(places, 1)
    places.make_room()

    assert [sock.is_ended for sock in sockets[:3]] == [False, True, False]
    assert places.taken() == NUMBER - 1


def test_whoever_is_worked_for_keeps_the_place() -> None:
    places = Places(NUMBER, lambda: 0)
    first, *_ = filled(places, NUMBER)
    places.works(first)

    for _ in range(NUMBER):
        filled(places, 1)
        places.make_room()

    assert not first.is_ended


def test_websockets_take_places_too() -> None:
    places = Places(NUMBER, lambda: NUMBER - 2)
    first, second = filled(places, 2)

    places.make_room()

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
