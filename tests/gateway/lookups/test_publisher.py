"""Batches on a real broker: one Celery message each, and Unavailable while it does not answer."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from redis import Redis

from gateway.lookups.publisher import Publisher
from shared.errors import Unavailable
from shared.messages import Context, Lookup, LookupBatch, decode_batch
from shared.names import LOOKUP_QUEUE, LOOKUP_TASK
from tests.stack.environment import clean_environ
from tests.stack.redis_process import RedisProcess
from tests.stack.waiting import patience, wait_until

BATCH = LookupBatch(
    "wordwire:replies:boot",
    1_800_000_000.5,
    [
        Lookup("lemmatizer", "gänse", "n", key="boot:1", namespace="/", room="sid"),
        Lookup(
            "ask",
            text="and as a verb?",
            context=Context("pos", "run"),
            key="boot:2",
            namespace="/",
            room="sid",
        ),
    ],
)


@pytest.fixture
def broker(redis_server: RedisProcess) -> Iterator[Redis]:
    """A client of the broker, whose queue is empty."""
    with redis_server.client() as client:
        client.delete(LOOKUP_QUEUE)
        yield client
        client.delete(LOOKUP_QUEUE)


@pytest.fixture
def publisher(redis_server: RedisProcess) -> Publisher:
    return Publisher(redis_server.url)


def messages(broker: Redis) -> list[dict[str, Any]]:
    """Return the Celery messages on the queue, the newest first."""
    return [json.loads(message) for message in broker.lrange(LOOKUP_QUEUE, 0, -1)]


def test_a_batch_is_one_celery_message_that_a_worker_can_decode(publisher: Publisher, broker: Redis) -> None:
    publisher.publish(BATCH)
    (message,) = messages(broker)
    args, kwargs, _ = json.loads(base64.b64decode(message["body"]))

    assert message["headers"]["task"] == LOOKUP_TASK
    assert message["content-type"] == "application/json"
    assert kwargs == {}
    assert [decode_batch(fields) for fields in args] == [BATCH]


def test_no_user_s_word_is_in_the_headers(publisher: Publisher, broker: Redis) -> None:
    publisher.publish(BATCH)

    assert "nse" not in json.dumps(messages(broker)[0]["headers"])


def test_each_message_has_an_id_of_its_own_and_never_moves_to_another_queue(
    publisher: Publisher, broker: Redis
) -> None:
    for _ in range(3):
        publisher.publish(BATCH)

    assert len({message["headers"]["id"] for message in messages(broker)}) == 3
    assert broker.keys("lookups*") == [LOOKUP_QUEUE.encode()]


def test_the_length_of_the_queue_comes_with_each_batch_and_on_request(
    publisher: Publisher, broker: Redis
) -> None:
    assert publisher.queue_length() == 0
    assert [publisher.publish(BATCH) for _ in range(3)] == [1, 2, 3]
    assert publisher.queue_length() == 3

    broker.rpop(LOOKUP_QUEUE)

    assert publisher.publish(BATCH) == 3


def test_connections_are_kept(publisher: Publisher, broker: Redis) -> None:
    publisher.publish(BATCH)
    publisher.queue_length()
    before = broker.info("stats")["total_connections_received"]
    for _ in range(10):
        publisher.publish(BATCH)
        publisher.queue_length()
        publisher.keep_alive()

    assert broker.info("stats")["total_connections_received"] == before


def test_keep_alive_uses_the_connection_of_the_batches(publisher: Publisher, broker: Redis) -> None:
    others = {each["id"] for each in broker.client_list()}  # of earlier tests
    publisher.publish(BATCH)
    known = broker.client_list()
    (of_batches,) = [each for each in known if each["cmd"] == "lpush" and each["id"] not in others]

    publisher.keep_alive()

    (same,) = [each for each in broker.client_list() if each["id"] == of_batches["id"]]
    assert same["cmd"] == "ping"


def test_while_the_broker_is_down_it_is_unavailable_and_afterwards_it_publishes(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    server = RedisProcess(tmp_path_factory.mktemp("broker"), clean_environ())
    publisher = Publisher(server.url)
    for use in (lambda: publisher.publish(BATCH), publisher.queue_length):
        began = time.monotonic()
        with pytest.raises(Unavailable, match="The broker does not answer"):
            use()
        assert time.monotonic() - began < 2 * patience()

    server.start()
    try:
        assert publisher.publish(BATCH) == 1
        assert publisher.queue_length() == 1
        server.kill()
        wait_until(lambda: not server.is_running, "Redis to end")
        for use in (lambda: publisher.publish(BATCH), publisher.queue_length):
            with pytest.raises(Unavailable):
                use()
        server.start()
        assert publisher.publish(BATCH) == 1
    finally:
        server.end()


def test_a_lost_connection_costs_at_most_one_attempt(publisher: Publisher, broker: Redis) -> None:
    publisher.publish(BATCH)
    broker.client_kill_filter(_type="normal", skipme=True)
    length = 0
    for _ in range(2):
        try:
            length = publisher.publish(BATCH)
        except Unavailable:
            continue
        break

    assert length == 2
