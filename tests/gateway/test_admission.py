"""Admission: addresses, origins, limits, tokens, and the sweep of connections that may not stay."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from types import SimpleNamespace
from typing import Any

import jwt
import pytest
import socketio
from socketio import exceptions

from gateway import admission as admission_module
from gateway.admission import Admission
from gateway.transport.handshakes import JOIN_WITHIN_S
from gateway.transport.server import Server
from shared.settings import read_settings
from tests.gateway.polling_client import SEPARATOR, PollingClient
from tests.gateway.threaded_server import threaded_server
from tests.stack.waiting import wait_until

NAMESPACES = ("/", "/chat")
SECRET = "admission-of-the-tests-0123456789abcdef"


class Door:
    """An Admission with a real server, which reports its connections."""

    def __init__(self, **environ: str) -> None:
        settings = read_settings(environ)
        self.admission = Admission(settings)
        self.server: Server = threaded_server(settings, self.admission)
        self.claims: list[dict[str, Any]] = []
        for namespace in NAMESPACES:
            self.server.on("connect", partial(self._connect, namespace), namespace=namespace)
            self.server.on("disconnect", partial(self._disconnect, namespace), namespace=namespace)

    def client(self, token: str | None = None) -> PollingClient:
        """Connect a client, which joins the namespace `/`."""
        return PollingClient(socketio.WSGIApp(self.server), "/", token)

    def connected(self) -> list[str]:
        """Return the Engine.IO ids of the connections that are open."""
        return [sid for sid, connection in self.server.eio.sockets.items() if not connection.closed]

    def is_polled(self, eio_sid: str) -> bool:
        """Return whether a poll waits for packets of this connection."""
        return bool(self.server.eio.sockets[eio_sid].queue.not_empty._waiters)

    def _connect(self, namespace: str, sid: str, _environ: dict[str, Any], auth: Any = None) -> None:
        self.claims.append(self.admission.join(self.server.eio_sid(sid, namespace), auth, namespace))

    def _disconnect(self, namespace: str, sid: str, _reason: str) -> None:
        self.admission.leave(self.server.eio_sid(sid, namespace), namespace)


def token(secret: str = SECRET, **claims: Any) -> str:
    return jwt.encode(claims, secret, algorithm="HS256")


def move_clock(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Let Admission see both clocks `seconds` later than they are."""
    later = SimpleNamespace(time=lambda: time.time() + seconds, monotonic=lambda: time.monotonic() + seconds)
    monkeypatch.setattr(admission_module, "time", later)


def test_a_client_s_address_is_the_one_that_a_trusted_proxy_adds() -> None:
    environ = {"REMOTE_ADDR": "10.0.0.5", "HTTP_X_FORWARDED_FOR": "forged, 203.0.113.9"}

    assert Admission(read_settings({})).address(environ) == "10.0.0.5"
    assert Admission(read_settings({"TRUSTED_PROXIES": "10.0.0.0/8"})).address(environ) == "203.0.113.9"


@pytest.mark.parametrize(
    ("allowed", "origin", "is_allowed"),
    [
        ("", None, True),
        ("", "https://here.example", True),
        ("", "http://here.example", True),
        ("", "http://inner:5000", True),
        ("", "https://elsewhere.example", False),
        ("*", "https://elsewhere.example", True),
        ("https://a.example, https://b.example", "https://b.example", True),
        ("https://a.example", "https://here.example", True),
        ("https://a.example", "https://elsewhere.example", False),
        ("https://a.example", None, True),
    ],
)
def test_a_page_may_connect_from_its_own_gateway_or_a_listed_origin(
    allowed: str, origin: str | None, is_allowed: bool
) -> None:
    admission = Admission(read_settings({"CORS_ALLOWED_ORIGINS": allowed}))
    behind_a_proxy = {
        "wsgi.url_scheme": "http",
        "HTTP_HOST": "inner:5000",
        "HTTP_X_FORWARDED_PROTO": "https, http",
        "HTTP_X_FORWARDED_HOST": "here.example, inner:5000",
    }
    direct = {"wsgi.url_scheme": "http", "HTTP_HOST": "here.example"}
    environ = direct if origin == "http://here.example" else behind_a_proxy

    assert admission.is_allowed_origin(origin, environ) is is_allowed


@pytest.mark.parametrize("allowed", ["", "https://a.example"])
def test_pages_of_the_public_origin_may_connect(allowed: str) -> None:
    settings = read_settings({"PUBLIC_ORIGIN": "https://words.example", "CORS_ALLOWED_ORIGINS": allowed})
    environ = {"wsgi.url_scheme": "http", "HTTP_HOST": "inner:5000"}

    assert Admission(settings).is_allowed_origin("https://words.example", environ)
    assert not Admission(settings).is_allowed_origin("https://elsewhere.example", environ)


def test_connections_are_limited_in_all_and_by_address() -> None:
    door = Door(MAX_CONNECTIONS="3", MAX_CONNECTIONS_PER_ADDRESS="2")
    here, elsewhere = {"REMOTE_ADDR": "127.0.0.1"}, {"REMOTE_ADDR": "192.0.2.1"}
    first = door.client()
    assert door.admission.refusal(here) is None

    door.client()
    refused = door.admission.refusal(here)
    assert refused is not None
    assert (refused[0], "your address" in refused[1]) == ("busy", True)
    assert door.admission.refusal(elsewhere) is None

    first.close()
    assert door.admission.refusal(here) is None
    assert door.admission.open_connections() == 1


def test_a_full_gateway_refuses_every_address() -> None:
    door = Door(MAX_CONNECTIONS="1")
    door.client()

    assert door.admission.refusal({"REMOTE_ADDR": "192.0.2.1"}) == (
        "busy",
        "This gateway is full. Try again later.",
    )


def test_a_draining_gateway_refuses_new_connections() -> None:
    door = Door()
    door.admission.start_draining()
    refused = door.admission.refusal({"REMOTE_ADDR": "192.0.2.1"})

    assert refused is not None
    assert refused[0] == "unavailable"


def test_without_a_secret_nobody_needs_a_token() -> None:
    door = Door()
    door.client()
    door.client(token="nonsense")

    assert door.claims == [{}, {}]


def test_a_valid_token_s_claims_are_returned() -> None:
    door = Door(AUTH_SECRET=SECRET)
    door.client(token(name="Ann", rooms=["r1"]))

    assert door.claims == [{"name": "Ann", "rooms": ["r1"]}]


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        (None, "A signed token is required"),
        ("nonsense", "The token is invalid"),
        (token("another-secret-of-the-tests-0123456789"), "The token is invalid"),
        (jwt.encode({}, "", algorithm="none"), "The token is invalid"),
        (token(exp=1), "The token has expired"),
    ],
    ids=["none", "nonsense", "other secret", "unsigned", "expired"],
)
def test_any_other_token_is_refused_with_the_reason(sent: str | None, message: str) -> None:
    door = Door(AUTH_SECRET=SECRET)
    refusal = door.client(sent).refusal

    assert refusal["message"] == "unauthorized"
    assert refusal["data"]["code"] == "unauthorized"
    assert refusal["data"]["message"].startswith(message)
    assert door.claims == []


@pytest.mark.parametrize("auth", [None, "a token", ["token"], {}, {"token": 7}, {"token": None}])
def test_auth_is_an_object_with_a_token(auth: Any) -> None:
    with pytest.raises(exceptions.ConnectionRefusedError):
        Admission(read_settings({"AUTH_SECRET": SECRET})).join("eio sid", auth)


def test_a_connection_that_joins_no_namespace_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    door = Door(AUTH_SECRET=SECRET)
    refused, joined = door.client(), door.client(token())
    door.admission.sweep()
    assert set(door.connected()) == {refused.eio_sid, joined.eio_sid}

    move_clock(monkeypatch, JOIN_WITHIN_S)
    door.admission.sweep()

    assert door.connected() == [joined.eio_sid]


def test_a_connection_that_leaves_its_only_namespace_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    door = Door()
    client = door.client()
    move_clock(monkeypatch, JOIN_WITHIN_S)
    door.admission.sweep()
    client.request("POST", "41")
    door.admission.sweep()
    assert door.connected() == [client.eio_sid]

    move_clock(monkeypatch, 2 * JOIN_WITHIN_S)
    door.admission.sweep()

    assert door.connected() == []


def test_a_connection_is_closed_when_its_token_expires(monkeypatch: pytest.MonkeyPatch) -> None:
    door = Door(AUTH_SECRET=SECRET)
    soon, later = (door.client(token(exp=int(time.time()) + seconds)) for seconds in (60, 600))
    door.admission.sweep()
    assert set(door.connected()) == {soon.eio_sid, later.eio_sid}

    move_clock(monkeypatch, 61)
    door.admission.sweep()

    assert door.connected() == [later.eio_sid]


def test_a_client_is_warned_before_its_token_expires(monkeypatch: pytest.MonkeyPatch) -> None:
    door = Door(AUTH_SECRET=SECRET)
    client = door.client(token(exp=int(time.time()) + 60))
    move_clock(monkeypatch, 55)
    for _ in range(2):
        door.admission.sweep()

    (warning,) = client.request("GET").split(SEPARATOR)
    event, data = json.loads(warning[2:])
    assert event == "token_expires"
    assert 3 < data["expires_in"] <= 5


def test_a_client_hears_why_its_connection_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    door = Door(AUTH_SECRET=SECRET)
    client = door.client(token(exp=int(time.time()) + 60))
    move_clock(monkeypatch, 61)
    with ThreadPoolExecutor() as threads:
        poll = threads.submit(client.request, "GET")
        wait_until(lambda: door.is_polled(client.eio_sid), "the client to poll")
        door.admission.sweep()
        reason, close = poll.result().split(SEPARATOR)

    assert json.loads(reason[2:]) == ["error", {"code": "unauthorized", "message": "The token has expired."}]
    assert close == "1"


@pytest.mark.parametrize("seconds", [(60, 600), (600, 60)])
def test_a_connection_ends_with_its_earliest_token(
    monkeypatch: pytest.MonkeyPatch, seconds: tuple[int, int]
) -> None:
    door = Door(AUTH_SECRET=SECRET)
    first, second = (token(exp=int(time.time()) + each) for each in seconds)
    client = door.client(first)
    client.request("POST", f"40/chat,{json.dumps({'token': second})}")
    assert len(door.claims) == 2

    move_clock(monkeypatch, 61)
    door.admission.sweep()

    assert door.connected() == []


def test_a_client_that_joins_again_with_a_new_token_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    door = Door(AUTH_SECRET=SECRET)
    client = door.client(token(exp=int(time.time()) + 60))
    client.request("POST", "41")
    client.request("POST", "40" + json.dumps({"token": token(exp=int(time.time()) + 600)}))
    move_clock(monkeypatch, 61)
    door.admission.sweep()

    assert door.connected() == [client.eio_sid]


def test_a_jump_of_the_clock_ends_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    door = Door(AUTH_SECRET=SECRET)
    client = door.client(token(exp=int(time.time()) + 60))
    jumped = SimpleNamespace(time=lambda: time.time() + 3600, monotonic=time.monotonic)
    monkeypatch.setattr(admission_module, "time", jumped)
    door.admission.sweep()

    assert door.connected() == [client.eio_sid]
