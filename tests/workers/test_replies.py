"""Replies reach the gateway that waits for them, or an error says that Redis did not take them."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator

import pytest
import redis
from msgspec import Raw

from shared.errors import RepliesLost
from shared.messages import Reply, decode_channel, encode
from tests.stack.environment import clean_environ
from tests.stack.redis_process import RedisProcess
from tests.stack.waiting import patience
from tests.workers.task_queue import lookup
from workers.replies import GIVE_UP_AFTER_S, ReplyPublisher

ANSWERED = [(lookup(key, "pos", "dog"), Raw(encode(Reply("pos", "dog", '["n"]')))) for key in ("1", "2")]


@pytest.fixture
def own_redis(tmp_path: object) -> Iterator[RedisProcess]:
    """A Redis that the test may stop."""
    server = RedisProcess(tmp_path, clean_environ())
    server.start()
    yield server
    server.end()


@pytest.fixture
def publisher(redis_server: RedisProcess) -> Iterator[ReplyPublisher]:
    yield from closed(ReplyPublisher(redis_server.url))


def closed(publisher: ReplyPublisher) -> Iterator[ReplyPublisher]:
    yield publisher
    publisher.client().close()


def test_the_subscriber_of_the_channel_gets_the_replies(
    publisher: ReplyPublisher, redis_server: RedisProcess
) -> None:
    with redis_server.client() as client, client.pubsub() as pubsub:
        pubsub.subscribe("channel", "another")
        for _ in range(2):
            assert pubsub.get_message(timeout=5)
        publisher.publish("channel", ANSWERED)
        message = pubsub.get_message(timeout=5)

    assert message["channel"] == b"channel"
    heard = decode_channel(message["data"])
    assert [(each.key, each.room, each.data[0].response) for each in heard] == [
        ("1", "sid", '["n"]'),
        ("2", "sid", '["n"]'),
    ]


def test_replies_without_a_subscriber_are_dropped(
    publisher: ReplyPublisher, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        publisher.publish("nobody", ANSWERED)

    assert "no gateway is subscribed" in caplog.text


def test_one_connection_serves_all_replies(publisher: ReplyPublisher) -> None:
    publisher.publish("nobody", ANSWERED)
    first = publisher.client()
    publisher.publish("nobody", ANSWERED)

    assert publisher.client() is first


def test_an_unreachable_redis_is_an_error_within_a_second(own_redis: RedisProcess) -> None:
    publisher = ReplyPublisher(own_redis.url)
    publisher.publish("nobody", ANSWERED)
    own_redis.stop()
    started = time.monotonic()

    with pytest.raises(RepliesLost):
        publisher.publish("nobody", ANSWERED)
    assert time.monotonic() - started < (GIVE_UP_AFTER_S + 1) * patience()


def test_replies_survive_a_short_outage(own_redis: RedisProcess) -> None:
    publisher = ReplyPublisher(own_redis.url)
    publisher.publish("nobody", ANSWERED)
    own_redis.stop()
    restart = threading.Timer(0.2, own_redis.start)
    restart.start()
    try:
        publisher.publish("nobody", ANSWERED)
    finally:
        restart.join()

    assert publisher.client().ping()
    publisher.client().close()


def test_a_new_client_replaces_one_that_has_lost_its_connection(own_redis: RedisProcess) -> None:
    publisher = ReplyPublisher(own_redis.url)
    before = publisher.client()
    before.ping()
    own_redis.stop()
    with pytest.raises(redis.RedisError):
        before.ping()
    own_redis.start()

    assert publisher.client() is not before
    assert publisher.client().ping()
    publisher.client().close()
