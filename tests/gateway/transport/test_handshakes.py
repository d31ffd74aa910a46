"""Sessions that have joined nothing give way, and handshakes have a pace."""

from __future__ import annotations

from gateway.transport.handshakes import (
    BURST_OF_A_SOCKET,
    BURST_OF_AN_ADDRESS,
    JOIN_SOON_S,
    JOIN_WITHIN_S,
    LEAST_PART,
    LONGEST_WAIT_S,
    PART,
    RATE_OF_A_SOCKET,
    YIELD_AFTER_S,
    Pace,
    Unjoined,
)

SOON = JOIN_SOON_S + 0.1


def opened(number: int, max_connections: int = 10_000, address: str = "") -> Unjoined:
    """Return this many sessions that were opened at the time 0, each from its own address by default."""
    unjoined = Unjoined(max_connections)
    for each in range(number):
        unjoined.add(str(each), address or f"address {each}", 0.0)
    return unjoined


def test_a_session_that_does_not_join_in_time_is_overdue() -> None:
    unjoined = opened(2)
    unjoined.remove("0")

    assert unjoined.overdue(JOIN_WITHIN_S) == []
    assert unjoined.overdue(JOIN_WITHIN_S + 0.1) == ["1"]


def test_sessions_beyond_their_part_of_the_places_are_overdue_sooner() -> None:
    part = 10_000 // PART
    unjoined = opened(part + 2)

    assert unjoined.overdue(JOIN_SOON_S) == []
    assert unjoined.overdue(SOON) == ["0", "1"]


def test_one_address_has_a_smaller_part() -> None:
    unjoined = opened(LEAST_PART + 3, max_connections=100, address="203.0.113.9")

    assert unjoined.overdue(SOON) == ["0", "1", "2"]


def test_the_oldest_gives_its_place_to_a_newcomer_unless_it_may_still_join_soon() -> None:
    unjoined = opened(2)

    assert unjoined.yielding(YIELD_AFTER_S) is None
    assert unjoined.yielding(SOON) == "0"
    assert unjoined.yielding(SOON, "address 1") == "1"
    assert unjoined.yielding(SOON, "another address") is None


def test_handshakes_on_one_socket_wait_after_a_burst() -> None:
    pace = Pace()

    waits = [pace.wait("socket", 0.0, is_shared=False) for _ in range(BURST_OF_A_SOCKET + 2)]

    assert waits == [0.0] * BURST_OF_A_SOCKET + [1 / RATE_OF_A_SOCKET, 2 / RATE_OF_A_SOCKET]
    assert pace.wait("another socket", 0.0, is_shared=False) == 0.0


def test_a_handshake_that_would_wait_for_too_long_is_refused() -> None:
    pace = Pace()

    waits = [pace.wait("203.0.113.9", 0.0, is_shared=True) for _ in range(2000)]

    assert max(wait for wait in waits if wait is not None) <= LONGEST_WAIT_S
    assert waits[-1] is None
    assert pace.wait("203.0.113.9", 1.0, is_shared=True) is not None


def test_a_handshake_that_joins_costs_nothing() -> None:
    pace = Pace()

    for _ in range(10 * BURST_OF_A_SOCKET):
        assert pace.wait("socket", 0.0, is_shared=False) == 0.0
        pace.give_back("socket")


def test_an_address_that_clients_may_share_has_a_larger_burst() -> None:
    pace = Pace()

    waits = [pace.wait("203.0.113.9", 0.0, is_shared=True) for _ in range(BURST_OF_AN_ADDRESS)]

    assert set(waits) == {0.0}


def test_full_buckets_take_no_memory() -> None:
    pace = Pace()
    pace.wait("socket", 0.0, is_shared=False)

    pace.forget_full(0.0)
    assert len(pace._buckets) == 1
    pace.forget_full(100.0)

    assert not pace._buckets
