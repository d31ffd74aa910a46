"""Reading from many websockets: fair turns, back-pressure, and an end for messages that never end."""

from __future__ import annotations

import selectors
from collections.abc import Iterator

import pytest

from gateway.transport import frames, read_loop
from gateway.transport.read_loop import ReadLoop
from gateway.transport.reader import FRAMES_A_TURN
from gateway.transport.unread import SYSTEM_BUFFER_BYTES, UnreadBytes
from tests.clients.frames import client_frame
from tests.gateway.transport.websocket import WebSocket, eventlet, wait_until

CLOSED = b"\x03\xe9"  # the status GOING_AWAY


class EndOfTest(Exception):
    """Ends a loop that would read forever."""


@pytest.fixture
def loop(websocket: WebSocket, selector: selectors.BaseSelector) -> Iterator[ReadLoop]:
    """Give a loop that reads `websocket`, in this thread and when a test asks."""
    loop = ReadLoop(selector, lambda _seconds: None, UnreadBytes(10**6, 10**6))
    loop.add(websocket.reader)
    yield loop
    loop.end(websocket.reader, EOFError("end of test"))


def test_a_flood_of_one_client_does_not_delay_another(selector: selectors.BaseSelector) -> None:
    flooding, patient = WebSocket(), WebSocket()

    def end_of_turn(_seconds: float) -> None:
        raise EndOfTest

    loop = ReadLoop(selector, end_of_turn, UnreadBytes(10**6, 10**6))
    loop.add(flooding.reader)
    loop.add(patient.reader)
    flooding.client.send(*map(str, range(3 * FRAMES_A_TURN)))
    patient.client.send("only one")

    with pytest.raises(EndOfTest):
        loop.read_forever()

    assert 0 < len(flooding.messages) <= FRAMES_A_TURN
    assert patient.messages == ["only one"]
    flooding.close()
    patient.close()


def test_the_rest_of_a_flood_is_read_in_later_turns(
    websocket: WebSocket, selector: selectors.BaseSelector
) -> None:
    loop = ReadLoop(selector, eventlet.sleep, UnreadBytes(10**6, 10**6))
    loop.add(websocket.reader)
    reading = eventlet.spawn(loop.read_forever)
    numbers = [str(number) for number in range(3 * FRAMES_A_TURN)]

    websocket.client.send(*numbers)
    wait_until(lambda: len(websocket.messages) == len(numbers))

    assert websocket.messages == numbers
    reading.kill()


def test_nothing_is_read_while_paused(websocket: WebSocket, loop: ReadLoop) -> None:
    def take(message: str | bytes) -> None:
        websocket.messages.append(message)
        loop.pause(websocket.reader)

    websocket.reader.hand_to(take)
    websocket.client.send("one", "two")

    websocket.reader.read()
    websocket.reader.read()
    assert websocket.messages == ["one"]

    loop.resume(websocket.reader)
    assert websocket.messages == ["one", "two"]


def test_a_client_that_disconnects_ends_once(websocket: WebSocket, loop: ReadLoop) -> None:
    websocket.client.socket.close()
    with pytest.raises(EOFError) as disconnected:
        websocket.reader.read()

    loop.end(websocket.reader, disconnected.value)
    loop.end(websocket.reader, disconnected.value)

    assert websocket.ends == 1
    assert not websocket.reader.is_open


@pytest.mark.parametrize("error", [ValueError("unreadable"), KeyError("a bug of ours")])
def test_an_error_of_a_receiver_ends_its_connection_only(
    websocket: WebSocket, loop: ReadLoop, selector: selectors.BaseSelector, error: Exception
) -> None:
    def fail(_message: str | bytes) -> None:
        raise error

    websocket.reader.hand_to(fail)
    loop.pause(websocket.reader)
    websocket.client.send("one")

    loop.resume(websocket.reader)

    assert websocket.client.frames() == [(frames.CLOSE, CLOSED)]
    assert websocket.client.is_ended
    assert not selector.get_map()


def test_a_message_that_stays_incomplete_ends_its_connection(
    websocket: WebSocket, loop: ReadLoop, monkeypatch: pytest.MonkeyPatch
) -> None:
    websocket.client.socket.sendall(client_frame(b"half of it")[:5])
    loop.pause(websocket.reader)
    loop.resume(websocket.reader)
    loop.sweep()
    assert websocket.reader.is_open

    monkeypatch.setattr(read_loop, "MESSAGE_TIME_LIMIT_S", -1.0)  # it is over
    loop.sweep()

    assert not websocket.reader.is_open
    status = frames.PROTOCOL_ERROR.to_bytes(2, "big")
    assert websocket.client.frames() == [(frames.CLOSE, status + b"a message that is never complete")]


def test_a_complete_message_has_all_the_time_until_the_next(
    websocket: WebSocket, loop: ReadLoop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_loop, "MESSAGE_TIME_LIMIT_S", -1.0)
    websocket.client.send("whole")
    loop.pause(websocket.reader)
    loop.resume(websocket.reader)

    loop.sweep()

    assert websocket.messages == ["whole"]
    assert websocket.reader.is_open


def test_the_oldest_unfinished_message_ends_when_all_together_are_too_large(
    selector: selectors.BaseSelector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_loop, "COUNTED_FROM", 100)
    room_for_one = SYSTEM_BUFFER_BYTES + 1000
    loop = ReadLoop(selector, eventlet.sleep, UnreadBytes(room_for_one, room_for_one))
    reading = eventlet.spawn(loop.read_forever)
    oldest, newest = WebSocket(), WebSocket()
    whole = client_frame(b"x" * 500)
    for number, each in enumerate((oldest, newest)):
        loop.add(each.reader)
        each.client.socket.sendall(whole[:-1])
        wait_until(lambda reader=each.reader: reader.held)
        assert oldest.reader.is_open or number

    wait_until(lambda: not oldest.reader.is_open)
    newest.client.socket.sendall(whole[-1:])
    wait_until(lambda: newest.messages)

    assert oldest.reader.held == 0
    for each in (oldest, newest):
        each.close()
    reading.kill()
