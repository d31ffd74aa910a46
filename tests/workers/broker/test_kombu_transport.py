"""No message on the queue ends a worker, and a worker that stops leaves no message in a file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import kombu
import pytest
from kombu.transport import get_transport_cls

from shared.celery_options import celery_options
from shared.names import LOOKUP_QUEUE
from tests.stack import Stack
from tests.stack.environment import clean_environ
from tests.stack.redis_process import RedisProcess
from tests.workers.task_queue import lookup, task_queue
from workers.broker.kombu_transport import (
    QuietChannel,
    QuietSentinelChannel,
    QuietSentinelTransport,
    QuietTransport,
    use_our_transports,
)

QUEUE = "test_kombu_transport"
MALFORMED = [b"", b"not JSON", b"[]", b"{}", b"null", b'{"body": 1}', b"[" * 10_000, b"\xff\xfe"]


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Redis, and a worker with one process."""
    folder = tmp_path_factory.mktemp("stack")
    with Stack(folder, WORKER_PROCESSES="1") as stack:
        stack.redis.start()
        stack.add_worker("worker")
        stack.wait_until_ready()
        yield stack


@pytest.mark.usefixtures("kombu_unchanged")
def test_urls_of_redis_and_sentinels_get_our_transports() -> None:
    use_our_transports()

    assert get_transport_cls("redis") is get_transport_cls("rediss") is QuietTransport
    assert get_transport_cls("sentinel") is QuietSentinelTransport
    assert (QuietTransport.Channel, QuietSentinelTransport.Channel) == (QuietChannel, QuietSentinelChannel)


@pytest.mark.parametrize("message", MALFORMED, ids=lambda message: repr(message[:12]))
def test_a_malformed_message_is_dropped(stack: Stack, message: bytes) -> None:
    known, children = stack.worker.log().count("dropped a malformed message"), stack.worker.children()
    with stack.redis.client() as client, task_queue(stack.redis) as queue:
        client.lpush(LOOKUP_QUEUE, message)
        queue.send(lookup("1", "lemmatizer", "geese"))

        assert queue.reply("1").response == '["goose"]'
    assert stack.worker.log().count("dropped a malformed message") > known
    assert stack.worker.children() == children


def reserve_one(connection: kombu.Connection) -> kombu.Queue:
    """Put two messages on a queue, take one without an acknowledgement, and return the queue."""
    queue = kombu.Queue(QUEUE, channel=connection.default_channel)
    queue.declare()
    producer = connection.Producer(auto_declare=False)
    for word in ("dog", "cat"):
        producer.publish({"word": word}, routing_key=QUEUE, serializer="json")
    assert queue.get().payload == {"word": "dog"}
    return queue


def connect(server: RedisProcess) -> kombu.Connection:
    options = celery_options(server.url)["broker_transport_options"]
    return kombu.Connection(server.url, transport=QuietTransport, transport_options=options)


def test_a_reserved_message_goes_back_to_the_queue(redis_server: RedisProcess) -> None:
    with connect(redis_server) as connection, redis_server.client() as client:
        reserve_one(connection)
        connection.default_channel.qos.restore_unacked_once()

        assert client.llen(QUEUE) == 2
        client.delete(QUEUE)


def test_without_the_broker_a_reserved_message_is_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    server = RedisProcess(tmp_path, clean_environ())
    server.start()
    connection = connect(server)
    reserve_one(connection)
    server.end()

    connection.default_channel.qos.restore_unacked_once()

    assert list(temporary.iterdir()) == []
    assert "dog" not in "".join(capsys.readouterr())
