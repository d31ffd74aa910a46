"""The Socket.IO server, spoken to by long-polling: its hooks, its unreadable packets, its local emits."""

from __future__ import annotations

import json
import logging
import selectors
from typing import Any

import pytest

from gateway.transport.connection import Connection
from gateway.transport.server import EIO_SID_KEY, KEPT_OF_ENVIRON, Server
from shared import json_codec
from tests.gateway.transport.engineio_client import PollingSession

CHAT = "/chat"


class Gateway:
    """A server that notes what its hooks and handlers hear."""

    def __init__(self, selector: selectors.BaseSelector) -> None:
        self.opened: list[tuple[Connection, dict[str, Any]]] = []
        self.closed: list[str] = []
        self.malformed: list[tuple[str, str]] = []
        self.events: list[tuple[Any, ...]] = []
        self.server = Server(
            on_opened=lambda connection, environ: self.opened.append((connection, environ)),
            on_closed=self.closed.append,
            on_malformed=lambda eio_sid, reason: self.malformed.append((eio_sid, reason)),
            json=json_codec,
            async_mode="eventlet",
            async_handlers=False,
            max_unsent_bytes=100_000,
            max_unsent_total_bytes=1_000_000,
            selector=selector,
            logger=logging.getLogger("socketio"),
            engineio_logger=logging.getLogger("engineio"),
        )
        self.server.on("my_message", self._my_message)
        self.server.on("*", self._unknown_event)
        self.server.on("connect", lambda _sid, _environ: None, namespace=CHAT)

    def join(self, namespace: str = "/") -> tuple[PollingSession, str]:
        """Return a client that has joined `namespace`, and its sid there."""
        client = PollingSession(self.server.handle_request)
        address = "" if namespace == "/" else f"{namespace},"
        client.post(f"40{address}")
        (packet,) = client.poll()
        return client, json.loads(packet[2 + len(address) :])["sid"]

    def _my_message(self, _sid: str, *sent: Any) -> dict[str, str]:
        self.events.append(("my_message", *sent))
        return {"status": "queued"}

    def _unknown_event(self, event: str, _sid: str, *sent: Any) -> None:
        self.events.append((event, *sent))


@pytest.fixture
def gateway(selector: selectors.BaseSelector) -> Gateway:
    return Gateway(selector)


def test_an_event_reaches_its_handler_and_the_client_its_ack(gateway: Gateway) -> None:
    client, _ = gateway.join()

    client.post('427["my_message",{"word":"goose"}]')

    assert gateway.events == [("my_message", {"word": "goose"})]
    assert client.poll() == ['437[{"status":"queued"}]']
    assert gateway.malformed == []


@pytest.mark.parametrize("number", ["0", "7", "1" * 15, "1" * 100])
@pytest.mark.parametrize("event", ["my_message", "no_such"])
def test_an_ack_has_the_number_of_its_event(gateway: Gateway, event: str, number: str) -> None:
    client, _ = gateway.join()

    client.post(f'42{number}["{event}"]')

    answer = '{"status":"queued"}' if event == "my_message" else ""
    assert client.poll() == [f"43{number}[{answer}]"]


@pytest.mark.parametrize("address", ["", "/chat,", "/nowhere,"])
def test_an_event_of_a_namespace_that_its_client_has_not_joined_is_ignored(
    gateway: Gateway, address: str
) -> None:
    client = PollingSession(gateway.server.handle_request)

    client.post(f'42{address}7["my_message"]')

    assert gateway.events == gateway.malformed == []
    assert not gateway.server.eio.sockets[client.sid].has_unsent


def test_a_new_connection_is_reported_with_its_whole_request(gateway: Gateway) -> None:
    environ = {"REMOTE_ADDR": "192.0.2.1", "HTTP_USER_AGENT": "test"}

    client = PollingSession(gateway.server.handle_request, **environ)

    assert gateway.opened == [(gateway.server.eio.sockets[client.sid], client.environ)]
    assert client.environ[EIO_SID_KEY] == client.sid


def test_only_a_few_values_of_a_request_are_kept(gateway: Gateway) -> None:
    client = PollingSession(gateway.server.handle_request, REMOTE_ADDR="192.0.2.1", HTTP_USER_AGENT="test")

    kept = gateway.server.environ[client.sid]

    assert kept["REMOTE_ADDR"] == "192.0.2.1"
    assert set(kept) <= set(KEPT_OF_ENVIRON)


def test_the_end_of_a_connection_is_reported(gateway: Gateway) -> None:
    client, _ = gateway.join()

    client.post("1")  # Engine.IO's CLOSE

    assert gateway.closed == [client.sid]


@pytest.mark.parametrize(
    "packet",
    [
        pytest.param("4", id="empty"),
        pytest.param("4x", id="no packet"),
        pytest.param("427", id="no data"),
        pytest.param(f'42{"1" * 101}["my_message"]', id="a long number"),
        pytest.param("42", id="no event"),
        pytest.param("42[]", id="no name"),
        pytest.param("42[7]", id="a number as name"),
        pytest.param('42{"a":1}', id="no list"),
        pytest.param('42["my_message",', id="broken JSON"),
        pytest.param('42["connect"]', id="reserved name"),
        pytest.param('42["disconnect"]', id="another reserved name"),
        pytest.param('451-["my_message",{"_placeholder":true,"num":0}]', id="binary event"),
        pytest.param("461-7[]", id="binary ack"),
        pytest.param("bAAEC", id="binary message"),
    ],
)
def test_an_unreadable_packet_is_reported_and_its_client_stays(gateway: Gateway, packet: str) -> None:
    client, _ = gateway.join()

    assert client.post(packet).startswith("200")
    client.post('427["my_message"]')

    ((eio_sid, reason),) = gateway.malformed
    assert eio_sid == client.sid
    assert reason
    assert gateway.events == [("my_message",)]
    assert client.poll() == ['437[{"status":"queued"}]']


def test_a_binary_message_is_reported_as_such(gateway: Gateway) -> None:
    client, _ = gateway.join()

    client.post("bAAEC")

    assert gateway.malformed == [(client.sid, "Binary messages are not supported.")]


def test_an_unreadable_packet_of_a_client_in_no_namespace_is_reported_too(gateway: Gateway) -> None:
    client = PollingSession(gateway.server.handle_request)

    client.post("4x")

    assert [eio_sid for eio_sid, _ in gateway.malformed] == [client.sid]


@pytest.mark.parametrize(("sent", "heard"), [("no_such", "no_such"), ("*", "(*)")])
def test_an_unknown_event_reaches_its_handler_with_its_name(gateway: Gateway, sent: str, heard: str) -> None:
    client, _ = gateway.join()

    client.post(f'42["{sent}",1]')

    assert gateway.events == [(heard, 1)]
    assert gateway.malformed == []


@pytest.mark.parametrize(("namespace", "address"), [("/", ""), (CHAT, "/chat,")])
def test_a_local_emit_reaches_its_client_only(gateway: Gateway, namespace: str, address: str) -> None:
    client, sid = gateway.join(namespace)
    other, _ = gateway.join(namespace)

    gateway.server.emit_locally("reply", {"word": "goose"}, namespace, sid)
    gateway.server.emit_locally("reply", {"word": "goose"}, namespace, "a sid of nobody")

    assert client.poll() == [f'42{address}["reply",{{"word":"goose"}}]']
    assert not gateway.server.eio.sockets[other.sid].has_unsent


def test_an_emit_to_each_reaches_every_client_named(gateway: Gateway) -> None:
    clients, sids = zip(*(gateway.join(CHAT) for _ in range(3)), strict=True)

    gateway.server.emit_to_each("message", {"text": "hi"}, CHAT, [*sids[:2], "a sid of nobody"])

    assert [client.poll() for client in clients[:2]] == [['42/chat,["message",{"text":"hi"}]']] * 2
    assert not gateway.server.eio.sockets[clients[2].sid].has_unsent


def test_an_unknown_namespace_is_refused_with_a_message(gateway: Gateway) -> None:
    client = PollingSession(gateway.server.handle_request)

    client.post("40/random,")

    assert client.poll() == ['44/random,{"message":"Invalid namespace"}']
    assert gateway.malformed == []
