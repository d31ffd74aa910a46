"""Servers that a client meets, apart from a good one."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass

import pytest

from tests.stack import GatewayProcess, Stack


@dataclass
class Server:
    """A server with one HTTP response for everybody."""

    listener: socket.socket
    response: bytes
    requests: int = 0

    @property
    def url(self) -> str:
        """Its address."""
        return url_of(self.listener)

    def respond(self) -> None:
        """Respond to each connection until somebody shuts the listener down."""
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            with connection:
                connection.recv(65536)
                connection.sendall(self.response)
            self.requests += 1


Serve = Callable[[bytes], Server]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Return a function that starts a server with one response."""
    with ExitStack() as stack:

        def start(response: bytes) -> Server:
            listener = stack.enter_context(closing(socket.create_server(("127.0.0.1", 0))))
            server = Server(listener, response)
            thread = threading.Thread(target=server.respond, daemon=True)
            thread.start()
            stack.callback(thread.join, 5)
            stack.callback(listener.shutdown, socket.SHUT_RDWR)  # ends the `accept` of the thread
            return server

        yield start


@pytest.fixture
def silent() -> Iterator[socket.socket]:
    """A server that accepts connections and says nothing."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        listener.settimeout(10)
        yield listener


@pytest.fixture(scope="session")
def second_gateway(stack: Stack) -> Iterator[GatewayProcess]:
    """A gateway that tests break, through `mended`."""
    gateway = stack.add_gateway("python-client")
    try:
        yield gateway
    finally:
        gateway.end()
        del stack.gateways["python-client"]


@pytest.fixture
def mended(second_gateway: GatewayProcess) -> GatewayProcess:
    """The gateway that tests break, running and ready again."""
    second_gateway.thaw()
    if not second_gateway.is_running:
        second_gateway.start()
    second_gateway.wait_until_ready()
    return second_gateway


def url_of(listener: socket.socket) -> str:
    """Return the URL of a listening socket."""
    return f"http://127.0.0.1:{listener.getsockname()[1]}"
