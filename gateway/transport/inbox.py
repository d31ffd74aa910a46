"""The messages of one websocket client that may wait for Redis, taken one after the other."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from gateway.transport.read_loop import ReadLoop
    from gateway.transport.reader import MessageReader

INBOX_LENGTH: Final = 16  # at this many waiting messages we stop reading from the client


class Inbox:
    """Takes a client's messages in their order, in a green thread that lives only while there are some."""

    def __init__(
        self,
        reader: MessageReader,
        loop: ReadLoop,
        take: Callable[[str | bytes], None],
        spawn: Callable[..., Any],
    ) -> None:
        self._reader = reader
        self._loop = loop
        self._take = take
        self._spawn = spawn
        self._waiting: deque[str | bytes] = deque()
        self._is_running = False

    @property
    def is_waiting_for_the_last(self) -> bool:
        """Whether a message is at work and no other waits."""
        return self._is_running and not self._waiting

    def add(self, message: str | bytes) -> None:
        """Take `message` after those that came earlier; stop reading from the client if they are too many."""
        self._waiting.append(message)
        if len(self._waiting) >= INBOX_LENGTH:
            self._loop.pause(self._reader)
        if not self._is_running:
            self._is_running = True
            self._spawn(self._run)

    def _run(self) -> None:
        try:
            while self._waiting and self._reader.is_open:
                self._take(self._waiting.popleft())
        except (EOFError, ValueError) as error:
            self._loop.end(self._reader, error)
        finally:
            self._is_running = False
            self._loop.resume(self._reader)
