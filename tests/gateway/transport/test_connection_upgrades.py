"""A session that polls upgrades to a websocket, or goes on polling if that fails."""

from __future__ import annotations

import time

import pytest

from gateway.transport import connection as connection_module
from tests.gateway.transport.engineio_client import PollingSession
from tests.gateway.transport.engineio_gateway import Gateway
from tests.gateway.transport.websocket import eventlet, wait_until


def test_an_upgrade_takes_along_the_packets_that_were_not_polled(gateway: Gateway) -> None:
    polling = PollingSession(gateway.engine.handle_request)
    websocket = gateway.websocket(polling.sid)

    websocket.send("2probe")
    wait_until(websocket.texts)
    assert websocket.texts() == ["3probe"]
    assert polling.poll() == ["6"]
    gateway.engine.send(polling.sid, "sent between probe and upgrade")
    websocket.send("5", "4by websocket")
    wait_until(lambda: gateway.received)

    assert gateway.received == ["by websocket"]
    wait_until(lambda: len(websocket.texts()) == 2)
    assert websocket.texts()[1] == "4sent between probe and upgrade"


def test_an_upgrade_that_stalls_leaves_long_polling_as_it_was(
    gateway: Gateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_module, "UPGRADE_WITHIN_S", 0.0)
    polling = PollingSession(gateway.engine.handle_request)
    websocket = gateway.websocket(polling.sid)

    gateway.engine.send(polling.sid, "by long-polling")
    assert polling.poll() == ["4by long-polling"]
    gateway.engine._check_time(time.monotonic())
    wait_until(lambda: websocket.frames() and websocket.is_ended)

    assert gateway.engine.open_websockets == 0
    assert polling.post("4hello").startswith("200")
    assert gateway.received == ["hello"]


def test_after_a_probe_whose_answer_is_lost_polls_still_get_packets(gateway: Gateway) -> None:
    polling = PollingSession(gateway.engine.handle_request)
    gateway.websocket(polling.sid).send("2probe")
    wait_until(lambda: gateway.engine.sockets[polling.sid].upgrading)

    gateway.engine.send(polling.sid, "still here")

    assert polling.poll() == ["4still here"]


def test_a_poll_outlives_an_upgrade_that_fails_meanwhile(gateway: Gateway) -> None:
    polling = PollingSession(gateway.engine.handle_request)
    websocket = gateway.websocket(polling.sid)
    websocket.send("2probe")
    wait_until(lambda: gateway.engine.sockets[polling.sid].upgrading)
    poll = eventlet.spawn(polling.poll)
    eventlet.sleep(0)

    websocket.socket.close()
    wait_until(lambda: not gateway.engine.sockets[polling.sid].upgrading)

    assert poll.wait() == ["6"]
    assert gateway.lost == []


def test_a_session_has_one_websocket_that_ends_with_it(gateway: Gateway) -> None:
    polling = PollingSession(gateway.engine.handle_request)
    websocket = gateway.websocket(polling.sid)
    with pytest.raises(AssertionError, match="400"):
        gateway.websocket(polling.sid)

    polling.post("1")
    wait_until(lambda: websocket.frames() and websocket.is_ended)

    assert gateway.engine.open_websockets == 0


@pytest.mark.parametrize("sent", [["4hello"], ["2probe", "4hello"]], ids=["no probe", "no upgrade"])
def test_a_failed_upgrade_leaves_the_session_to_long_polling(gateway: Gateway, sent: list[str]) -> None:
    polling = PollingSession(gateway.engine.handle_request)
    websocket = gateway.websocket(polling.sid)

    websocket.send(*sent)
    wait_until(lambda: websocket.frames() and websocket.is_ended)
    gateway.engine.send(polling.sid, "still here")

    assert polling.poll()[-1] == "4still here"
    assert gateway.received == []
    assert gateway.lost == []
