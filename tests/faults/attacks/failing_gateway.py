"""A gateway whose listening socket fails a second after its start."""

from __future__ import annotations

import socket
import sys

from gateway import __main__ as gateway  # it patches the standard library first

import eventlet  # isort: skip

from gateway.transport.http_server import HttpServer  # isort: skip

FAILS_AFTER_SECONDS = 1.0
accept_forever = HttpServer.accept_forever


def accept_for_a_second(server: HttpServer) -> None:
    """Accept clients until the listener fails."""
    eventlet.spawn_after(FAILS_AFTER_SECONDS, server.socket.shutdown, socket.SHUT_RDWR)
    accept_forever(server)


if __name__ == "__main__":
    HttpServer.accept_forever = accept_for_a_second  # type: ignore[method-assign]  # on purpose
    sys.exit(gateway.main([]))
