"""A gateway's health, readiness and accepted origins over HTTP."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from tests.clients.frames import upgrade_request
from tests.clients.reference import ReferenceClient
from tests.conftest import MakeStack
from tests.stack import GatewayProcess, Stack, wait_until
from tests.stack.waiting import DEADLINE_S

POLLING = "/socket.io/?EIO=4&transport=polling"
FRIEND, STRANGER = "https://friend.example", "https://stranger.example"


@pytest.fixture(scope="module")
def particular(stack: Stack) -> Iterator[GatewayProcess]:
    """A second gateway, which accepts pages of one other origin."""
    gateway = stack.add_gateway("particular", CORS_ALLOWED_ORIGINS=FRIEND)
    gateway.wait_until_ready()
    yield gateway
    gateway.end()
    del stack.gateways["particular"]


def handshake(gateway: GatewayProcess, origin: str) -> str:
    """Return the status line of the answer to a websocket handshake from `origin`."""
    with socket.create_connection(("127.0.0.1", gateway.port), timeout=DEADLINE_S) as connection:
        connection.sendall(upgrade_request("127.0.0.1", gateway.port, headers=f"Origin: {origin}\r\n"))
        return connection.recv(4096).split(b"\r\n", 1)[0].decode()


def test_health_serving_and_readiness_are_green_when_everything_works(stack: Stack) -> None:
    for path in ("/healthz", "/servez", "/readyz"):
        assert stack.gateway.status(path) == 200


def test_only_the_same_origin_is_accepted_by_default(stack: Stack) -> None:
    assert stack.gateway.get(POLLING, {"Origin": stack.gateway.url})[0] == 200
    assert stack.gateway.get(POLLING, {"Origin": STRANGER})[0] == 403
    assert " 101 " in handshake(stack.gateway, stack.gateway.url)
    assert " 403 " in handshake(stack.gateway, STRANGER)


def test_a_listed_origin_is_accepted_on_both_transports(particular: GatewayProcess) -> None:
    status, _, headers = particular.get(POLLING, {"Origin": FRIEND})

    assert status == 200
    assert headers["access-control-allow-origin"] == FRIEND
    assert " 101 " in handshake(particular, FRIEND)


def test_a_refused_origin_is_logged_with_the_setting_to_change(particular: GatewayProcess) -> None:
    assert " 403 " in handshake(particular, STRANGER)
    assert particular.get(POLLING, {"Origin": STRANGER})[0] == 403

    lines = [line for line in particular.log().splitlines() if STRANGER in line]
    assert lines
    assert all("CORS_ALLOWED_ORIGINS" in line for line in lines)


def test_a_star_accepts_every_origin(stack: Stack) -> None:
    gateway = stack.add_gateway("open", CORS_ALLOWED_ORIGINS="*")
    try:
        gateway.wait_until_ready()

        assert gateway.get(POLLING, {"Origin": STRANGER})[0] == 200
        assert " 101 " in handshake(gateway, STRANGER)
    finally:
        gateway.end()
        del stack.gateways["open"]


def test_readiness_names_the_missing_redis_and_the_missing_worker(make_stack: MakeStack) -> None:
    stack = make_stack()
    gateway = stack.add_gateway("early")  # before Redis: it waits, and logs that
    gateway.wait_until_healthy()

    status, body = gateway.readiness()
    assert status == 503
    assert any("REDIS_URL" in reason for reason in body["reasons"])
    assert gateway.status("/servez") == 200
    wait_until(lambda: "Redis does not answer" in gateway.log(), "the log line about Redis")

    stack.redis.start()
    wait_until(
        lambda: gateway.readiness()[1]["reasons"] and no_reason_but_workers(gateway),
        "the gateway to find Redis",
    )

    stack.add_worker("worker")
    gateway.wait_until_ready()
    with ReferenceClient(gateway.url) as client:
        assert client.ask(command="lemmatizer", word="geese").answer() == ["goose"]


def no_reason_but_workers(gateway: GatewayProcess) -> bool:
    return all("worker" in reason for reason in gateway.readiness()[1]["reasons"])
