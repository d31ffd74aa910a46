"""With AUTH_SECRET set, a client must connect with a token that is signed with it."""

from __future__ import annotations

import time
from collections.abc import Iterator

import jwt
import pytest
import socketio

from tests.clients.reference import CONNECT_SECONDS, ReferenceClient
from tests.stack import GatewayProcess, Stack, wait_until

SECRET = "a secret of the tests that is long enough for every one of the HMAC algorithms"


@pytest.fixture(scope="module")
def guarded(stack: Stack) -> Iterator[GatewayProcess]:
    """A second gateway, which requires tokens."""
    gateway = stack.add_gateway("guarded", AUTH_SECRET=SECRET)
    gateway.wait_until_ready()
    yield gateway
    gateway.end()
    del stack.gateways["guarded"]


def token(secret: str = SECRET, algorithm: str = "HS256", **claims: object) -> str:
    """Return a signed token."""
    return jwt.encode({"sub": "tester", **claims}, secret, algorithm=algorithm)


def test_a_valid_token_is_accepted_on_both_transports(guarded: GatewayProcess, transport: str) -> None:
    good = token(exp=time.time() + 60)
    with ReferenceClient(guarded.url, transports=(transport,), token=good) as client:
        assert client.ask(command="lemmatizer", word="geese").answer() == ["goose"]


@pytest.mark.parametrize(
    "auth",
    [
        None,
        {},
        {"token": None},
        {"token": 7},
        {"token": "no token"},
        {"token": token(secret="another" + SECRET)},
        {"token": token(exp=1)},
        {"token": token(algorithm="none", secret="")},
        {"token": token(algorithm="HS512")},
        "text",
    ],
)
def test_a_missing_or_invalid_token_is_refused_as_unauthorized(guarded: GatewayProcess, auth: object) -> None:
    client = socketio.Client(reconnection=False)
    heard: list[dict[str, str]] = []
    client.on("connect_error", heard.append)
    try:
        with pytest.raises(socketio.exceptions.ConnectionError):
            client.connect(guarded.url, auth=auth, transports=["websocket"], wait_timeout=CONNECT_SECONDS)
    finally:
        client.disconnect()

    assert heard[0]["data"]["code"] == "unauthorized"
    assert SECRET not in guarded.log()


def test_the_connection_ends_when_its_token_expires(guarded: GatewayProcess) -> None:
    client = socketio.Client(reconnection=False)
    auth = {"token": token(exp=time.time() + 2)}
    client.connect(guarded.url, auth=auth, transports=["websocket"], wait_timeout=CONNECT_SECONDS)
    try:
        wait_until(lambda: not client.connected, "the end of the connection")
    finally:
        client.disconnect()


def test_without_a_secret_the_log_warns_once_that_anybody_can_connect(stack: Stack) -> None:
    assert stack.gateway.log().count("AUTH_SECRET to require tokens") == 1
