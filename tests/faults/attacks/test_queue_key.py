"""Attack: the queue's key in Redis: nobody takes from it, or it holds something else than a queue."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from gateway.lookups.dispatcher import EXPIRY_SLACK_S
from shared.names import LOOKUP_QUEUE
from tests.clients.reference import ReferenceClient
from tests.conftest import STACKS, MakeStack
from tests.faults.attacks.bystander import Bystander
from tests.stack import Stack, wait_until
from tests.stack.waiting import patience

DEADLINE_S = 1.0
CHECK_SECONDS = 1.0  # between two looks of the gateway at the queue
REPAIRED_SECONDS = 2.0
ANOTHER_TYPE: dict[str, tuple[Any, ...]] = {
    "zadd": ({"x": 1},),
    "sadd": ("x",),
    "xadd": ({"x": "1"},),
    "hset": ("x", "1"),
    "set": ("x",),
}


@pytest.mark.waits
def test_a_queue_that_nobody_takes_from_does_not_outgrow_its_deadline(
    make_stack: MakeStack, figures: Callable[[str], None]
) -> None:
    stack = make_stack(LOG_LEVEL="info", LOOKUP_DEADLINE=str(DEADLINE_S), RATE_LIMIT="0").start()
    lives = DEADLINE_S + EXPIRY_SLACK_S
    longest = 0
    with stack.redis.client() as redis, ReferenceClient(stack.gateway.url) as client:
        stack.worker.freeze()
        try:
            began = time.monotonic()
            first_end = None
            while first_end is None and time.monotonic() - began < lives + 6 * CHECK_SECONDS * patience():
                client.ask(command="lemmatizer", word="geese").ack.result(5)
                length = redis.llen(LOOKUP_QUEUE)
                if length < longest:
                    first_end = time.monotonic() - began
                longest = max(longest, length)
                time.sleep(0.02)
        finally:
            stack.worker.thaw()

        figures(f"at most {longest} batches; all deleted after {first_end or -1:.1f} s")
        assert first_end is not None
        assert lives - 2 <= first_end <= lives + 3 * CHECK_SECONDS * patience()
        assert wait_until(lambda: answered(client), "an answer", within=10)


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Stack]:
    """Start a stack with its own Redis, whose keys the tests spoil."""
    with Stack(tmp_path_factory.mktemp("spoilt"), LOG_LEVEL="info") as stack:
        pytestconfig.stash[STACKS].append(stack)
        yield stack.start()


@pytest.mark.parametrize("command", ANOTHER_TYPE)
def test_a_queue_of_another_type_is_repaired(
    spoilt: Stack, command: str, figures: Callable[[str], None]
) -> None:
    gateway, size = spoilt.gateway, spoilt.gateway.log_size()
    processes = len(spoilt.worker.children())
    with spoilt.redis.client() as redis, Bystander(gateway.url) as bystander:
        quiet = bystander.quiet_p99()
        for _ in range(5):
            wait_until(lambda: spoil(redis, command), "the queue to be empty for a moment")
            time.sleep(0.5)
        time.sleep(REPAIRED_SECONDS)

        figures(bystander.check(quiet))
        assert redis.type(LOOKUP_QUEUE) in {b"list", b"none"}
    assert "of the wrong type" in gateway.log(size)
    assert gateway.readiness()[0] == 200
    assert len(spoilt.worker.children()) == processes
    gateway_2 = spoilt.add_gateway("gateway-2")
    try:
        gateway_2.wait_until_ready()
    finally:
        gateway_2.end()
        del spoilt.gateways["gateway-2"]


@pytest.mark.waits
@pytest.mark.parametrize("command", ["sadd", "zadd"])
def test_keys_with_the_broker_library_s_names_have_no_effect(spoilt: Stack, command: str) -> None:
    names = ("_kombu.binding.lookups", "_kombu.binding.permanent.lookups")
    with spoilt.redis.client() as redis:
        for name in names:
            getattr(redis, command)(name, *ANOTHER_TYPE[command])
        try:
            gateway = spoilt.add_gateway("gateway-2")
            worker = spoilt.add_worker("worker-2")
            gateway.wait_until_ready()
            wait_until(lambda: worker.pid in spoilt.listening_workers(), "the worker to listen", 20)
            with ReferenceClient(gateway.url) as client:
                assert client.ask(command="lemmatizer", word="geese").answer() == ["goose"]
        finally:
            spoilt.gateways.pop("gateway-2").end()
            spoilt.workers.pop("worker-2").end()
            redis.delete(*names)


def spoil(redis: Any, command: str) -> bool:
    """Give the queue's name to another type; False while the queue has batches."""
    try:
        getattr(redis, command)(LOOKUP_QUEUE, *ANOTHER_TYPE[command])
    except Exception as error:
        if "WRONGTYPE" not in str(error):
            raise
        return False
    return True


def answered(client: ReferenceClient) -> bool:
    try:
        return client.ask(command="lemmatizer", word="geese").answer() == ["goose"]
    except LookupError:
        return False
