"""Calls to Redis run in order, many at once, and again until Redis has done them."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Sequence
from typing import Any

import pytest

from gateway.rooms import retry_queue
from gateway.rooms.lua import Call
from gateway.rooms.retry_queue import RetryQueue
from shared.errors import NoSuchRoom, Unavailable
from tests.stack.waiting import wait_until


class Redis:
    """Notes each round trip; `results` are of calls by their room, and `is_down` refuses all."""

    def __init__(self) -> None:
        self.trips: list[list[Call]] = []
        self.results: dict[str, Exception] = {}
        self.is_down = False
        self.may_run = threading.Event()
        self.may_run.set()

    def run_all(self, calls: Sequence[Call]) -> list[Any]:
        self.may_run.wait(10)
        self.trips.append(list(calls))
        if self.is_down:
            raise Unavailable("down")
        return [self.results.get(call.room, 1) for call in calls]

    @property
    def rooms(self) -> list[str]:
        return [call.room for trip in self.trips for call in trip]


@pytest.fixture
def redis() -> Redis:
    return Redis()


@pytest.fixture
def retries(redis: Redis, monkeypatch: pytest.MonkeyPatch) -> RetryQueue:
    monkeypatch.setattr(retry_queue, "RETRY_PAUSE_S", 0.001)
    queue = RetryQueue(redis.run_all, threading.Event(), time.sleep)
    threading.Thread(target=queue.run_forever, daemon=True).start()
    return queue


def wait_for_end(retries: RetryQueue) -> None:
    wait_until(lambda: not retries, "every call to end")


def say(room: str) -> Call:
    return Call("say", room)


def leave(room: str) -> Call:
    return Call("leave", room)


def test_calls_run_once_each_and_in_order(retries: RetryQueue, redis: Redis) -> None:
    rooms = [f"room {number}" for number in range(100)]
    for room in rooms:
        retries.add(say(room))
    wait_for_end(retries)

    assert redis.rooms == rooms


def test_waiting_calls_share_round_trips(retries: RetryQueue, redis: Redis) -> None:
    redis.may_run.clear()
    for number in range(200):
        retries.add(leave(f"room {number}"))
    redis.may_run.set()
    wait_for_end(retries)

    assert len(redis.rooms) == 200
    assert len(redis.trips) <= 6


def test_an_answer_does_not_wait_for_a_thousand_departures(retries: RetryQueue, redis: Redis) -> None:
    redis.may_run.clear()
    for number in range(1000):
        retries.add(leave(f"room {number}"))
    retries.add(say("asked"))
    redis.may_run.set()
    wait_for_end(retries)

    assert any(call.name == "say" for trip in redis.trips[:2] for call in trip)


def test_while_redis_is_down_everything_waits_in_order(retries: RetryQueue, redis: Redis) -> None:
    redis.is_down = True
    for room in ("first", "second"):
        retries.add(say(room))
    wait_until(lambda: len(redis.trips) > 3, "some retries")
    waiting = len(retries)
    redis.is_down = False
    wait_for_end(retries)

    assert waiting == 2
    assert redis.rooms[-2:] == ["first", "second"]


def test_a_call_that_fails_alone_holds_up_no_other(
    retries: RetryQueue, redis: Redis, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(retry_queue, "GIVE_UP_AFTER_S", 0.2)
    redis.results["spoilt"] = Unavailable("wrong type")
    redis.may_run.clear()
    for _ in range(200):
        retries.add(say("spoilt"))
    retries.add(say("sound"))
    redis.may_run.set()
    wait_until(lambda: "sound" in redis.rooms, "the sound room's turn")
    wait_for_end(retries)

    assert say("sound") in redis.trips[4] + redis.trips[5]
    assert "gave up room operations" in caplog.text


def test_a_call_is_given_up_in_the_end(
    retries: RetryQueue, redis: Redis, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(retry_queue, "GIVE_UP_AFTER_S", 0.05)
    redis.is_down = True
    retries.add(say("lost"))
    wait_for_end(retries)
    redis.is_down = False
    retries.add(say("next"))
    wait_for_end(retries)

    assert redis.rooms.count("lost") > 1
    assert redis.rooms[-1] == "next"
    assert "gave up room operations" in caplog.text


def test_a_call_that_can_never_succeed_is_not_repeated(
    retries: RetryQueue, redis: Redis, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    redis.results["ended"] = NoSuchRoom("ended")
    retries.add(say("ended"))
    retries.add(say("next"))
    wait_for_end(retries)

    assert redis.rooms == ["ended", "next"]
    assert [record.levelno for record in caplog.records] == [logging.INFO]


def test_a_fault_of_ours_ends_its_calls_only(
    retries: RetryQueue, redis: Redis, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(retries, "_run_all", lambda _calls: 1 / 0)
        retries.add(say("bad"))
        wait_for_end(retries)
    retries.add(say("next"))
    wait_for_end(retries)

    assert redis.rooms == ["next"]
    assert "room operations failed" in caplog.text


def test_the_oldest_of_too_many_are_dropped_and_counted(
    retries: RetryQueue, redis: Redis, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(retry_queue, "MAX_WAITING", 10)
    redis.may_run.clear()
    retries.add(leave("running"))
    wait_until(lambda: retries._running, "the first call to run")
    for number in range(25):
        retries.add(leave(f"room {number}"))
    retries.add(say("another kind"))
    waiting = len(retries)
    redis.may_run.set()
    wait_for_end(retries)

    assert waiting == 1 + 10 + 1
    assert redis.rooms == ["running", *(f"room {number}" for number in range(15, 25)), "another kind"]
    assert [record.__dict__["count"] for record in caplog.records] == [15]
