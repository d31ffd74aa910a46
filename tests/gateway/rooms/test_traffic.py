"""Buckets of bytes: of a connection, which a reconnect does not fill again, and of a room."""

from __future__ import annotations

import pytest

from gateway.rooms import traffic
from gateway.rooms.traffic import (
    ANSWER_BYTES,
    CLIENT_BURST_BYTES,
    CLIENT_BYTES_A_SECOND,
    ROOM_BURST_BYTES,
    ROOM_BYTES_A_SECOND,
    Traffic,
    room_bucket,
)
from shared.errors import RateLimited

ANSWER = 34_000


@pytest.fixture
def limits() -> Traffic:
    limits = Traffic(is_limited=True)
    limits.opened("sid", "address", 0.0)
    return limits


def asked(limits: Traffic, sid: str = "sid", now: float = 0.0) -> int:
    """Return how many answers of 34 KB a connection gets at once."""
    for number in range(1000):
        try:
            limits.check(sid, room_bucket(), 0, now)
        except RateLimited:
            return number
        limits.use(sid, ANSWER, now)
    return 1000


def test_a_client_has_a_burst_and_then_its_rate(limits: Traffic) -> None:
    assert asked(limits) == CLIENT_BURST_BYTES // ANSWER + 1
    with pytest.raises(RateLimited, match=r"You have said and asked too much.*Try again in \d") as refused:
        limits.check("sid", room_bucket(), 0, 0.0)
    assert refused.value.retry_after is not None
    limits.check("sid", room_bucket(), 0, refused.value.retry_after)

    seconds = 100
    answers = sum(asked(limits, now=10 + second) for second in range(seconds))
    assert answers * ANSWER == pytest.approx(seconds * CLIENT_BYTES_A_SECOND, rel=0.15)


def test_an_overestimated_answer_gives_its_bytes_back(limits: Traffic) -> None:
    for _ in range(10_000):
        limits.check("sid", room_bucket(), 0, 0.0)
        limits.use("sid", ANSWER_BYTES, 0.0)
        limits.use("sid", 0 - ANSWER_BYTES, 0.0)
    limits.use("sid", -1_000_000, 0.0)

    assert asked(limits) == CLIENT_BURST_BYTES // ANSWER + 1


def test_a_reconnect_does_not_fill_the_bucket(limits: Traffic) -> None:
    asked(limits)
    limits.closed("sid", 0.0)
    limits.opened("again", "address", 0.1)
    limits.opened("elsewhere", "another address", 0.1)
    limits.opened("neighbour", "address", 0.1)

    assert asked(limits, "again", 0.1) == 0
    assert asked(limits, "elsewhere", 0.1) > 3
    assert asked(limits, "neighbour", 0.1) > 3, "one debt is taken over once"


def test_a_debt_that_is_paid_is_forgotten(limits: Traffic) -> None:
    asked(limits)
    limits.closed("sid", 0.0)
    limits.opened("later", "address", 60.0)

    assert asked(limits, "later", 60.0) > 3


def test_debts_take_bounded_memory(limits: Traffic, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traffic, "MAX_ADDRESSES", 20)
    for address in range(50):
        for number in range(150):
            sid = f"{address}/{number}"
            limits.opened(sid, f"address {address}", 0.0)
            limits.use(sid, 10_000, 0.0)
        for number in range(150):
            limits.closed(f"{address}/{number}", 0.0)

    assert len(limits._debts) == 20
    assert max(map(len, limits._debts.values())) == traffic.MAX_DEBTS


def test_a_busy_room_takes_messages_only_of_those_who_said_little(limits: Traffic) -> None:
    room = room_bucket()
    room.use(ROOM_BURST_BYTES + 1000, 0.0)
    limits.check("sid", room, 0, 0.0)
    limits.use("sid", CLIENT_BURST_BYTES * 0.6, 0.0)

    with pytest.raises(RateLimited, match="This room has said and asked too much"):
        limits.check("sid", room, 0, 0.0)
    limits.check("sid", room_bucket(), 0, 0.0)
    limits.check("sid", room, 0, 1.0 + 1000 / ROOM_BYTES_A_SECOND)


def test_open_questions_count_for_their_room(limits: Traffic) -> None:
    limits.use("sid", CLIENT_BURST_BYTES * 0.6, 0.0)
    most = ROOM_BURST_BYTES // ANSWER_BYTES

    limits.check("sid", room_bucket(), most - 1, 0.0)
    with pytest.raises(RateLimited):
        limits.check("sid", room_bucket(), most, 0.0)


def test_without_limits_nothing_is_refused() -> None:
    limits = Traffic(is_limited=False)
    limits.opened("sid", "address", 0.0)

    assert asked(limits) == 1000


def test_a_connection_that_has_closed_counts_nowhere(limits: Traffic) -> None:
    limits.closed("sid", 0.0)
    limits.use("sid", 10**9, 0.0)
    limits.closed("sid", 0.0)
    limits.opened("sid", "address", 0.0)

    assert asked(limits) > 3
