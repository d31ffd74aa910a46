"""The inbox of a client: messages in order, back-pressure, and an end."""

from __future__ import annotations

import selectors
from collections.abc import Iterator

import pytest

from gateway.transport.inbox import INBOX_LENGTH, Inbox
from gateway.transport.read_loop import ReadLoop
from gateway.transport.unread import UnreadBytes
from tests.gateway.transport.websocket import WebSocket, eventlet, wait_until


class Receiver:
    """Takes messages, once it may."""

    def __init__(self, websocket: WebSocket, selector: selectors.BaseSelector) -> None:
        self.taken: list[str | bytes] = []
        self.may_take = eventlet.Event()
        self.loop = ReadLoop(selector, eventlet.sleep, UnreadBytes(10**6, 10**6))
        self.loop.add(websocket.reader)
        self.inbox = Inbox(websocket.reader, self.loop, self._take, eventlet.spawn)
        websocket.reader.hand_to(self.inbox.add)

    def _take(self, message: str | bytes) -> None:
        self.may_take.wait()
        if message == "unreadable":
            raise ValueError("unreadable")
        self.taken.append(message)


@pytest.fixture
def receiver(websocket: WebSocket, selector: selectors.BaseSelector) -> Iterator[Receiver]:
    receiver = Receiver(websocket, selector)
    yield receiver
    receiver.loop.end(websocket.reader, EOFError("end of test"))


def test_messages_are_taken_in_order(websocket: WebSocket, receiver: Receiver) -> None:
    numbers = [str(number) for number in range(3)]
    websocket.client.send(*numbers)
    websocket.reader.read()
    eventlet.sleep(0)
    assert receiver.taken == []

    receiver.may_take.send(None)
    wait_until(lambda: receiver.taken == numbers)


def test_a_client_with_too_many_waiting_messages_is_not_read(
    websocket: WebSocket, receiver: Receiver
) -> None:
    numbers = [str(number) for number in range(INBOX_LENGTH + 3)]
    websocket.client.send(*numbers)
    while websocket.reader.read():
        pass
    assert websocket.reader.is_paused

    receiver.may_take.send(None)
    wait_until(lambda: receiver.taken == numbers)

    assert not websocket.reader.is_paused


def test_an_unreadable_message_ends_the_connection(websocket: WebSocket, receiver: Receiver) -> None:
    websocket.client.send("unreadable", "never taken")
    websocket.reader.read()

    receiver.may_take.send(None)
    wait_until(lambda: not websocket.reader.is_open)

    assert receiver.taken == []
