"""The public test suite of Socket.IO 5 (socketio/socket.io-protocol), as cases on our own server.

Its 16 cases of Engine.IO are those of test_engine_io.py. docs/protocol.md lists the deviations.
"""

from __future__ import annotations

import json

import pytest

from tests.conformance.conftest import Suite


@pytest.mark.parametrize(
    ("sent", "prefix", "auth"),
    [
        ("40", "40", '42["auth",{}]'),
        ('40{"token":"123"}', "40", '42["auth",{"token":"123"}]'),
        ("40/custom,", "40/custom,", '42/custom,["auth",{}]'),
        ('40/custom,{"token":"abc"}', "40/custom,", '42/custom,["auth",{"token":"abc"}]'),
    ],
)
def test_a_client_joins_a_namespace(socket_io: Suite, sent: str, prefix: str, auth: str) -> None:
    with socket_io.websocket() as client:
        client.next_message()
        client.send_text(sent)

        joined = client.next_message()
        assert isinstance(joined, str)
        assert joined.startswith(prefix)
        assert list(json.loads(joined[len(prefix) :])) == ["sid"]
        assert client.next_message() == auth


def test_an_unknown_namespace_is_refused(socket_io: Suite) -> None:
    with socket_io.websocket() as client:
        client.next_message()
        client.send_text("40/random")

        assert client.next_message() == '44/random,{"message":"Invalid namespace"}'


@pytest.mark.parametrize("sent", ["", "4abc"], ids=["no handshake", "an invalid handshake"])
def test_a_client_that_joins_nothing_is_closed(socket_io: Suite, sent: str) -> None:
    with socket_io.websocket() as client:
        client.next_message()
        if sent:
            client.send_text(sent)

        assert client.is_closed_by_the_server()


def test_a_client_that_has_left_is_still_pinged(socket_io: Suite) -> None:
    with socket_io.joined() as client:
        client.send_text("41")

        assert client.next_message(ping=True) == "2"


def test_a_client_joins_and_leaves_another_namespace(socket_io: Suite) -> None:
    with socket_io.joined() as client:
        client.send_text("40/custom")
        client.next_message()
        client.next_message()
        client.send_text("41/custom")
        client.send_text('42["message","message to main namespace"]')

        assert client.next_message() == '42["message-back","message to main namespace"]'


@pytest.mark.parametrize(
    ("sent", "back"),
    [
        ('42["message",1,"2",{"3":[true]}]', '42["message-back",1,"2",{"3":[true]}]'),
        ('42456["message-with-ack",1,"2",{"3":[false]}]', '43456[1,"2",{"3":[false]}]'),
    ],
)
def test_an_event_comes_back(socket_io: Suite, sent: str, back: str) -> None:
    with socket_io.joined() as client:
        client.send_text(sent)

        assert client.next_message() == back


# --- where we deviate, and why: docs/protocol.md


@pytest.mark.parametrize(
    "sent", ["4abc", "42{}", '42abc["message",1]', '451-["message",{"_placeholder":true,"num":0}]']
)
def test_an_unreadable_packet_of_a_member_ends_no_connection(socket_io: Suite, sent: str) -> None:
    """The suite lets such a client go at its next ping timeout, because it answers no ping."""
    with socket_io.joined() as client:
        client.send_text(sent)
        client.send_text('42["message","still here"]')

        assert client.next_message() == '42["message-back","still here"]'


@pytest.mark.parametrize("sent", ["4abc", "42{}", '42abc["message-with-ack",1]'])
def test_as_in_the_suite_a_client_that_sends_such_a_packet_and_no_pong_is_closed(
    socket_io: Suite, sent: str
) -> None:
    with socket_io.joined() as client:
        client.send_text(sent)

        assert client.waits_for_close(within=5)
