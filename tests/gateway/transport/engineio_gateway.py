"""An Engine.IO server with real connections, for tests of both ways in."""

from __future__ import annotations

import json
import logging
import selectors
from typing import Any

from gateway.transport.connection import Connection
from gateway.transport.engine import Engine
from tests.gateway.transport.engineio_client import open_websocket
from tests.gateway.transport.websocket import Client, eventlet, wait_until

MAX_UNSENT_BYTES = 100_000
PING_INTERVAL_S = 0.01


class Gateway:
    """An Engine.IO server that notes its messages and its lost connections."""

    def __init__(self, selector: selectors.BaseSelector) -> None:
        self.engine = Engine(
            async_mode="eventlet",
            async_handlers=False,
            ping_interval=PING_INTERVAL_S,
            max_unsent_bytes=MAX_UNSENT_BYTES,
            max_unsent_total_bytes=10 * MAX_UNSENT_BYTES,
            selector=selector,
            logger=logging.getLogger("engineio"),
        )
        self.received: list[Any] = []
        self.lost: list[str] = []  # the reasons
        self.may_receive_rooms = eventlet.Event()
        self.engine.on("message", self._receive)
        self.engine.on("disconnect", lambda _sid, reason: self.lost.append(reason))
        self._reading = eventlet.spawn(self.engine.read_loop.read_forever)
        self._clients: list[Client] = []

    def open(self) -> tuple[Client, Connection]:
        """Open a connection by websocket alone."""
        client = self.websocket()
        wait_until(client.texts)
        return client, self.engine.sockets[json.loads(client.texts()[0][1:])["sid"]]

    def websocket(self, sid: str = "") -> Client:
        """Open a websocket, or upgrade a session to one."""
        client = open_websocket(self.engine.handle_request, sid)
        self._clients.append(client)
        return client

    def close(self) -> None:
        """Stop reading, and close every connection."""
        self._reading.kill()
        for client in self._clients:
            client.socket.close()

    def _receive(self, _sid: str, message: Any) -> None:
        if message.startswith("2/chat"):
            self.may_receive_rooms.wait()
        self.received.append(message)
