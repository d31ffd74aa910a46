"""The two sides of one websocket: what a client sends, read whole and in fairness, and what it hears.

Frames for a client of one turn of the loop go out together, by one system call and without waiting.
"""

from __future__ import annotations

import time
from contextlib import suppress
from socket import SHUT_RDWR
from typing import TYPE_CHECKING, Any

from gateway import frames

if TYPE_CHECKING:
    from gateway.connection import Engine

READ_BYTES = 4096
FRAMES_A_TURN = 16  # a client that floods us yields to the others after so many
MESSAGE_TIME_LIMIT_S = 9.0  # for all fragments of one message


class MessageReader:
    """Reads a client's messages from its websocket, and answers its control frames."""

    def __init__(self, sock: Any, wire: Wire, server: Engine) -> None:
        self._sock = sock
        self._wire = wire
        self._server = server
        self._frames = frames.FrameReader(server.max_http_buffer_size)
        self._read_in_a_row = 0
        self._message_began: float | None = None

    def next(self) -> str | bytes | None:
        """Return the next message, waiting for it; None when the client has closed.

        Raises frames.FrameError, or ValueError for text that is not UTF-8.
        """
        while True:
            found = self._frames.read()
            if found is None:
                if not self._receive():
                    return None
                continue
            self._be_fair()
            opcode, payload = found
            if opcode == frames.TEXT:
                return payload.decode()
            if opcode == frames.BINARY:
                return payload
            if opcode == frames.CLOSE:
                return None
            if opcode == frames.PING:
                self._wire.write(frames.frame(payload, frames.PONG))

    def _receive(self) -> bool:
        self._check_time()
        self._read_in_a_row = 0
        received = self._sock.recv(READ_BYTES)
        self._frames.feed(received)
        return bool(received)

    def _check_time(self) -> None:
        """Don't wait for ever for a message that has begun; a client may send a byte now and then."""
        now = time.monotonic()
        if not self._frames.is_amid_message:
            if self._message_began is not None:
                self._message_began = None
                self._sock.settimeout(None)
            return
        if self._message_began is None:
            self._message_began = now
        left = self._message_began + MESSAGE_TIME_LIMIT_S - now
        if left <= 0:
            raise frames.FrameError(frames.PROTOCOL_ERROR, "a message that is never complete")
        self._sock.settimeout(left)

    def _be_fair(self) -> None:
        # A green read of a socket that has data does not yield to other connections.
        self._read_in_a_row += 1
        if self._read_in_a_row >= FRAMES_A_TURN:
            self._read_in_a_row = 0
            self._server.sleep(0)


class Wire:
    """The writing side of a websocket: gathers frames, and sends those of one turn of the loop together."""

    def __init__(self, sock: Any, flusher: Flusher) -> None:
        self._sock = sock
        self._flusher = flusher
        self._outbox: list[bytes] = []
        self._unsent = 0
        self._is_blocked = False  # the client's receive window is full; a green thread waits for it
        self._is_closed = False

    @property
    def has_unsent(self) -> bool:
        """Whether something waits that the client could not take yet."""
        return self._unsent > 0

    def write(self, frame: bytes) -> int:
        """Gather `frame`, and return how many bytes are unsent by now."""
        if self._is_closed:
            return 0
        if not self._outbox and not self._is_blocked:
            self._flusher.add(self)
        self._outbox.append(frame)
        self._unsent += len(frame)
        return self._unsent

    def flush(self) -> None:
        """Send what is gathered, without waiting; a green thread sends what the client can't take now."""
        if self._is_closed or self._is_blocked or not self._outbox:
            return
        gathered = self._take()
        try:
            sent = self._sock.fd.send(gathered)  # the real socket, which never blocks
        except BlockingIOError:
            sent = 0
        except OSError:
            self._shut()
            return
        if sent == len(gathered):
            self._unsent = 0
        else:
            self._is_blocked = True
            self._flusher.server.start_background_task(self._send_slowly, gathered[sent:])

    def close(self, status: int, reason: str = "") -> None:
        """Send what is gathered and a close frame, if the client takes them now, and end the connection."""
        if not self._is_closed:
            self.write(frames.close_frame(status, reason))
            self.flush()
            self._shut()

    def _send_slowly(self, gathered: bytes) -> None:
        try:
            while gathered:
                self._unsent = len(gathered) + sum(map(len, self._outbox))
                self._sock.sendall(gathered)
                gathered = self._take()
            self._unsent = 0
            self._is_blocked = False
        except OSError:
            self._shut()

    def _take(self) -> bytes:
        gathered = self._outbox[0] if len(self._outbox) == 1 else b"".join(self._outbox)
        self._outbox.clear()
        return gathered

    def _shut(self) -> None:
        if self._is_closed:
            return
        self._is_closed = True
        self._outbox.clear()
        self._unsent = 0
        with suppress(OSError):  # the client may have been faster
            self._sock.shutdown(SHUT_RDWR)  # wakes the green thread that reads, and one that sends


class Flusher:
    """Flushes, at the end of this turn of the loop, every wire that was written to in it."""

    def __init__(self, server: Engine) -> None:
        self.server = server
        self._written: list[Wire] = []

    def add(self, wire: Wire) -> None:
        """Let `wire` be flushed once everything that is ready now has run."""
        if not self._written:
            self.server.start_background_task(self._flush)
        self._written.append(wire)

    def _flush(self) -> None:
        written, self._written = self._written, []
        for wire in written:
            wire.flush()
