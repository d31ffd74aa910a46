"""One green thread reads every websocket, as the system tells which of them has something to read.

A green thread for each client, as the libraries have it, takes five system calls for each of its reads where
here is one, and 20 KB for as long as it is connected.
"""

from __future__ import annotations

import logging
import select
import time
from selectors import EVENT_READ
from typing import TYPE_CHECKING, Any

from gateway import frames

if TYPE_CHECKING:
    from collections.abc import Callable
    from selectors import BaseSelector

    from gateway.wire import MessageReader

log = logging.getLogger(__name__)

MESSAGE_TIME_LIMIT_S = 8.0  # for all fragments of one message; it is looked at each second
READS_A_TURN = 64  # then others have their turn


class Readers:
    """The reading sides of all websockets. `selector` must be a real one: it is never waited for."""

    def __init__(self, selector: BaseSelector, sleep: Callable[[float], object]) -> None:
        self._selector = selector
        self._file: int = selector.fileno()  # type: ignore[attr-defined]  # those of Linux, BSD and macOS have one
        self._sleep = sleep
        self._amid: set[MessageReader] = set()

    def add(self, reader: MessageReader) -> None:
        """Read from now on."""
        self._selector.register(reader, EVENT_READ)

    def pause(self, reader: MessageReader) -> None:
        """Read no more until `resume`: whoever takes the messages can't keep up."""
        if reader.is_open and not reader.is_paused:
            reader.is_paused = True
            self._selector.unregister(reader)

    def resume(self, reader: MessageReader) -> None:
        """Go on reading, first what was received before: that makes no socket readable."""
        if reader.is_open and reader.is_paused:
            reader.is_paused = False
            self._selector.register(reader, EVENT_READ)
            while self._read(reader):
                self._sleep(0)

    def read_forever(self) -> None:
        """Read whatever can be read, turn after turn."""
        unread: list[Any] = []  # readers that have received more than a turn takes
        while True:
            if unread:
                self._sleep(0)
            else:
                select.select([self._file], [], [])  # the green one
            ready = dict.fromkeys([*unread, *(key.fileobj for key, _ in self._selector.select(0))])
            unread = []
            for number, reader in enumerate(ready, start=1):
                if self._read(reader):
                    unread.append(reader)
                if number % READS_A_TURN == 0:
                    self._sleep(0)

    def sweep(self) -> None:
        """End those that wait too long for the rest of a message; a client may send a byte now and then."""
        now = time.monotonic()
        for reader in list(self._amid):
            if reader.amid_since is not None and now - reader.amid_since > MESSAGE_TIME_LIMIT_S:
                self.end(reader, frames.FrameError(frames.PROTOCOL_ERROR, "a message that is never complete"))

    def end(self, reader: MessageReader, error: Exception) -> None:
        """Read no more, and close what is left of the connection."""
        if not reader.is_open:
            return
        if not reader.is_paused:
            self._selector.unregister(reader)
        reader.is_open = False
        self._amid.discard(reader)
        if isinstance(error, frames.FrameError):
            reader.wire.close(error.status, str(error))
        reader.wire.close(frames.GOING_AWAY)
        reader.ended()
        reader.wire.release()

    def _read(self, reader: MessageReader) -> bool:
        """Read for a turn, and return whether more has come; what can't be read ends the connection."""
        if not reader.is_open or reader.is_paused:
            return False
        try:
            has_more = reader.read()
        except (EOFError, OSError, ValueError, frames.FrameError) as error:
            log.info("closing a connection", extra={"reason": str(error)})
            self.end(reader, error)
            return False
        except Exception as error:
            log.exception("reading from a connection failed")
            self.end(reader, error)
            return False
        if reader.amid_since is None:
            self._amid.discard(reader)
        else:
            self._amid.add(reader)
        return has_more
