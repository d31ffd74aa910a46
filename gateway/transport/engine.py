"""The Engine.IO server: sessions by their ids, their pings, and the requests that reach none of them."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs

import engineio
import engineio.socket

from gateway.transport import handshake
from gateway.transport.connection import Connection
from gateway.transport.read_loop import ReadLoop
from gateway.transport.unread import UnreadBytes
from gateway.transport.writer import Flusher
from shared import json_codec

if TYPE_CHECKING:
    from collections.abc import Callable
    from selectors import BaseSelector

PING_CHECK_S: Final = 1.0
CHECKS_A_PING: Final = 10  # at least, for pings that are more frequent than ours
METHODS: Final = frozenset(("GET", "POST", "OPTIONS"))


class Engine(engineio.Server):
    """The Engine.IO server, whose sockets are Connections."""

    def __init__(
        self, *, max_unsent_bytes: int, max_unsent_total_bytes: int, selector: BaseSelector, **options: Any
    ) -> None:
        # `ping_forever` does the work of the library's monitor, whose timers cost more.
        super().__init__(**options | {"monitor_clients": False})
        self.unread = UnreadBytes(max_unsent_bytes, max_unsent_total_bytes)
        most = self.unread.max_total // 2
        self.unfinished = UnreadBytes(most, most)  # each message has its own bound
        self.read_loop = ReadLoop(selector, self.sleep, self.unfinished)
        self.flusher = Flusher(self.start_background_task)
        self.open_websockets = 0
        # By time; they name the sessions, so that a closed one leaves the memory at once.
        self.pings: deque[tuple[float, str]] = deque()
        self.answers: deque[tuple[float, str]] = deque()  # the time until which an answer must come
        self.upgrades: deque[tuple[float, Callable[[], None]]] = deque()  # with the end of each
        # engineio has no hook for the class of its sockets.
        engineio.socket.Socket = Connection

    def handle_request(self, environ: dict[str, Any], start_response: Any) -> Any:
        """Answer one request; a bad one leaves nothing behind."""
        query = parse_qs(environ.get("QUERY_STRING", ""))
        method, transport = environ["REQUEST_METHOD"], query.get("transport", [""])[0]
        connection = self.sockets.get(query.get("sid", [""])[0])
        if connection is not None:
            connection.check_ping_timeout()
        # The library would accept the first two, and makes a session before it looks at the third.
        if method not in METHODS:
            return self._refuse(start_response, "The method of a request is GET, POST or OPTIONS.")
        if transport not in self.transports and method != "OPTIONS":
            return self._refuse(start_response, "The transport of a request is polling or websocket.")
        wants_websocket = transport == "websocket" or handshake.is_upgrade(environ)
        if wants_websocket and method == "GET" and (refusal := handshake.refusal(environ)):
            return self._refuse(start_response, refusal.reason, refusal.status, list(refusal.headers))
        return super().handle_request(environ, start_response)

    def ping_forever(self) -> None:
        """Ping each connection `ping_interval` after its last answer; one green thread for all."""
        pause = min(PING_CHECK_S, self.ping_interval / CHECKS_A_PING)
        while True:
            self._check_time(time.monotonic())
            self.read_loop.sweep()
            self.sleep(pause)

    def _check_time(self, now: float) -> None:
        while self.pings and self.pings[0][0] <= now:
            if connection := self.sockets.get(self.pings.popleft()[1]):
                connection.ping()
        while self.answers and self.answers[0][0] <= now:
            if connection := self.sockets.get(self.answers.popleft()[1]):
                connection.check_ping_timeout()
        while self.upgrades and self.upgrades[0][0] <= now:
            self.upgrades.popleft()[1]()

    def _ok(self, packets: Any = None, headers: Any = None, jsonp_index: int | None = None) -> dict[str, Any]:
        answer: dict[str, Any] = super()._ok(packets, headers, jsonp_index)
        if packets is None:
            answer["response"] = b"ok"  # as the protocol spells it
        return answer

    @staticmethod
    def _refuse(
        start_response: Any,
        reason: str,
        status: str = "400 Bad Request",
        headers: list[tuple[str, str]] | None = None,
    ) -> list[bytes]:
        start_response(status, [("Content-Type", "application/json"), *(headers or [])])
        return [json_codec.dumps({"error": {"code": "bad_request", "message": reason}}).encode()]
