"""Connections over real websockets and by long-polling: both ways in, the limits, and the pings."""

from __future__ import annotations

from contextlib import suppress

import pytest

from gateway.transport import frames
from gateway.transport.connection import PACKETS_A_POLL
from gateway.transport.inbox import INBOX_LENGTH
from tests.clients.frames import client_frame
from tests.gateway.transport.engineio_client import PollingSession, open_websocket
from tests.gateway.transport.engineio_gateway import MAX_UNSENT_BYTES, Gateway
from tests.gateway.transport.websocket import eventlet, wait_until


def test_messages_go_both_ways_by_websocket(gateway: Gateway) -> None:
    client, connection = gateway.open()

    client.send("4hello", '42["again"]')
    wait_until(lambda: len(gateway.received) == 2)
    gateway.engine.send(connection.sid, "welcome")
    gateway.engine.send(connection.sid, b"\x00")
    connection.send_message("ö".encode())
    wait_until(lambda: len(client.frames()) == 4)

    assert gateway.received == ["hello", '2["again"]']
    assert client.frames()[1:] == [
        (frames.TEXT, b"4welcome"),
        (frames.BINARY, b"\x00"),
        (frames.TEXT, "4ö".encode()),
    ]


def test_messages_go_both_ways_by_long_polling(gateway: Gateway) -> None:
    client = PollingSession(gateway.engine.handle_request)

    assert client.post("4hello", "4again").startswith("200")
    gateway.engine.send(client.sid, "welcome")

    assert gateway.received == ["hello", "again"]
    assert client.poll() == ["4welcome"]


def test_a_message_to_a_closed_connection_goes_nowhere(gateway: Gateway) -> None:
    client, connection = gateway.open()

    connection.abort("a reason")
    connection.send_message(b"too late")

    wait_until(lambda: (frames.CLOSE, b"\x03\xe9") in client.frames())
    assert client.texts()[1:] == []


def test_frames_that_came_ahead_of_the_websocket_are_read(gateway: Gateway) -> None:
    open_websocket(gateway.engine.handle_request, ahead=client_frame(b"4early")).socket.close()

    assert gateway.received == ["early"]


def test_four_hundred_messages_may_come_at_once(gateway: Gateway) -> None:
    client = PollingSession(gateway.engine.handle_request)

    assert client.post(*[f"4{number}" for number in range(400)]).startswith("200")

    assert gateway.received == list(map(str, range(400)))


def test_two_polls_at_once_end_the_session(gateway: Gateway) -> None:
    client = PollingSession(gateway.engine.handle_request)
    first = eventlet.spawn(client.poll)
    eventlet.sleep(0)

    assert client.get_status().startswith("400")

    assert first.wait() == ["1"]
    assert client.get_status().startswith("400")


def test_a_closed_session_leaves_nothing_behind(gateway: Gateway) -> None:
    client = PollingSession(gateway.engine.handle_request)
    gateway.engine.send(client.sid, "x" * 1000)

    gateway.engine.sockets[client.sid].abort("a reason")

    assert not gateway.engine.sockets
    assert gateway.engine.unread.total == 0


def test_a_websocket_that_ends_loses_its_connection(gateway: Gateway) -> None:
    client, connection = gateway.open()

    client.socket.close()
    wait_until(lambda: gateway.lost)

    assert gateway.lost == [gateway.engine.reason.TRANSPORT_CLOSE]
    assert connection.sid not in gateway.engine.sockets


def test_closing_a_connection_ends_its_websocket(gateway: Gateway) -> None:
    client, connection = gateway.open()

    connection.abort("a reason")
    wait_until(lambda: client.frames() and client.is_ended)

    assert client.frames()[1:] == [(frames.CLOSE, frames.GOING_AWAY.to_bytes(2, "big"))]
    assert gateway.lost == ["a reason"]


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_a_client_that_leaves_too_much_unread_is_closed(gateway: Gateway, transport: str) -> None:
    if transport == "websocket":
        _, connection = gateway.open()
    else:
        connection = gateway.engine.sockets[PollingSession(gateway.engine.handle_request).sid]

    gateway.engine.send(connection.sid, "x" * (MAX_UNSENT_BYTES - 1000))
    assert connection.has_unsent
    assert not connection.closed
    # The system takes some megabytes for the websocket.
    gateway.engine.send(connection.sid, "x" * (2000 if transport == "polling" else 20_000_000))
    wait_until(lambda: connection.closed)

    assert gateway.engine.unread.total == 0
    assert gateway.lost == ["unread replies"]


def test_a_poll_returns_a_bounded_number_of_packets(gateway: Gateway) -> None:
    client = PollingSession(gateway.engine.handle_request)
    for number in range(PACKETS_A_POLL + 1):
        gateway.engine.send(client.sid, str(number))

    assert client.poll() == [f"4{number}" for number in range(PACKETS_A_POLL)]
    assert client.poll() == [f"4{PACKETS_A_POLL}"]


def test_packets_before_the_end_are_still_polled(gateway: Gateway) -> None:
    client = PollingSession(gateway.engine.handle_request)
    gateway.engine.send(client.sid, "last words")

    connection = gateway.engine.sockets[client.sid]
    connection.abort("a reason")

    assert [packet.encode() for packet in connection.poll()] == ["4last words"]
    assert [packet.encode() for packet in connection.poll()] == ["6"]


def test_a_post_that_cannot_be_decoded_ends_the_session(gateway: Gateway) -> None:
    client = PollingSession(gateway.engine.handle_request)

    assert client.post("no packet").startswith("400")

    assert gateway.lost == [gateway.engine.reason.SERVER_DISCONNECT]
    assert client.get_status().startswith("400")


def test_a_closed_session_is_as_unknown_as_any_other(gateway: Gateway) -> None:
    client = PollingSession(gateway.engine.handle_request)
    gateway.engine.sockets[client.sid].abort("a reason")

    assert client.post("4hello").startswith("400")
    assert gateway.received == []


def test_a_message_of_a_room_that_waits_delays_no_lookup(gateway: Gateway) -> None:
    client, _ = gateway.open()
    client.send('42/chat,["say",1]', '42/chat,["say",2]', '42["my_message"]')
    wait_until(lambda: gateway.received)
    assert gateway.received == ['2["my_message"]']

    gateway.may_receive_rooms.send(None)
    wait_until(lambda: len(gateway.received) == 3)

    assert gateway.received[1:] == ['2/chat,["say",1]', '2/chat,["say",2]']


def test_a_client_with_too_many_messages_waiting_is_not_read_meanwhile(gateway: Gateway) -> None:
    client, connection = gateway.open()
    sent = [f'42/chat,["say",{number}]' for number in range(INBOX_LENGTH + 1)]  # the first one is at work
    client.send(sent[0])
    wait_until(lambda: connection._inbox.is_waiting_for_the_last)
    client.send(*sent[1:])
    wait_until(lambda: connection._inbox._reader.is_paused)
    client.send('42["my_message"]')
    for _ in range(10):
        eventlet.sleep(0)
    assert gateway.received == []

    gateway.may_receive_rooms.send(None)
    wait_until(lambda: len(gateway.received) == len(sent) + 1)

    assert gateway.received == [*(message[1:] for message in sent), '2["my_message"]']


def test_a_client_is_pinged_again_once_it_has_answered(gateway: Gateway) -> None:
    pinging = eventlet.spawn(gateway.engine.ping_forever)
    client, _ = gateway.open()

    wait_until(lambda: client.texts()[1:] == ["2"])
    client.send("3")
    wait_until(lambda: client.texts()[1:] == ["2", "2"])

    pinging.kill()


def test_a_client_that_answers_no_ping_in_time_is_closed_at_the_next_packet(gateway: Gateway) -> None:
    client, connection = gateway.open()
    connection.ping()
    connection._answer_by -= gateway.engine.ping_timeout + 1

    with suppress(KeyError):
        gateway.engine.send(connection.sid, "are you there?")

    wait_until(lambda: client.frames() and client.is_ended)
    assert gateway.lost == [gateway.engine.reason.PING_TIMEOUT]
    assert "4are you there?" not in client.texts()
