"""The reasons why no lookup could be answered, from a real broker, subscription and worker's heartbeat."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from redis import Redis

from gateway.lookups.publisher import Publisher
from gateway.readiness import BROKER_CHECK_INTERVAL_S, Readiness
from shared.messages import LookupBatch
from shared.names import LOOKUP_QUEUE, QUESTION_WORKER_SUFFIX, WORKERS_KEY
from tests.gateway.conftest import Listen
from tests.gateway.listening import Listening, Stopped
from tests.stack.environment import clean_environ
from tests.stack.redis_process import RedisProcess
from tests.stack.waiting import wait_until

BROKER = "the broker (BROKER_URL or REDIS_URL) does not answer"
CHANNEL = "nothing arrives on the reply channel (SOCKETIO_QUEUE_URL or REDIS_URL)"
WORKER = "no worker is running; start one with `make worker`"
QUESTIONS = "no worker takes questions; set WORKER_QUEUES=lookups,questions for one"


@pytest.fixture
def redis(redis_server: RedisProcess) -> Iterator[Redis]:
    with redis_server.client() as client:
        client.delete(LOOKUP_QUEUE, WORKERS_KEY)
        yield client
        client.delete(LOOKUP_QUEUE, WORKERS_KEY)


@pytest.fixture
def listening(redis_server: RedisProcess, redis: Redis, listen: Listen) -> Listening:
    """A listener that is subscribed, and knows that there is no worker."""
    assert not redis.exists(WORKERS_KEY)
    started = listen(redis_server.url)
    started.wait_for_reconnects(1)
    return started


@pytest.fixture
def readiness(redis_server: RedisProcess, listening: Listening) -> Readiness:
    return Readiness({LOOKUP_QUEUE: Publisher(redis_server.url)}, listening.listener, listening.server.sleep)


def test_before_the_first_check_the_broker_counts_as_unreachable(readiness: Readiness) -> None:
    assert readiness.reasons() == [BROKER, WORKER]


def test_with_broker_subscription_and_worker_a_gateway_is_ready(
    readiness: Readiness, listening: Listening, redis: Redis
) -> None:
    readiness.check()
    assert readiness.reasons() == [WORKER]

    redis.zadd(WORKERS_KEY, {"worker": redis.time()[0]})
    wait_until(lambda: listening.listener.workers, "the worker to be seen")
    assert readiness.reasons() == [QUESTIONS]

    redis.zadd(WORKERS_KEY, {f"worker{QUESTION_WORKER_SUFFIX}": redis.time()[0]})
    wait_until(lambda: listening.listener.question_workers, "the worker for questions to be seen")

    assert readiness.reasons() == []
    assert readiness.is_redis_reachable()
    assert listening.listener.workers == 1


def test_without_a_subscription_nobody_knows_whether_there_are_workers(redis_server: RedisProcess) -> None:
    listening = Listening(redis_server.url)
    readiness = Readiness(
        {LOOKUP_QUEUE: Publisher(redis_server.url)}, listening.listener, listening.server.sleep
    )
    readiness.check()

    assert readiness.reasons() == [CHANNEL]
    assert not readiness.is_redis_reachable()


def test_a_redis_that_is_part_of_a_cluster_is_named(
    tmp_path_factory: pytest.TempPathFactory, listen: Listen
) -> None:
    server = RedisProcess(tmp_path_factory.mktemp("cluster"), clean_environ(), "--cluster-enabled", "yes")
    try:
        server.start()
        listening = listen(server.url)
        readiness = Readiness(
            {LOOKUP_QUEUE: Publisher(server.url)}, listening.listener, listening.server.sleep
        )
        wait_until(lambda: listening.listener.is_cluster, "the listener to notice")

        assert "Redis is part of a cluster; use one Redis, or Sentinels" in readiness.reasons()
        listening.stop()
    finally:
        server.end()


def test_the_check_reads_the_length_of_the_queue(readiness: Readiness, redis_server: RedisProcess) -> None:
    publisher = Publisher(redis_server.url)
    for _ in range(2):
        publisher.publish(LookupBatch("channel", 0.0, []))
    assert readiness.queue_lengths[LOOKUP_QUEUE] == 0

    readiness.check()

    assert readiness.queue_lengths[LOOKUP_QUEUE] == 2


def test_a_broker_that_goes_and_returns_shows_at_the_next_check(
    listening: Listening, tmp_path_factory: pytest.TempPathFactory
) -> None:
    broker = RedisProcess(tmp_path_factory.mktemp("broker"), clean_environ())
    readiness = Readiness({LOOKUP_QUEUE: Publisher(broker.url)}, listening.listener, listening.server.sleep)
    readiness.check()
    assert BROKER in readiness.reasons()

    broker.start()
    try:
        readiness.check()
        assert BROKER not in readiness.reasons()
        assert readiness.is_redis_reachable()
        broker.kill()
        readiness.check()
        assert BROKER in readiness.reasons()
        assert not readiness.is_redis_reachable()
    finally:
        broker.end()


def test_the_broker_is_checked_once_a_second(redis_server: RedisProcess, listening: Listening) -> None:
    publisher = Publisher(redis_server.url)
    pauses = []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        publisher.publish(LookupBatch("channel", 0.0, []))
        if len(pauses) == 3:
            raise Stopped

    readiness = Readiness({LOOKUP_QUEUE: publisher}, listening.listener, sleep)
    with pytest.raises(Stopped):
        readiness.check_forever()

    assert pauses == [BROKER_CHECK_INTERVAL_S] * 3
    assert readiness.queue_lengths[LOOKUP_QUEUE] == 2
