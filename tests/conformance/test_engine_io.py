"""The public test suite of Engine.IO 4 (socketio/engine.io-protocol), as cases on our own engine."""

from __future__ import annotations

import json
import threading
import time

import pytest

from tests.conformance.conftest import Suite
from tests.conformance.limits import MAX_BYTES
from tests.stack.waiting import wait_until

POLLING, WEBSOCKET = "EIO=4&transport=polling", "EIO=4&transport=websocket"


def check_handshake(packet: str, upgrades: list[str]) -> None:
    assert packet[0] == "0"
    opened = json.loads(packet[1:])
    assert isinstance(opened.pop("sid"), str)
    assert opened == {
        "upgrades": upgrades,
        "pingInterval": opened["pingInterval"],
        "pingTimeout": opened["pingTimeout"],
        "maxPayload": MAX_BYTES,
    }


# --- handshake


def test_polling_opens_a_session(engine_io: Suite) -> None:
    status, body = engine_io.request(POLLING)

    assert status == 200
    check_handshake(body, ["websocket"])


@pytest.mark.parametrize(
    ("query", "method"),
    [
        ("transport=polling", "GET"),
        ("EIO=abc&transport=polling", "GET"),
        ("EIO=4", "GET"),
        ("EIO=4&transport=abc", "GET"),
        (POLLING, "POST"),
        (POLLING, "PUT"),
    ],
)
def test_polling_fails_with_an_invalid_version_transport_or_method(
    engine_io: Suite, query: str, method: str
) -> None:
    assert engine_io.request(query, method)[0] == 400


def test_a_websocket_opens_a_session(engine_io: Suite) -> None:
    with engine_io.websocket() as client:
        opened = client.next_message()

        assert isinstance(opened, str)
        check_handshake(opened, [])


@pytest.mark.parametrize(
    "query", ["transport=websocket", "EIO=abc&transport=websocket", "EIO=4", "EIO=4&transport=abc"]
)
def test_a_websocket_fails_with_an_invalid_version_or_transport(engine_io: Suite, query: str) -> None:
    with engine_io.websocket(query) as client:
        assert not client.is_open


# --- message


@pytest.mark.parametrize("payload", ["4hello", "4test1\x1e4test2\x1e4test3", "4hello\x1ebAQIDBA=="])
def test_polling_sends_and_receives_packets(engine_io: Suite, payload: str) -> None:
    sid = engine_io.open_session()

    assert engine_io.post(sid, payload) == (200, "ok")
    assert engine_io.next_packets(sid) == payload


def test_polling_closes_the_session_upon_an_invalid_packet(engine_io: Suite) -> None:
    sid = engine_io.open_session()

    assert engine_io.post(sid, "abc")[0] == 400
    assert engine_io.poll(sid)[0] == 400


def test_polling_closes_the_session_upon_duplicate_polls(engine_io: Suite) -> None:
    sid = engine_io.open_session()
    first: list[tuple[int, str]] = []
    polling = threading.Thread(target=lambda: first.append(engine_io.poll(sid)))
    polling.start()
    time.sleep(0.05)

    assert engine_io.poll(sid)[0] == 400
    polling.join()
    assert first == [(200, "1")]
    assert engine_io.poll(sid)[0] == 400


@pytest.mark.parametrize("message", ["4hello", b"\x01\x02\x03\x04"])
def test_a_websocket_sends_and_receives_packets(engine_io: Suite, message: str | bytes) -> None:
    with engine_io.websocket() as client:
        client.next_message()
        client.send_text(message) if isinstance(message, str) else client.send_binary(message)

        assert client.next_message() == message


def test_a_websocket_is_closed_upon_an_invalid_packet(engine_io: Suite) -> None:
    with engine_io.websocket() as client:
        client.next_message()
        client.send_text("abc")

        assert client.is_closed_by_the_server()


# --- heartbeat


def test_polling_has_pings_and_pongs(engine_io: Suite) -> None:
    sid = engine_io.open_session()

    for _ in range(3):
        assert engine_io.poll(sid) == (200, "2")
        assert engine_io.post(sid, "3")[0] == 200


def test_polling_closes_the_session_upon_a_ping_timeout(engine_io: Suite) -> None:
    sid = engine_io.open_session()

    wait_until(lambda: engine_io.poll(sid)[0] == 400, "the session to be closed")


def test_a_websocket_has_pings_and_pongs(engine_io: Suite) -> None:
    with engine_io.websocket() as client:
        client.next_message()

        assert [client.next_message(ping=True) for _ in range(3)] == ["2", "2", "2"]


def test_a_websocket_is_closed_upon_a_ping_timeout(engine_io: Suite) -> None:
    with engine_io.websocket() as client:
        assert client.waits_for_close(within=5)


# --- close


def test_polling_closes_the_session_forcefully(engine_io: Suite) -> None:
    sid = engine_io.open_session()
    first: list[tuple[int, str]] = []
    polling = threading.Thread(target=lambda: first.append(engine_io.poll(sid)))
    polling.start()
    time.sleep(0.05)

    assert engine_io.post(sid, "1")[0] == 200
    polling.join()
    assert first == [(200, "6")]
    assert engine_io.poll(sid)[0] == 400


def test_a_websocket_is_closed_forcefully(engine_io: Suite) -> None:
    with engine_io.websocket() as client:
        client.next_message()
        client.send_text("1")

        assert client.is_closed_by_the_server()


# --- upgrade


def test_polling_upgrades_to_a_websocket(engine_io: Suite) -> None:
    sid = engine_io.open_session()
    with engine_io.websocket(f"{WEBSOCKET}&sid={sid}") as client:
        client.send_text("2probe")
        assert client.next_message() == "3probe"
        assert engine_io.next_packets(sid) == "6"

        client.send_text("5")
        client.send_text("4hello")

        assert client.next_message() == "4hello"


def test_after_an_upgrade_requests_and_other_websockets_are_ignored(engine_io: Suite) -> None:
    sid = engine_io.open_session()
    with engine_io.websocket(f"{WEBSOCKET}&sid={sid}") as client:
        client.send_text("2probe")
        client.send_text("5")
        assert client.next_message() == "3probe"
        client.send_text("4upgraded")
        assert client.next_message() == "4upgraded"

        assert engine_io.poll(sid)[0] == 400
        with engine_io.websocket(f"{WEBSOCKET}&sid={sid}") as second:
            assert not second.is_open

        client.send_text("4hello")
        assert client.next_message() == "4hello"
