"""The limit on open files, the loops, and the drain of a whole gateway."""

from __future__ import annotations

import json
import resource
import time
from collections.abc import Iterator

import eventlet
import pytest

from gateway import serving
from gateway.access.allowances import Allowance
from gateway.lookups.pending import PendingLookup
from gateway.serving import DRAIN_CHECK_S, SPARE_FILES, _allow_files, _keep_alive, drain
from shared.messages import Question, Reply
from tests.gateway.green_gateway import GEESE, GreenGateway, wait_green
from tests.stack.ports import free_port
from tests.stack.waiting import patience


@pytest.fixture
def gateway() -> Iterator[GreenGateway]:
    """A gateway whose Redis is down."""
    gateway = GreenGateway(REDIS_URL=f"redis://127.0.0.1:{free_port()}/0")
    yield gateway
    gateway.stop()


def test_a_loop_that_fails_is_restarted(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(serving.eventlet, "sleep", pauses.append)

    def loop() -> None:
        if len(pauses) == 2:
            raise KeyboardInterrupt  # which is no failure of the loop
        raise ZeroDivisionError

    with pytest.raises(KeyboardInterrupt):
        _keep_alive("watch", loop)

    assert pauses == [1, 1]
    assert [record.loop for record in caplog.records] == ["watch", "watch"]  # type: ignore[attr-defined]  # `extra` sets it


@pytest.fixture
def open_files() -> Iterator[tuple[int, int]]:
    """The limits on open files, which the test may change."""
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    yield limits
    resource.setrlimit(resource.RLIMIT_NOFILE, limits)


def test_the_limit_on_open_files_is_raised_as_far_as_needed(open_files: tuple[int, int]) -> None:
    _, hard = open_files
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, hard))
    places = _allow_files(300)
    limit, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    _allow_files(200)

    assert places >= 2 * 300  # for a poll and another request, or an upgrade, of each
    assert limit >= places + SPARE_FILES
    assert resource.getrlimit(resource.RLIMIT_NOFILE) == (limit, hard)


def test_a_limit_that_the_system_does_not_allow_is_logged_and_kept(
    open_files: tuple[int, int], caplog: pytest.LogCaptureFixture
) -> None:
    _, hard = open_files
    if hard == resource.RLIM_INFINITY:
        pytest.skip("this system has no hard limit")
    places = _allow_files(hard)

    assert places < hard - SPARE_FILES
    assert resource.getrlimit(resource.RLIMIT_NOFILE) == (hard, hard)
    assert "MAX_CONNECTIONS" in caplog.text


def test_a_drain_closes_idle_sessions_and_refuses_new_ones(gateway: GreenGateway) -> None:
    gateway.client()
    gateway.client("/chat")
    began = time.monotonic()
    drain(gateway.gateway, grace_s=10)

    assert time.monotonic() - began < 5 * patience()
    assert not gateway.gateway.server.eio.sockets
    with pytest.raises(AssertionError, match="503"):
        gateway.client()


def test_a_drain_begins_once_the_balancer_that_checks_has_heard_of_it(gateway: GreenGateway) -> None:
    def check() -> str:
        statuses: list[str] = []
        environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/servez", "QUERY_STRING": ""}
        gateway.app(environ, lambda status, *_rest: statuses.append(status))
        return statuses[0]

    assert check() == "200 OK"
    draining = eventlet.spawn(drain, gateway.gateway, 10)
    eventlet.sleep(DRAIN_CHECK_S)
    gateway.client()

    assert check() == "404 Not Found"
    with pytest.raises(AssertionError, match="503"):
        gateway.client()
    wait_green(lambda: draining.dead, "the drain to end")


def test_a_drain_waits_until_an_open_lookup_has_its_reply_and_the_client_fetched_it(
    gateway: GreenGateway,
) -> None:
    client = gateway.client()
    client.ask("my_message", GEESE | {"id": "last"})
    lookups = gateway.gateway.queues.all[0]
    (lookup,) = [entry.lookup for entry in lookups._waiting.take(time.monotonic())]
    draining = eventlet.spawn(drain, gateway.gateway, 10)
    eventlet.sleep(3 * DRAIN_CHECK_S)
    assert not draining.dead

    gateway.reply(lookup, '["goose"]')
    eventlet.sleep(3 * DRAIN_CHECK_S)
    assert not draining.dead

    assert json.loads(client.request("GET")[2:])[1]["id"] == "last"
    wait_green(lambda: draining.dead, "the drain to end")
    assert not gateway.gateway.server.eio.sockets


def test_a_drain_waits_for_a_room_s_lookup_though_nobody_is_connected(gateway: GreenGateway) -> None:
    delivered: list[Reply] = []

    def deliver(_entry: PendingLookup, reply: Reply) -> None:
        delivered.append(reply)

    dispatcher = gateway.gateway.queues.all[0]
    dispatcher.submit("room:1", "/chat", 1, Question("pos", "run"), deliver, allowance=Allowance())
    (lookup,) = [entry.lookup for entry in dispatcher._waiting.take(time.monotonic())]
    draining = eventlet.spawn(drain, gateway.gateway, 10)
    eventlet.sleep(3 * DRAIN_CHECK_S)
    assert not draining.dead

    gateway.reply(lookup, '["n"]')
    wait_green(lambda: draining.dead, "the drain to end")

    assert [reply.response for reply in delivered] == ['["n"]']


def test_at_the_end_of_its_grace_a_drain_answers_open_requests_with_an_error(gateway: GreenGateway) -> None:
    delivered: list[Reply] = []

    def deliver(_entry: PendingLookup, reply: Reply) -> None:
        delivered.append(reply)

    gateway.client().ask("my_message", GEESE)
    for dispatcher in gateway.gateway.queues.all:
        dispatcher.submit("http:1", "/", 1, Question("pos", "run"), deliver, allowance=Allowance())
    drain(gateway.gateway, grace_s=0.2)

    assert [reply.error and reply.error.code for reply in delivered] == ["unavailable"] * 2
    assert gateway.gateway.queues.pending() == 0


def test_a_drain_ends_with_its_grace_period(gateway: GreenGateway) -> None:
    gateway.client().ask("my_message", GEESE)
    began = time.monotonic()
    drain(gateway.gateway, grace_s=0.2)

    assert 0.2 <= time.monotonic() - began < 5 * patience()
    assert all(connection.closed for connection in gateway.gateway.server.eio.sockets.values())
