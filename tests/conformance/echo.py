"""A websocket server that echoes every message, made of our reader and writer, and its client."""

from __future__ import annotations

import selectors
import socket

from gateway.transport import frames
from gateway.transport.read_loop import ReadLoop
from gateway.transport.reader import MessageReader
from gateway.transport.unread import UnreadBytes
from gateway.transport.writer import Flusher, WebSocketWriter
from tests.gateway.transport.websocket import Client, GreenSocket, eventlet

MAX_MESSAGE_BYTES = 65_536
MAX_UNREAD_BYTES = 10_000_000


class Echo:
    """One client of the echo server; it sends bytes, and sees the frames that come back."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        self.client = Client(theirs)
        sock = GreenSocket(ours)
        unread = UnreadBytes(MAX_UNREAD_BYTES, MAX_UNREAD_BYTES)
        self._writer = WebSocketWriter(sock, Flusher(eventlet.spawn), unread, lambda _unread: None)
        self._reader = MessageReader(
            sock, self._writer, MAX_MESSAGE_BYTES, on_message=self._echo, on_end=lambda: None
        )
        self._selector = selectors.DefaultSelector()
        self._loop = ReadLoop(self._selector, eventlet.sleep, UnreadBytes(10**6, 10**6))
        self._loop.add(self._reader)

    def send(self, data: bytes) -> None:
        """Send one segment, and let the server read it and answer."""
        if self._reader.is_open:
            self.client.socket.sendall(data)
            while self._selector.select(0):
                self._loop._read_on(self._reader)
            eventlet.sleep(0)

    def frames(self) -> list[tuple[int, bytes]]:
        """Return (opcode, payload) of every frame received until now."""
        return self.client.frames()

    def close(self) -> None:
        """Close both ends."""
        self._loop.end(self._reader, EOFError("end of test"))
        self.client.socket.close()
        self._selector.close()

    def _echo(self, message: str | bytes) -> None:
        is_text = isinstance(message, str)
        payload = message.encode() if isinstance(message, str) else message
        self._writer.write(frames.frame(payload, frames.TEXT if is_text else frames.BINARY))
