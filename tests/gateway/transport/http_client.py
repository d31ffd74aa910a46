"""A plain TCP client of the HTTP server, in the test's own thread."""

from __future__ import annotations

import re
import socket
from contextlib import suppress

from tests.gateway.transport.websocket import PATIENCE_S


def is_whole(response: bytes) -> bool:
    """Return whether a response has come with its whole body."""
    head, end, body = response.partition(b"\r\n\r\n")
    length = re.search(rb"Content-Length: (\d+)", head)
    return bool(end and length and len(body) >= int(length[1]))


class Client:
    """A plain TCP connection that never blocks."""

    def __init__(self, address: tuple[str, int]) -> None:
        self.socket = socket.create_connection(address, timeout=PATIENCE_S)
        self.socket.setblocking(False)
        self.is_ended = False
        self._received = b""

    def received(self) -> bytes:
        """Return everything received until now."""
        with suppress(BlockingIOError):
            while not self.is_ended:
                try:
                    received = self.socket.recv(65_536)
                except ConnectionResetError:
                    received = b""
                self._received += received
                self.is_ended = not received
        return self._received
