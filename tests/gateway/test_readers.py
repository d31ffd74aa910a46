"""Reading from websockets: whole messages, in fairness, and no more than whoever takes them can bear."""

from __future__ import annotations

import os
import selectors
import socket
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from gateway.readers import Readers
from gateway.wire import FRAMES_A_TURN, MessageReader


def masked(text: str) -> bytes:
    mask = os.urandom(4)
    payload = bytes(byte ^ mask[at % 4] for at, byte in enumerate(text.encode()))
    return bytes((0x81, 0x80 | len(payload))) + mask + payload


class Line:
    """A client's end of a connection, and what is read at ours."""

    def __init__(self) -> None:
        self.client, self.server = socket.socketpair()
        self.server.setblocking(False)
        self.taken: list[str | bytes] = []
        self.ends = 0
        wire = SimpleNamespace(close=lambda *_status: None, release=lambda: None)
        self.reader = MessageReader(
            SimpleNamespace(fd=self.server),
            wire,
            1000,
            take=self.taken.append,
            ended=self._end,
        )

    def _end(self) -> None:
        self.ends += 1


@pytest.fixture
def line() -> Iterator[Line]:
    line = Line()
    yield line
    line.client.close()
    line.server.close()


@pytest.fixture
def readers(line: Line) -> Iterator[Readers]:
    with selectors.DefaultSelector() as selector:
        readers = Readers(selector, lambda _seconds: None)
        readers.add(line.reader)
        yield readers


def test_a_flood_takes_several_turns(line: Line) -> None:
    line.client.sendall(b"".join(masked(str(number)) for number in range(40)))

    turns = []
    while line.reader.read():
        turns.append(len(line.taken))

    assert turns[0] < FRAMES_A_TURN
    assert line.taken == [str(number) for number in range(40)]


def test_half_a_frame_waits_for_the_other_half(line: Line) -> None:
    frame = masked("whole")
    line.client.sendall(frame[:5])
    assert not line.reader.read()
    assert line.reader.amid_since is not None

    line.client.sendall(frame[5:])
    line.reader.read()

    assert line.taken == ["whole"]
    assert line.reader.amid_since is None


def test_nothing_is_taken_while_paused(line: Line, readers: Readers) -> None:
    def take(message: str | bytes) -> None:
        line.taken.append(message)
        readers.pause(line.reader)

    line.reader.take = take
    line.client.sendall(masked("one") + masked("two"))

    line.reader.read()
    line.reader.read()
    assert line.taken == ["one"]

    readers.resume(line.reader)
    assert line.taken == ["one", "two"]


def test_a_client_that_closes_has_ended_once(line: Line, readers: Readers) -> None:
    line.client.close()
    with pytest.raises(EOFError) as gone:
        line.reader.read()

    readers.end(line.reader, gone.value)
    readers.end(line.reader, gone.value)

    assert line.ends == 1
    assert not line.reader.is_open
