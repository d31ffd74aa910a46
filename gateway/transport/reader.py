"""The reading side of a websocket: whole messages, a few from each client in turn."""

from __future__ import annotations

import socket
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from gateway.transport import frames

if TYPE_CHECKING:
    from collections.abc import Callable

    from gateway.transport.writer import WebSocketWriter

READ_BYTES = 4096
FRAMES_A_TURN = 16  # from one client; then the other clients have their turn, even if it floods us


class MessageReader:
    """Reads a client's messages from its websocket as they come, and answers its pings.

    Each message goes to `on_message`, until `hand_to` names another function for the following ones.
    """

    def __init__(
        self,
        sock: Any,
        writer: WebSocketWriter,
        max_bytes: int,
        *,
        on_message: Callable[[str | bytes], None],
        on_end: Callable[[], None],
    ) -> None:
        self._sock = sock.fd  # the real socket, which never blocks
        self._max_bytes = max_bytes
        self.writer = writer
        self._on_message = on_message
        self._on_end = on_end
        self.is_open = True
        self.is_paused = False
        self.incomplete_since: float | None = None  # when the message began whose rest has not come yet
        self._frames = frames.FrameReader(max_bytes)

    def fileno(self) -> int:
        """Return the socket's file descriptor."""
        return int(self._sock.fileno())

    @property
    def held(self) -> int:
        """The bytes of a message whose rest has not come yet."""
        return self._frames.held

    def give_up(self, unread: int) -> None:  # noqa: ARG002 (a Holder's signature)
        """End the wait for the rest of a message: read nothing more, which ends the connection."""
        with suppress(OSError):  # the client may have left already
            self._sock.shutdown(socket.SHUT_RD)

    def hand_to(self, on_message: Callable[[str | bytes], None]) -> None:
        """Give the following messages to `on_message`."""
        self._on_message = on_message

    def pause(self) -> None:
        """Stop in the middle of a turn: leave further messages unread until `resume`."""
        self.is_paused = True

    def resume(self) -> None:
        """Allow reading again."""
        self.is_paused = False

    def feed(self, received: bytes) -> None:
        """Add bytes that came before this reader had the socket."""
        self._frames.feed(received)

    def ended(self, error: Exception) -> None:
        """Close the connection because of `error`, and say so to the client if it broke the protocol."""
        self.is_open = False
        self._frames = frames.FrameReader(
            self._max_bytes
        )  # the old one may hold much, and others refer to this
        if isinstance(error, frames.FrameError):
            self.writer.close(error.status, str(error))
        elif isinstance(error, frames.ClientClosed):
            self.writer.close(error.status)
        self.writer.close(frames.GOING_AWAY)
        self._on_end()
        self.writer.release()

    def read(self) -> bool:
        """Read at most 16 messages, and return whether more may be waiting.

        Raises EOFError when the client has closed (frames.ClientClosed if it said so), frames.FrameError, or
        ValueError for an invalid message.
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
            if not self._frames.fragments:
                self.incomplete_since = None  # whatever follows has begun after this frame
        return True

    def _receive(self) -> bool:
        try:
            received = self._sock.recv(READ_BYTES)
        except BlockingIOError:
            return False
        if not received:
            raise EOFError("the client has disconnected")
        self._frames.feed(received)
        return True

    def _take(self, opcode: int, payload: bytes) -> None:
        if opcode == frames.TEXT:
            try:
                text = payload.decode()
            except UnicodeDecodeError:
                raise frames.FrameError(frames.INVALID_PAYLOAD, "text that is not UTF-8") from None
            self._on_message(text)
        elif opcode == frames.BINARY:
            self._on_message(payload)
        elif opcode == frames.CLOSE:
            raise frames.ClientClosed(frames.close_status(payload))
        elif opcode == frames.PING:
            self.writer.write(frames.frame(payload, frames.PONG))

    def _note_time(self) -> None:
        if not self._frames.is_amid_message:
            self.incomplete_since = None
        elif self.incomplete_since is None:
            self.incomplete_since = time.monotonic()
