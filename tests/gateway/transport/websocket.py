"""Both ends of a websocket in one process: eventlet's sockets at ours, a plain socket at the client's."""

from __future__ import annotations

import socket
import time
import warnings
from collections.abc import Callable
from contextlib import suppress

from gateway.transport.reader import MessageReader
from gateway.transport.unread import UnreadBytes
from gateway.transport.writer import Flusher, WebSocketWriter
from tests.clients.frames import TEXT, FrameParser, client_frame

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # eventlet calls itself deprecated
    import eventlet
    from eventlet.greenio import GreenSocket

__all__ = ["Client", "GreenSocket", "WebSocket", "eventlet", "wait_until"]

READ_BYTES = 65_536
PATIENCE_S = 30.0
MAX_BYTES = 1000  # of a message that our end reads
MAX_UNREAD_BYTES = 10_000_000


def wait_until(condition: Callable[[], object]) -> None:
    """Run the green threads until `condition` holds."""
    until = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < until, "the condition never held"
        eventlet.sleep(0.001)


class Client:
    """A client's end of a websocket, whose handshake is over."""

    def __init__(self, sock: socket.socket, received: bytes = b"") -> None:
        sock.setblocking(False)
        self.socket = sock
        self.is_ended = False  # whether our end has closed the connection
        self._parser = FrameParser()
        self._frames = self._parser.feed(received)

    def send(self, *messages: str | bytes, opcode: int = TEXT) -> None:
        """Send each message as one frame, all in one system call."""
        payloads = [message.encode() if isinstance(message, str) else message for message in messages]
        self.socket.sendall(b"".join(client_frame(payload, opcode) for payload in payloads))

    def frames(self) -> list[tuple[int, bytes]]:
        """Return (opcode, payload) of every frame received until now."""
        with suppress(BlockingIOError):
            while received := self.socket.recv(READ_BYTES):
                self._frames += self._parser.feed(received)
            self.is_ended = True
        return self._frames

    def texts(self) -> list[str]:
        """Return the text messages received until now."""
        return [payload.decode() for opcode, payload in self.frames() if opcode == TEXT]


class WebSocket:
    """A client, and our writer and reader at the other end, with the messages they gave us."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        self.client = Client(theirs)
        self.sock = GreenSocket(ours)
        self.flusher = Flusher(eventlet.spawn)
        self.unread = UnreadBytes(MAX_UNREAD_BYTES, 2 * MAX_UNREAD_BYTES)
        self.given_up: list[int] = []  # the unread bytes
        self.writer = WebSocketWriter(self.sock, self.flusher, self.unread, self.given_up.append)
        self.messages: list[str | bytes] = []
        self.ends = 0
        self.reader = MessageReader(
            self.sock,
            self.writer,
            MAX_BYTES,
            on_message=self.messages.append,
            on_end=self._end,
        )

    def close(self) -> None:
        """Close both ends."""
        self.client.socket.close()
        self.sock.close()

    def _end(self) -> None:
        self.ends += 1
