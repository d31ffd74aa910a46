"""The Engine.IO server: requests that reach no session, and the deadlines of those that it has."""

from __future__ import annotations

import json
import selectors
import time
from typing import Any

import pytest

from gateway.transport.engine import Engine
from tests.gateway.transport.engineio_client import HANDSHAKE, PollingSession

POLLING = "EIO=4&transport=polling"


@pytest.fixture
def engine(selector: selectors.BaseSelector) -> Engine:
    return Engine(
        async_mode="eventlet",
        async_handlers=False,
        ping_interval=0.3,
        ping_timeout=0.2,
        max_unsent_bytes=100_000,
        max_unsent_total_bytes=1_000_000,
        selector=selector,
    )


def request(engine: Engine, query: str, **environ: Any) -> tuple[str, dict[str, str], bytes]:
    """Return the status, the headers and the body of a response."""
    answers: list[tuple[str, dict[str, str]]] = []
    body = engine.handle_request(
        {"REQUEST_METHOD": "GET", "QUERY_STRING": query} | environ,
        lambda status, headers: answers.append((status, dict(headers))),
    )
    return *answers[0], b"".join(body)


@pytest.mark.parametrize(
    ("method", "query"),
    [
        ("PUT", POLLING),
        ("HEAD", POLLING),
        ("POST", POLLING),
        ("GET", "EIO=4"),
        ("GET", "EIO=4&transport=webtransport"),
        ("GET", "transport=polling"),
        ("GET", "EIO=3&transport=polling"),
        ("GET", f"{POLLING}&sid=nobody"),
        ("GET", "EIO=4&transport=websocket"),
    ],
)
def test_a_bad_request_is_refused_and_leaves_no_session(engine: Engine, method: str, query: str) -> None:
    status, _, _ = request(engine, query, REQUEST_METHOD=method)

    assert status.startswith("400")
    assert not engine.sockets


def test_a_websocket_of_another_version_is_refused_with_ours(engine: Engine) -> None:
    old = HANDSHAKE | {"HTTP_SEC_WEBSOCKET_VERSION": "8"}
    status, headers, body = request(engine, "EIO=4&transport=websocket", **old)

    assert status.startswith("426")
    assert headers["Sec-WebSocket-Version"] == "13"
    assert json.loads(body)["error"]["code"] == "bad_request"
    assert not engine.sockets


def test_a_session_that_answers_no_ping_is_over_even_between_two_checks(engine: Engine) -> None:
    client = PollingSession(engine.handle_request)
    engine.sockets[client.sid]._answer_by = time.monotonic() - 0.1

    assert client.post("4hello").startswith("400")
    assert not engine.sockets


def test_the_checks_of_time_ping_and_then_close(engine: Engine) -> None:
    client = PollingSession(engine.handle_request)
    now = time.monotonic()

    engine._check_time(now + 0.31)
    assert client.poll() == ["2"]
    assert client.post("3").startswith("200")
    engine._check_time(now + 0.5)  # the answer came in time
    assert client.sid in engine.sockets

    engine.sockets[client.sid]._answer_by = now
    engine._check_time(now + 10.0)

    assert not engine.sockets


def test_a_closed_session_is_named_only_until_its_times_are_over(engine: Engine) -> None:
    client = PollingSession(engine.handle_request)
    engine.sockets[client.sid].abort("a reason")

    engine._check_time(time.monotonic() + 1.0)

    assert not engine.pings
    assert not engine.answers
