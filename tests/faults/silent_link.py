"""A proxy, usually to Redis, whose connections can be slow, or fall silent as behind a forgetful router."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Self

from tests.stack import Stack

READ_BYTES = 65_536
SUBSCRIBE = b"SUBSCRIBE"


class SilentLink:
    """Listens on a new port and forwards everything to `port`; use it in a `with` statement.

    Each piece of up to 64 KB arrives `delay_seconds` later, either way.
    """

    def __init__(self, port: int, delay_seconds: float = 0.0) -> None:
        self._to_port = port
        self.delay_seconds = delay_seconds
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._pairs: list[_Pair] = []
        self.is_hole = False  # whether every connection, also a new one, swallows everything
        self.forgets_after = float("inf")  # seconds without traffic, after which a connection falls silent

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._listener.close()
        for pair in self._pairs:
            pair.close()

    def silence(self, *, only_subscriptions: bool = False) -> int:
        """Stop forwarding on the existing connections without closing them; new ones still work.

        Return the number of connections that have fallen silent.
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
        with suppress(OSError):  # `__exit__` has closed the listener
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._to_port))
                self._pairs.append(_Pair(self, client, server))


@contextmanager
def gateway_on_a_link(stack: Stack) -> Iterator[SilentLink]:
    """Add the only gateway to a stack; it reaches Redis through a link. End it after the body."""
    with SilentLink(stack.redis.port) as link:
        stack.add_gateway("gateway", REDIS_URL=f"redis://127.0.0.1:{link.port}/0")
        stack.wait_until_ready()
        yield link
        stack.gateways.pop("gateway").end()  # before the link


@contextmanager
def started_on_a_link(stack: Stack, whose: str) -> Iterator[SilentLink]:
    """Start a stack whose gateway or worker reaches Redis through a link only; end it after the body."""
    stack.redis.start()
    with SilentLink(stack.redis.port) as link:
        by_link = {"REDIS_URL": f"redis://127.0.0.1:{link.port}/0"}
        stack.add_worker("worker", **by_link if whose == "worker" else {})
        stack.add_gateway("gateway", **by_link if whose == "gateway" else {})
        stack.wait_until_ready()
        yield link
        stack.end()  # before the link


class _Pair:
    """A client's connection, ours to the server on its behalf, and the two threads between them."""

    def __init__(self, link: SilentLink, client: socket.socket, server: socket.socket) -> None:
        self._link = link
        self._used_at = time.monotonic()
        self.is_silent = False
        self.is_subscription = False
        self.is_open = True
        self._ends = (client, server)
        for one, other in ((client, server), (server, client)):
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
                time.sleep(self._link.delay_seconds)
                now = time.monotonic()
                if now - self._used_at > self._link.forgets_after:
                    self.is_silent = True
                self._used_at = now
                if not self.is_silent and not self._link.is_hole:
                    other.sendall(received)
        self.close()
