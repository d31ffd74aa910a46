"""A worker shows that it is consuming, and finds its broker again."""

from __future__ import annotations

import base64
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from shared.messages import decode_task
from shared.names import LOOKUP_QUEUE, WORKERS_KEY
from tests.stack import Stack, wait_until
from tests.stack.waiting import patience
from tests.workers.task_queue import lookup, task_queue
from workers.broker import kombu_transport

CONNECTED = "connected to the broker"  # the words of the log
LOST = "Connection to broker lost"
REFUSED = "the broker takes no messages; trying again"
REFUSALS = {  # a command after which Redis refuses writes → the command that ends this
    "REPLICAOF 127.0.0.1 1": "REPLICAOF NO ONE",
    "CONFIG SET min-replicas-to-write 1": "CONFIG SET min-replicas-to-write 0",
}
LOSSES = 6  # of the connection; Celery logs a traceback after the fifth in a second
KEYS = {str(number) for number in range(100)}  # of lookups that take 20 ms each


@pytest.fixture
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Redis, and a worker with one process and a heartbeat file."""
    folder = tmp_path_factory.mktemp("stack")
    settings = {
        "WORKER_PROCESSES": "1",
        "WORKER_QUEUES": "lookups",
        "HEARTBEAT_FILE": str(folder / "heartbeat"),
    }
    with Stack(folder, **settings) as stack:
        stack.redis.start()
        stack.add_worker("worker")
        stack.wait_until_ready()
        yield stack


def entries(stack: Stack) -> dict[bytes, float]:
    with stack.redis.client() as client:
        return dict(client.zrange(WORKERS_KEY, 0, -1, withscores=True))


def test_all_processes_of_a_worker_keep_one_entry_fresh(stack: Stack) -> None:
    [(name, first)] = entries(stack).items()

    assert name.decode().endswith(f":{stack.worker.pid}")
    wait_until(lambda: entries(stack)[name] > first, "the next heartbeat")


def test_each_heartbeat_touches_the_file(stack: Stack) -> None:
    file = stack.folder / "heartbeat"
    first = file.stat().st_mtime_ns

    wait_until(lambda: file.stat().st_mtime_ns > first, "the next heartbeat")


def test_a_worker_that_stops_removes_its_entry(stack: Stack) -> None:
    assert stack.worker.stop() == 0
    assert entries(stack) == {}


def test_entries_of_dead_workers_are_removed(stack: Stack) -> None:
    with stack.redis.client() as client:
        client.zadd(WORKERS_KEY, {"dead:1": client.time()[0] - 120})

    wait_until(lambda: b"dead:1" not in entries(stack), "the next heartbeat")


def test_a_frozen_worker_has_no_heartbeat(stack: Stack) -> None:
    file = stack.folder / "heartbeat"
    stack.worker.freeze()
    before = file.stat().st_mtime_ns
    [(_, score)] = entries(stack).items()
    with stack.redis.client() as client:
        wait_until(lambda: client.time()[0] > score + 4, "two intervals")

    assert file.stat().st_mtime_ns == before
    stack.worker.thaw()


def test_the_broker_is_found_again_within_a_second(stack: Stack) -> None:
    """Celery alone would try again 2 s, 6 s, 12 s … after the loss."""
    known = stack.worker.log().count(CONNECTED)
    stack.redis.stop()
    wait_until(lambda: "the broker does not answer" in stack.worker.log(), "the worker to lose Redis")
    lost_at = time.monotonic()
    wait_until(lambda: time.monotonic() > lost_at + 2.5, "the outage to take a while")
    stack.redis.start()
    back_at = time.monotonic()
    wait_until(lambda: stack.worker.log().count(CONNECTED) > known, "the worker to connect")

    assert time.monotonic() - back_at < 2 * patience()
    with task_queue(stack.redis) as queue:
        queue.send(lookup("1", "lemmatizer", "geese"))
        assert queue.reply("1").response == '["goose"]'


def test_a_broker_that_refuses_writes_is_one_line_and_tried_again(stack: Stack) -> None:
    processes = stack.worker.children()
    with stack.redis.client() as client:
        for number, (refuse, accept) in enumerate(REFUSALS.items(), 1):
            known = stack.worker.log().count(CONNECTED)
            client.execute_command(*refuse.split())
            wait_until(lambda n=number: stack.worker.log().count(REFUSED) == n, "a line in the log")
            client.execute_command(*accept.split())
            wait_until(lambda k=known: stack.worker.log().count(CONNECTED) > k, "the worker to connect")

    assert_that_it_works_on(stack, processes)
    assert stack.worker.log().count(REFUSED) == len(REFUSALS)


def test_a_connection_that_is_lost_again_and_again_is_tried_again(stack: Stack) -> None:
    processes = stack.worker.children()
    with stack.redis.client() as client:
        for _ in range(LOSSES):
            wait_until(lambda: kill_waiting(client), "the worker to wait for lookups")

    assert_that_it_works_on(stack, processes)
    assert stack.worker.log().count(LOST) >= LOSSES


def kill_waiting(client: redis.Redis) -> bool:
    """End the connection on which the worker waits for lookups, and return whether there was one."""
    waiting = [each["id"] for each in client.client_list() if each["flags"] == "b"]
    return any(client.client_kill_filter(_id=each) for each in waiting)


def assert_that_it_works_on(stack: Stack, processes: list[int]) -> None:
    """Assert that the worker has lost no process, logged no traceback, and answers."""
    assert stack.worker.children() == processes
    assert "Traceback" not in stack.worker.log()
    with task_queue(stack.redis) as queue:
        queue.send(lookup("1", "lemmatizer", "geese"))
        assert queue.reply("1").response == '["goose"]'


def test_a_key_of_the_wrong_type_with_the_workers_name_is_replaced(stack: Stack) -> None:
    with stack.redis.client() as client:
        client.delete(WORKERS_KEY)
        client.rpush(WORKERS_KEY, "no heartbeat")

        wait_until(lambda: client.type(WORKERS_KEY) == b"zset", "a heartbeat", within=10)
    assert "removed a key of the wrong type" in stack.worker.log()


def test_a_worker_that_stops_returns_the_lookups_that_it_has_not_begun(tmp_path: Path) -> None:
    settings = {"WORKER_PROCESSES": "1", "WORKER_QUEUES": LOOKUP_QUEUE}
    with Stack(tmp_path, **settings) as stack:
        stack.redis.start()
        slow = stack.add_worker("slow", module="tests.faults.attacks.expensive_worker")
        stack.wait_until_ready()
        with task_queue(stack.redis) as queue, stack.redis.client() as client:
            queue.send(*(lookup(key, "pattern", "b?t") for key in KEYS))
            queue.reply(next(iter(KEYS)))
            slow.signal(signal.SIGTERM)

            assert slow.wait_for_end(within=10) == 0
            returned = {key for (entry,) in [client.lrange(LOOKUP_QUEUE, 0, -1)] for key in keys_of(entry)}
            assert returned
            wait_until(lambda: queue.heard().keys() | returned == KEYS, "the replies to the others")
            assert not queue.heard().keys() & returned


def keys_of(entry: bytes) -> set[str]:
    """Return the keys of the lookups in an entry of the queue, as a worker reads it."""
    message = kombu_transport._read(LOOKUP_QUEUE, entry)
    ((batch,), _, _) = decode_task(base64.b64decode(message["body"]))
    return {each.key for each in batch.lookups}
