"""kombu's transports as the gateway uses them: one kept client, the last message, the queue's length."""

from __future__ import annotations

import json
from collections.abc import Iterator

import kombu
import pytest
from kombu.transport import get_transport_cls

from gateway.lookups.kombu_transport import (
    OneClientChannel,
    OneClientSentinelChannel,
    OneClientSentinelTransport,
    OneClientTransport,
    use_our_transports,
)
from tests.stack.redis_process import RedisProcess

QUEUE = "test_kombu_transport"


@pytest.fixture(autouse=True)
def our_transports() -> None:
    use_our_transports()


@pytest.mark.parametrize("scheme", ["redis", "rediss"])
def test_redis_urls_use_our_transport(scheme: str) -> None:
    assert get_transport_cls(scheme) is OneClientTransport
    assert OneClientTransport.Channel is OneClientChannel


def test_sentinel_urls_use_ours_for_sentinels() -> None:
    assert get_transport_cls("sentinel") is OneClientSentinelTransport
    assert OneClientSentinelTransport.Channel is OneClientSentinelChannel


def test_a_channel_returns_the_length_of_its_queue_and_keeps_its_client(redis_server: RedisProcess) -> None:
    lengths = []
    with redis_server.client() as redis, kombu.Connection(redis_server.url) as connection:
        redis.delete(QUEUE)
        channel = connection.channel()
        producer = connection.Producer(channel, auto_declare=False)
        kombu.Queue(QUEUE, channel=channel).declare()
        clients = []
        for number in range(3):
            lengths.append(producer.publish({"number": number}, routing_key=QUEUE, serializer="json"))
            with channel.conn_or_acquire() as client:
                clients.append(client)
        lengths.append(channel.push(QUEUE, json.dumps(channel.last_message)))
        assert len(set(redis.lrange(QUEUE, 0, 1))) == 1
        redis.delete(QUEUE)

    assert isinstance(channel, OneClientChannel)
    assert lengths == [1, 2, 3, 4]
    assert all(client is clients[0] for client in clients)


@pytest.fixture
def channel(redis_server: RedisProcess) -> Iterator[OneClientChannel]:
    """A channel of a Redis in which the queue is empty."""
    with redis_server.client() as redis, kombu.Connection(redis_server.url) as connection:
        redis.delete(QUEUE)
        yield connection.channel()
        redis.delete(QUEUE)


def test_no_key_but_the_queue_is_needed(channel: OneClientChannel, redis_server: RedisProcess) -> None:
    with redis_server.client() as redis:
        before = set(redis.keys())
        kombu.Queue(QUEUE, channel=channel).declare()
        kombu.Producer(channel, auto_declare=False).publish({}, routing_key=QUEUE, serializer="json")

        assert set(redis.keys()) - before == {QUEUE.encode()}


def test_a_queue_that_nobody_takes_from_expires(
    channel: OneClientChannel, redis_server: RedisProcess
) -> None:
    with redis_server.client() as redis:
        redis.lpush(QUEUE, "first", "second")
        assert channel.tend(QUEUE, 100) == 2
        assert redis.ttl(QUEUE) == 100

        redis.expire(QUEUE, 50)
        redis.lpush(QUEUE, "third")
        assert channel.tend(QUEUE, 100) == 3
        assert redis.ttl(QUEUE) == 50  # nobody took any

        redis.rpop(QUEUE)
        assert channel.tend(QUEUE, 100) == 2
        assert redis.ttl(QUEUE) == 100

        redis.delete(QUEUE)
        assert channel.tend(QUEUE, 100) == 0


@pytest.mark.parametrize("command", ["zadd", "sadd", "set", "xadd", "hset"])
def test_a_key_of_the_wrong_type_is_removed(
    channel: OneClientChannel, redis_server: RedisProcess, command: str, caplog: pytest.LogCaptureFixture
) -> None:
    values = {"zadd": ({"x": 1},), "xadd": ({"x": "1"},), "hset": ("x", "1")}.get(command, ("x",))
    with redis_server.client() as redis:
        getattr(redis, command)(QUEUE, *values)
        assert channel.tend(QUEUE, 100) == 0
        assert "wrong type" in caplog.text

        getattr(redis, command)(QUEUE, *values)
        assert channel.push(QUEUE, "a message") == 1

        assert redis.lrange(QUEUE, 0, -1) == [b"a message"]
