"""A way to Redis on which connections can fall silent, as behind a router that forgot them."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import Self

READ_BYTES = 65_536
SUBSCRIBE = b"SUBSCRIBE"


class SilentLink:
    """Listens on a port of its own and passes everything on to `port`; use it in a `with` statement."""

    def __init__(self, port: int) -> None:
        self._to_port = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._pairs: list[_Pair] = []

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._listener.close()
        for pair in self._pairs:
            pair.close()

    def silence(self, *, only_subscriptions: bool = False) -> int:
        """Pass nothing on any more on the connections there are, and close none; new ones are not touched.

        Return how many have fallen silent.
        """
        silenced = [
            pair
            for pair in self._pairs
            if pair.is_open and not pair.is_silent and (pair.is_subscription or not only_subscriptions)
        ]
        for pair in silenced:
            pair.is_silent = True
        return len(silenced)

    def _accept(self) -> None:
        with suppress(OSError):  # closed
            while True:
                client, _ = self._listener.accept()
                self._pairs.append(_Pair(client, socket.create_connection(("127.0.0.1", self._to_port))))


class _Pair:
    """One client's connection and ours on its behalf, and the two threads between them."""

    def __init__(self, client: socket.socket, redis: socket.socket) -> None:
        self.is_silent = False
        self.is_subscription = False
        self.is_open = True
        self._ends = (client, redis)
        for one, other in ((client, redis), (redis, client)):
            threading.Thread(target=self._pass_on, args=(one, other), daemon=True).start()

    def close(self) -> None:
        """Close both ends."""
        self.is_open = False
        for end in self._ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while received := one.recv(READ_BYTES):
                if SUBSCRIBE in received:
                    self.is_subscription = True
                if not self.is_silent:
                    other.sendall(received)
        self.close()
