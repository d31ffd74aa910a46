"""One green thread reads every websocket, as the system reports which of them are readable.

The libraries give each client a green thread. That takes five system calls for each read, where this loop
takes one, and 20 KB for as long as the client is connected.
"""

from __future__ import annotations

import logging
import time
from selectors import EVENT_READ
from typing import TYPE_CHECKING, Any, Protocol

from gateway.transport import frames
from gateway.transport.readable import Readable
from gateway.transport.reader import MessageReader
from gateway.transport.unread import COUNTED_FROM

if TYPE_CHECKING:
    from collections.abc import Callable
    from selectors import BaseSelector

    from gateway.transport.unread import UnreadBytes

log = logging.getLogger(__name__)

MESSAGE_TIME_LIMIT_S = 8.0  # for all fragments of one message; `sweep` checks it each second
READS_A_TURN = 64  # then other green threads have their turn


class Reader(Protocol):
    """The reading side of a connection, whose socket never blocks."""

    is_open: bool
    is_paused: bool

    def fileno(self) -> int: ...
    def pause(self) -> None: ...
    def resume(self) -> None: ...
    def read(self) -> bool:
        """Read for a turn, and return whether more may be waiting; an error ends the connection."""

    def ended(self, error: Exception) -> None:
        """Close the connection because of `error`."""


class ReadLoop:
    """Reads every websocket. `selector` must be a real one, not eventlet's; the loop polls it."""

    def __init__(
        self, selector: BaseSelector, sleep: Callable[[float], object], unfinished: UnreadBytes
    ) -> None:
        """Count the bytes of messages whose rest has not come in `unfinished`."""
        self._selector = selector
        self._readable = Readable(selector.fileno())  # type: ignore[attr-defined]  # those of Linux, BSD and macOS have one
        self._sleep = sleep
        self._unfinished = unfinished
        self._incomplete: set[MessageReader] = set()  # those in the middle of a message

    def add(self, reader: Reader) -> None:
        """Read from `reader` from now on, first what it has received already."""
        self._selector.register(reader, EVENT_READ)
        self._read_on(reader)

    def pause(self, reader: Reader) -> None:
        """Stop reading until `resume`, because the receiver can't keep up with the messages."""
        if reader.is_open and not reader.is_paused:
            reader.pause()
            self._selector.unregister(reader)

    def resume(self, reader: Reader) -> None:
        """Continue reading, first the bytes already received: those make no socket readable."""
        if reader.is_open and reader.is_paused:
            reader.resume()
            self._selector.register(reader, EVENT_READ)
            self._read_on(reader)

    def read_forever(self) -> None:
        """Read from every readable websocket, turn after turn."""
        unread: list[Any] = []  # readers that have received more than a turn takes
        while True:
            if unread:
                self._sleep(0)
            else:
                self._readable.wait()
            ready = dict.fromkeys([*unread, *(key.fileobj for key, _ in self._selector.select(0))])
            unread = []
            for number, reader in enumerate(ready, start=1):
                if self._read(reader):
                    unread.append(reader)
                if number % READS_A_TURN == 0:
                    self._sleep(0)

    def sweep(self) -> None:
        """End connections whose message stays incomplete, even if a byte comes now and then."""
        now = time.monotonic()
        for reader in list(self._incomplete):
            if reader.incomplete_since is not None and now - reader.incomplete_since > MESSAGE_TIME_LIMIT_S:
                self.end(reader, frames.FrameError(frames.PROTOCOL_ERROR, "a message that is never complete"))

    def remove(self, reader: Reader) -> None:
        """Stop reading from `reader`, because another reads its socket from now on."""
        self._selector.unregister(reader)
        reader.is_open = False

    def end(self, reader: Reader, error: Exception) -> None:
        """Stop reading for good, and close the connection because of `error`."""
        if not reader.is_open:
            return
        if not reader.is_paused:
            self._selector.unregister(reader)
        if isinstance(reader, MessageReader):
            self._incomplete.discard(reader)
            self._unfinished.forget(reader)
        reader.ended(error)

    def _read_on(self, reader: Reader) -> None:
        while self._read(reader):
            self._sleep(0)

    def _read(self, reader: Reader) -> bool:
        """Read for a turn, and return whether more has come; an error ends the connection."""
        if not reader.is_open or reader.is_paused:
            return False
        try:
            has_more = reader.read()
        except EOFError as error:  # an ordinary end
            log.debug("closing a connection", extra={"reason": str(error)})
            self.end(reader, error)
            return False
        except (OSError, ValueError, frames.FrameError) as error:
            log.info("closing a connection", extra={"reason": str(error)})
            self.end(reader, error)
            return False
        except Exception as error:
            log.exception("reading from a connection failed")
            self.end(reader, error)
            return False
        if isinstance(reader, MessageReader):
            self._note_rest(reader)
        return has_more

    def _note_rest(self, reader: MessageReader) -> None:
        """Note whether `reader` waits for the rest of a message, and the bytes of the part that is here."""
        if reader.incomplete_since is not None:
            self._incomplete.add(reader)
        elif reader in self._incomplete:
            self._incomplete.discard(reader)
        else:
            return
        if reader.incomplete_since is not None and reader.held > COUNTED_FROM:
            self._unfinished.grew(reader, reader.held)
        else:
            self._unfinished.forget(reader)
