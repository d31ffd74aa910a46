"""The two sides of one websocket: what a client sends, read whole and in fairness, and what it hears.

Frames for a client of one turn of the loop go out together, by one system call and without waiting.
"""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress
from socket import SHUT_RDWR
from typing import TYPE_CHECKING, Any

from gateway import frames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gateway.connection import Engine

READ_BYTES = 4096
FRAMES_A_TURN = 16  # a client that floods us waits for the others after so many


def taken_over(sock: Any) -> Any:
    """Return the connection of a green socket as another one, and leave the first without it.

    eventlet's WSGI server shuts down and closes its socket once a request is answered. A websocket goes on.
    """
    real = sock.fd
    return type(sock)(type(real)(fileno=real.detach()))


class MessageReader:
    """Reads a client's messages from its websocket as they come, and answers its control frames.

    Each message is given to `take`, which may be set anew for the next one.
    """

    def __init__(
        self,
        sock: Any,
        wire: Wire,
        max_bytes: int,
        *,
        take: Callable[[str | bytes], None],
        ended: Callable[[], None],
    ) -> None:
        self._sock = sock.fd  # the real socket, which never blocks
        self.wire = wire
        self.take = take
        self.ended = ended
        self.is_open = True
        self.is_paused = False
        self.amid_since: float | None = None  # when a message began that is not complete yet
        self._frames = frames.FrameReader(max_bytes)

    def fileno(self) -> int:
        """Return the number of the socket's file."""
        return int(self._sock.fileno())

    def read(self) -> bool:
        """Take what has come, at most 16 messages; return whether that leaves some.

        Raises EOFError when the client has closed, frames.FrameError, or ValueError for what is no text.
        """
        may_receive = True
        for _ in range(FRAMES_A_TURN):
            if self.is_paused:
                return False
            found = self._frames.read()
            if found is None:
                if not (may_receive and self._receive()):
                    self._note_time()
                    return False
                may_receive = False
                continue
            self._take(*found)
        return True

    def _receive(self) -> bool:
        try:
            received = self._sock.recv(READ_BYTES)
        except BlockingIOError:
            return False
        if not received:
            raise EOFError("the client has closed")
        self._frames.feed(received)
        return True

    def _take(self, opcode: int, payload: bytes) -> None:
        if opcode == frames.TEXT:
            self.take(payload.decode())
        elif opcode == frames.BINARY:
            self.take(payload)
        elif opcode == frames.CLOSE:
            raise EOFError("the client said goodbye")
        elif opcode == frames.PING:
            self.wire.write(frames.frame(payload, frames.PONG))

    def _note_time(self) -> None:
        if not self._frames.is_amid_message:
            self.amid_since = None
        elif self.amid_since is None:
            self.amid_since = time.monotonic()


class Wire:
    """The writing side of a websocket: gathers frames, and sends those of one turn of the loop together."""

    def __init__(self, sock: Any, flusher: Flusher) -> None:
        self._sock = sock
        self._flusher = flusher
        self._outbox: list[bytes] = []
        self._unsent = 0
        self._is_blocked = False  # the client's receive window is full; a green thread waits for it
        self._is_closed = False
        self._is_released = False

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

    def release(self) -> None:
        """Give the socket back to the system, once nobody waits for it any more."""
        self._shut()
        self._is_released = True
        if not self._is_blocked:
            self._sock.close()

    def _send_slowly(self, gathered: bytes) -> None:
        try:
            while gathered:
                self._unsent = len(gathered) + sum(map(len, self._outbox))
                self._sock.sendall(gathered)
                gathered = self._take()
            self._unsent = 0
        except OSError:
            self._shut()
        self._is_blocked = False
        if self._is_released:
            self._sock.close()

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
            self._sock.shutdown(SHUT_RDWR)  # so that its reader hears the end, and who sends slowly


class Flusher:
    """Flushes, at the end of this turn of the loop, every wire that was written to in it."""

    def __init__(self, server: Engine) -> None:
        self.server = server
        self._written: list[Wire] = []
        self._is_gathering = False

    @contextmanager
    def gathering(self) -> Iterator[None]:
        """Flush, at the end of this, what is written in it: a green thread for that is saved."""
        self._is_gathering = True
        try:
            yield
        finally:
            self._is_gathering = False
            self._flush()

    def add(self, wire: Wire) -> None:
        """Let `wire` be flushed once everything that is ready now has run."""
        if not self._written and not self._is_gathering:
            self.server.start_background_task(self._flush)
        self._written.append(wire)

    def _flush(self) -> None:
        written, self._written = self._written, []
        for wire in written:
            wire.flush()
