"""The writing side of a websocket: one client's frames go out together, in one system call.

Frames written in one turn of the event loop leave at its end, and nobody waits for a slow client. The bytes
that a slow client leaves unread are bounded here, so that no path to the client can forget the bound.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from socket import SHUT_RDWR
from typing import TYPE_CHECKING, Any

from gateway.transport import frames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gateway.transport.unread import UnreadBytes

SLOW_CHUNK_BYTES = 65_536  # of what a slow client has not read, in one system call


class WebSocketWriter:
    """Gathers the frames for one client, and sends those of one turn of the loop together."""

    def __init__(
        self, sock: Any, flusher: Flusher, unread: UnreadBytes, on_given_up: Callable[[int], None]
    ) -> None:
        """Write to `sock`; `on_given_up` hears the number of bytes if the client left too many unread."""
        self._sock = sock
        self._flusher = flusher
        self._unread = unread
        self._on_given_up = on_given_up
        self._outbox: list[bytes] = []
        self._gathered = 0  # bytes in the outbox
        self._backlog = bytearray()  # what the client was not ready for; a green thread sends it
        self._is_blocked = False  # that green thread runs
        self._is_closed = False
        self._is_released = False

    @property
    def has_unsent(self) -> bool:
        """Whether some bytes are still unsent, because they are new or the client was not ready for them."""
        return bool(self._outbox or self._backlog)

    def write(self, frame: bytes) -> None:
        """Gather `frame`; close the connection if its client leaves too many bytes unread."""
        if self._is_closed:
            return
        if self._is_blocked:
            self._backlog += frame
            self._unread.grew(self, len(self._backlog))
            return
        if not self._outbox:
            self._flusher.add(self)
        self._outbox.append(frame)
        self._gathered += len(frame)
        if self._gathered > self._unread.max_each:
            self.flush()

    def flush(self) -> None:
        """Send the gathered frames without waiting; a green thread sends the rest to a slow client."""
        if self._is_closed or self._is_blocked or not self._outbox:
            return
        gathered = self._outbox[0] if len(self._outbox) == 1 else b"".join(self._outbox)
        self._outbox.clear()
        self._gathered = 0
        try:
            sent = self._sock.fd.send(gathered)  # the real socket, which never blocks
        except BlockingIOError:
            sent = 0
        except OSError:
            self._shut()
            return
        if sent < len(gathered):
            self._is_blocked = True
            self._backlog += memoryview(gathered)[sent:]
            self._flusher.spawn(self._send_backlog)
            self._unread.grew(self, len(self._backlog))

    def give_up(self, unread: int) -> None:
        """Drop everything unsent, and close the connection of a client that does not read."""
        self._shut()
        self._on_given_up(unread)

    def close(self, status: int | None, reason: str = "") -> None:
        """Send the gathered frames and a close frame, if the client is ready, and end the connection."""
        if not self._is_closed:
            self.write(frames.close_frame(status, reason))
            self.flush()
            self._shut()

    def release(self) -> None:
        """Give the socket back to the system, once no green thread uses it any longer."""
        self._shut()
        self._is_released = True
        if not self._is_blocked:
            self._sock.close()

    def _send_backlog(self) -> None:
        try:
            while self._backlog:
                sent = self._sock.send(bytes(self._backlog[:SLOW_CHUNK_BYTES]))
                del self._backlog[:sent]
                self._unread.shrank(self, len(self._backlog))
        except OSError:
            self._shut()
        self._is_blocked = False
        if self._is_released:
            self._sock.close()

    def _shut(self) -> None:
        if self._is_closed:
            return
        self._is_closed = True
        self._outbox.clear()
        self._backlog = bytearray()
        self._unread.forget(self)
        with suppress(OSError):  # the client may have closed first
            self._sock.shutdown(SHUT_RDWR)  # wakes the reader, and the green thread of a slow client


class Flusher:
    """Flushes, at the end of this turn of the loop, every writer that took a frame in it.

    `spawn` runs a function with its arguments in a green thread of the same loop.
    """

    def __init__(self, spawn: Callable[..., object]) -> None:
        self.spawn = spawn
        self._written: list[WebSocketWriter] = []
        self._is_gathering = False

    @contextmanager
    def gathering(self) -> Iterator[None]:
        """Flush at the end of this context; that saves the green thread that would flush later."""
        self._is_gathering = True
        try:
            yield
        finally:
            self._is_gathering = False
            self._flush()

    def add(self, writer: WebSocketWriter) -> None:
        """Flush `writer` once everything that is ready now has run."""
        if not self._written and not self._is_gathering:
            self.spawn(self._flush)
        self._written.append(writer)

    def _flush(self) -> None:
        written, self._written = self._written, []
        for writer in written:
            writer.flush()
