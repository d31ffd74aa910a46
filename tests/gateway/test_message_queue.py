"""The subscription to the message queue on a real Redis: every message, every loss, and the canary."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from redis import Redis

from gateway import message_queue
from gateway.message_queue import ReplyListener
from gateway.metrics import Metrics
from shared.messages import EmitMessage, Reply, encode
from shared.names import ROOMS_CHANNEL, WORKERS_KEY
from tests.gateway.conftest import Listen
from tests.gateway.listening import Listening
from tests.stack.environment import clean_environ
from tests.stack.redis_process import RedisProcess
from tests.stack.waiting import patience, wait_until


@pytest.fixture
def redis(redis_server: RedisProcess) -> Iterator[Redis]:
    with redis_server.client() as client:
        yield client


@pytest.fixture
def listening(redis_server: RedisProcess, listen: Listen) -> Listening:
    """A listener that is subscribed."""
    started = listen(redis_server.url)
    started.wait_for_reconnects(1)
    return started


def payload(*keys: str) -> bytes:
    """Return the message of one PUBLISH that carries replies with these keys."""
    return encode([EmitMessage("reply", "/", "sid", key, (reply(key),)) for key in keys])


def reply(word: str) -> Reply:
    return Reply("pos", word, '["n"]')


def test_a_reply_reaches_its_subscriber_with_key_and_room(listening: Listening, redis: Redis) -> None:
    redis.publish(listening.listener.channel, payload("run"))
    wait_until(lambda: listening.replies, "the reply")

    assert listening.replies == [("run", "sid", reply("run"))]


def test_the_replies_of_one_message_are_gathered(listening: Listening, redis: Redis) -> None:
    listening.steps.clear()
    redis.publish(listening.listener.channel, payload("a", "b"))
    wait_until(lambda: "b" in listening.steps and listening.steps[-1] == "end", "the replies")
    steps = listening.steps
    first = steps.index("a")

    assert steps[first - 1 : first + 3] == ["begin", "a", "b", "end"]


def test_a_room_event_reaches_its_subscriber_as_it_is(listening: Listening, redis: Redis) -> None:
    redis.publish(ROOMS_CHANNEL, b"\x00 any bytes")
    wait_until(lambda: listening.room_events, "the event")

    assert listening.room_events == [b"\x00 any bytes"]
    assert listening.replies == []


@pytest.mark.parametrize(
    "malformed",
    [
        b"",
        b"\xff\xfe",
        b"{}",
        b'[{"method": "disconnect"}]',
        b"[" * 100_000,
        payload("run").replace(b"reply", b"other"),
    ],
    ids=["empty", "no text", "no list", "unknown method", "too deep", "unknown event"],
)
def test_a_malformed_message_is_counted_and_the_next_one_arrives(
    listening: Listening, redis: Redis, malformed: bytes
) -> None:
    redis.publish(listening.listener.channel, malformed)
    redis.publish(listening.listener.channel, payload("next"))
    wait_until(lambda: listening.replies, "the next reply")

    assert listening.metrics.malformed == 1
    assert [key for key, _, _ in listening.replies] == ["next"]
    assert listening.metrics.reconnects == 0


def test_the_canary_proves_the_subscription_and_measures_its_round_trip(listening: Listening) -> None:
    wait_until(lambda: listening.listener.canary_seconds, "a canary")

    assert listening.listener.is_subscribed()
    assert 0 < listening.listener.canary_seconds < 5
    assert listening.replies == []


def test_only_workers_with_a_recent_heartbeat_count(listening: Listening, redis: Redis) -> None:
    now, _ = redis.time()
    redis.zadd(WORKERS_KEY, {"recent": now, "also recent": now - 2, "dead": now - 60})
    try:
        wait_until(lambda: listening.listener.workers, "the workers")

        assert listening.listener.workers == 2
    finally:
        redis.delete(WORKERS_KEY)
    wait_until(lambda: not listening.listener.workers, "the workers to be forgotten")


def test_other_green_threads_run_after_every_32_replies(listening: Listening, redis: Redis) -> None:
    listening.steps.clear()
    for _ in range(4):
        redis.publish(listening.listener.channel, payload(*("r" * 16)))
    wait_until(lambda: listening.steps.count("r") == 64, "all replies")
    replies = "".join(listening.steps).replace("begin", "").replace("end", "")

    assert max(map(len, replies.split("yield"))) == 32


def test_a_dropped_subscription_is_reported_and_replaced(listening: Listening, redis: Redis) -> None:
    for number in (1, 2):
        redis.client_kill_filter(_type="pubsub")
        listening.wait_for_reconnects(number + 1)
        redis.publish(listening.listener.channel, payload(f"after {number}"))
        wait_until(lambda n=number: len(listening.replies) == n, "a reply on the new subscription")

    assert listening.metrics.reconnects == 2
    assert listening.reconnects == 3


def test_before_the_first_message_it_is_not_subscribed(redis_server: RedisProcess) -> None:
    assert not ReplyListener(redis_server.url, "boot", Metrics()).is_subscribed()


def test_a_redis_that_falls_silent_counts_as_lost(
    redis_server: RedisProcess, listen: Listen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(message_queue, "SILENCE_LIMIT_S", 0.5)
    listening = listen(redis_server.url)
    listening.wait_for_reconnects(1)
    redis_server.freeze()
    try:
        wait_until(lambda: not listening.listener.is_subscribed(), "the silence to show")
        wait_until(lambda: listening.metrics.reconnects, "the listener to drop its subscription")
    finally:
        redis_server.thaw()
    listening.wait_for_reconnects(2)

    wait_until(listening.listener.is_subscribed, "the new subscription to work")


def test_a_gateway_may_start_before_its_redis(
    tmp_path_factory: pytest.TempPathFactory, listen: Listen
) -> None:
    server = RedisProcess(tmp_path_factory.mktemp("late"), clean_environ())
    listening = listen(server.url)
    wait_until(lambda: listening.metrics.reconnects >= 2, "two attempts")
    assert listening.reconnects == 0

    server.start()
    try:
        began = time.monotonic()
        listening.wait_for_reconnects(1)
        assert time.monotonic() - began < 2 * patience()
    finally:
        listening.stop()
        server.end()
