"""Writing to websockets: together, in order, without waiting, and never after the end."""

from __future__ import annotations

import socket

import pytest

from gateway.transport import frames
from gateway.transport.unread import UnreadBytes
from gateway.transport.writer import Flusher, WebSocketWriter
from tests.gateway.transport.websocket import GreenSocket, WebSocket, eventlet, wait_until

MORE_THAN_FITS = b"x" * 4_000_000  # no socket's buffers take as much at once


def test_frames_of_one_turn_leave_in_one_system_call() -> None:
    # A socket of this kind keeps the borders between what each call sends.
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        theirs.setblocking(False)
        writer = WebSocketWriter(GreenSocket(ours), Flusher(eventlet.spawn), UnreadBytes(1000, 1000), print)
        for frame in (b"one", b"two", b"three"):
            writer.write(frame)
        with pytest.raises(BlockingIOError):
            theirs.recv(100)

        eventlet.sleep(0)

        assert theirs.recv(100) == b"onetwothree"
        with pytest.raises(BlockingIOError):
            theirs.recv(100)


def test_gathered_frames_leave_at_the_end_of_the_context_without_a_green_thread(websocket: WebSocket) -> None:
    spawned: list[object] = []
    flusher = Flusher(lambda *work: spawned.append(work))
    writer = WebSocketWriter(websocket.sock, flusher, websocket.unread, print)

    with flusher.gathering():
        writer.write(frames.frame(b"one"))
        writer.write(frames.frame(b"two"))
        assert websocket.client.texts() == []

    assert websocket.client.texts() == ["one", "two"]
    assert spawned == []


def test_a_slow_client_gets_everything_in_order_and_nobody_waits(websocket: WebSocket) -> None:
    writer = websocket.writer
    writer.write(frames.frame(MORE_THAN_FITS))
    writer.flush()
    assert writer.has_unsent
    writer.write(frames.frame(b"last"))

    wait_until(lambda: len(websocket.client.texts()) == 2)

    assert websocket.client.texts() == [MORE_THAN_FITS.decode(), "last"]
    wait_until(lambda: not writer.has_unsent)


def test_closing_sends_the_last_frames_and_the_status(websocket: WebSocket) -> None:
    websocket.writer.write(frames.frame(b"last"))

    websocket.writer.close(frames.TOO_BIG, "too big")

    assert websocket.client.frames() == [
        (frames.TEXT, b"last"),
        (frames.CLOSE, frames.TOO_BIG.to_bytes(2, "big") + b"too big"),
    ]
    assert websocket.client.is_ended


def test_a_closed_writer_takes_no_frames(websocket: WebSocket) -> None:
    websocket.writer.close(frames.GOING_AWAY)
    received = list(websocket.client.frames())

    websocket.writer.write(frames.frame(b"too late"))
    eventlet.sleep(0)
    assert not websocket.writer.has_unsent
    assert websocket.client.frames() == received


def test_a_client_that_has_disconnected_closes_its_writer(websocket: WebSocket) -> None:
    websocket.client.socket.close()

    websocket.writer.write(frames.frame(b"hello"))
    websocket.writer.flush()

    assert not websocket.writer.has_unsent
    websocket.writer.write(frames.frame(b"hello?"))
    assert not websocket.writer.has_unsent


def test_a_released_socket_is_closed_once_its_slow_client_is_given_up(websocket: WebSocket) -> None:
    websocket.writer.write(frames.frame(MORE_THAN_FITS))
    websocket.writer.flush()
    eventlet.sleep(0)  # the green thread of the slow client waits for it

    websocket.writer.release()
    assert websocket.sock.fileno() != -1

    wait_until(lambda: websocket.sock.fileno() == -1)


def test_a_client_that_leaves_too_much_unread_is_given_up_at_once(websocket: WebSocket) -> None:
    websocket.unread.max_each = len(MORE_THAN_FITS) // 2

    websocket.writer.write(frames.frame(MORE_THAN_FITS))

    assert websocket.given_up[0] > websocket.unread.max_each
    assert not websocket.writer.has_unsent
    assert websocket.unread.total == 0


def test_what_a_slow_client_reads_is_no_longer_counted(websocket: WebSocket) -> None:
    websocket.writer.write(frames.frame(MORE_THAN_FITS))
    websocket.writer.flush()
    assert websocket.unread.total > 0

    wait_until(lambda: websocket.client.texts() and not websocket.writer.has_unsent)

    assert websocket.unread.total == 0
    assert websocket.given_up == []


def test_pongs_that_nobody_reads_are_bounded_like_everything_else(websocket: WebSocket) -> None:
    websocket.unread.max_each = 100_000
    websocket.client.socket.settimeout(0.1)
    for _ in range(300):
        if websocket.given_up:
            break
        websocket.client.send(*[b"x" * 125] * 64, opcode=frames.PING)
        while websocket.reader.read():
            pass
        websocket.writer.flush()
        eventlet.sleep(0)

    assert websocket.given_up
