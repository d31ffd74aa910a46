"""The reference client in Python: every lookup gets one reply, even if the gateway ends.

A lookup is *open* from `ask` until its reply. After each `connect` the client sends open lookups again, under
the same id. It drops a reply to an id that is not open, and emits nothing while disconnected.
"""

from __future__ import annotations

import json
import threading
import time
from concurrent.futures import Future
from itertools import count
from typing import Any, Self
from uuid import uuid4

import socketio
from socketio.exceptions import BadNamespaceError, DisconnectedError

# The gateway answers within its deadline of 10 s; two more seconds for the round trip.
PATIENCE_SECONDS = 12.0
CONNECT_SECONDS = 10.0  # a busy machine may take longer than the library's own second
BACK_OFF_FIRST_SECONDS = 0.2
BACK_OFF_LAST_SECONDS = 5.0
JITTER = 0.5  # each pause varies by up to this share, so that not all clients return at once


class Lookup:
    """One open lookup: its message, and futures for its acknowledgement and its reply."""

    def __init__(self, event: str, message: dict[str, Any]) -> None:
        self.event = event
        self.message = message
        self.ack: Future[dict[str, Any]] = Future()
        self.reply: Future[dict[str, Any]] = Future()

    def answer(self, patience: float = PATIENCE_SECONDS) -> list[Any]:
        """Wait for the answer and return it; raises LookupError if it is an error."""
        reply = self.reply.result(patience)
        if "error" in reply:
            raise LookupError(f"{reply['error']['code']}: {reply['error']['message']}")
        answer: list[Any] = json.loads(reply["response"])
        return answer


class ReferenceClient:
    """A client of one gateway (or of a balancer in front of many); use it in a `with` statement."""

    def __init__(
        self, url: str, *, transports: tuple[str, ...] = ("websocket",), token: str | None = None
    ) -> None:
        self._url = url
        self._transports = list(transports)
        self._auth = None if token is None else {"token": token}
        self._prefix = uuid4().hex[:12]
        self._numbers = count(1)
        self._lock = threading.RLock()
        self._open: dict[str | int, Lookup] = {}
        self._is_connected = False  # to the namespace; after a reconnect the library's own flag lags behind
        self.stray_replies: list[dict[str, Any]] = []
        self.connections = 0
        self._socket = socketio.Client(
            reconnection_delay=BACK_OFF_FIRST_SECONDS,
            reconnection_delay_max=BACK_OFF_LAST_SECONDS,
            randomization_factor=JITTER,
            handle_sigint=False,
        )
        self._socket.on("connect", self._connected)
        self._socket.on("disconnect", self._disconnected)
        self._socket.on("reply", self._replied)

    def __enter__(self) -> Self:
        self._socket.connect(
            self._url, transports=self._transports, auth=self._auth, retry=True, wait_timeout=CONNECT_SECONDS
        )
        return self

    def __exit__(self, *_error: object) -> None:
        self._socket.shutdown()

    @property
    def sid(self) -> str:
        """The id of this connection to the namespace, the address of its replies."""
        sid: str = self._socket.get_sid()
        return sid

    @property
    def transport(self) -> str:
        """`websocket` or `polling`."""
        transport: str = self._socket.transport()
        return transport

    def ask(self, event: str = "my_message", **message: Any) -> Lookup:
        """Ask, now or once connected, and return the open lookup; without an `id` it gets a new one."""
        message.setdefault("id", f"{self._prefix}-{next(self._numbers)}")
        lookup = Lookup(event, message)
        with self._lock:
            self._open[message["id"]] = lookup
            if self._is_connected:
                self._send(lookup)
        return lookup

    def emit(self, event: str, *sent: Any) -> Future[Any]:
        """Send any data, and return a future for its acknowledgement."""
        ack: Future[Any] = Future()
        self._socket.emit(event, sent, callback=lambda *answer: ack.set_result(answer[0] if answer else None))
        return ack

    def next_stray(self, patience: float = 5.0) -> dict[str, Any]:
        """Wait for a reply to anything that was not sent with `ask`, and return it once."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            with self._lock:
                if self.stray_replies:
                    return self.stray_replies.pop(0)
            time.sleep(0.005)
        raise TimeoutError("no reply came")

    def _connected(self) -> None:
        with self._lock:
            self._is_connected = True
            self.connections += 1
            for lookup in self._open.values():
                self._send(lookup)

    def _disconnected(self, _reason: str) -> None:
        with self._lock:
            self._is_connected = False

    def _send(self, lookup: Lookup) -> None:
        def acknowledged(ack: dict[str, Any]) -> None:
            if not lookup.ack.done():  # a lookup sent again is acknowledged again
                lookup.ack.set_result(ack)

        try:
            self._socket.emit(lookup.event, lookup.message, callback=acknowledged)
        except (BadNamespaceError, DisconnectedError):
            return  # it stays open, and `_connected` sends it

    def _replied(self, reply: dict[str, Any]) -> None:
        with self._lock:
            lookup = self._open.pop(reply["id"], None)
            if lookup is None:
                self.stray_replies.append(reply)
        if lookup is not None:
            lookup.reply.set_result(reply)
