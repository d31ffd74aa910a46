"""A running server for the suites of Engine.IO and Socket.IO, and its clients."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from http.client import HTTPConnection

import pytest

from tests.clients.frames import upgrade_request
from tests.clients.raw import Closed, RawClient
from tests.stack.environment import clean_environ
from tests.stack.ports import free_port, is_listening
from tests.stack.process import ManagedProcess
from tests.stack.waiting import wait_until

PATIENCE_SECONDS = 12.0


class Suite:
    """One of the two suites: requests to its path, and websockets."""

    def __init__(self, port: int, path: str) -> None:
        self._port = port
        self._path = path

    def request(self, query: str, method: str = "GET", body: str | None = None) -> tuple[int, str]:
        """Return the status and the body of a response."""
        connection = HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE_SECONDS)
        try:
            connection.request(method, f"{self._path}?{query}", body)
            response = connection.getresponse()
            return response.status, response.read().decode()
        finally:
            connection.close()

    def poll(self, sid: str) -> tuple[int, str]:
        """Return the status and the body of a poll."""
        return self.request(f"EIO=4&transport=polling&sid={sid}")

    def next_packets(self, sid: str) -> str:
        """Return the packets of the next polls without pings, which are answered."""
        while True:
            status, body = self.poll(sid)
            assert status == 200, body
            packets = body.split("\x1e")
            if "2" in packets:
                self.post(sid, "3")
            if others := [packet for packet in packets if packet != "2"]:
                return "\x1e".join(others)

    def post(self, sid: str, body: str) -> tuple[int, str]:
        """Send packets, and return the status and the body."""
        return self.request(f"EIO=4&transport=polling&sid={sid}", "POST", body)

    def open_session(self) -> str:
        """Open a session by long-polling and return its id."""
        status, body = self.request("EIO=4&transport=polling")
        assert status == 200
        sid: str = json.loads(body[1:])["sid"]
        return sid

    def websocket(self, query: str = "EIO=4&transport=websocket") -> PingedClient:
        """Ask for a websocket."""
        return PingedClient(self._port, f"{self._path}?{query}")

    def joined(self) -> PingedClient:
        """Return a websocket client that has joined the namespace `/`."""
        client = self.websocket()
        client.next_message()
        client.send_text("40")
        client.next_message()
        client.next_message()  # the event "auth"
        return client


class PingedClient(RawClient):
    """A websocket client that shows every message, and answers pings when it comes to them."""

    def __init__(self, port: int, path: str) -> None:
        super().__init__(port)
        request = upgrade_request("127.0.0.1", port).split(b"\r\n", 1)[1]
        self.socket.sendall(f"GET {path} HTTP/1.1\r\n".encode() + request)
        head = b""
        while b"\r\n\r\n" not in head:
            head += self.socket.recv(1) or b"\r\n\r\n"
        self.is_open = b" 101 " in head
        self._messages: list[str | bytes] = []

    def next_message(self, *, ping: bool = False) -> str | bytes:
        """Return the next message; pings are answered and dropped, unless they are wanted."""
        while True:
            while not self._messages:
                self._receive(PATIENCE_SECONDS)
            message = self._messages.pop(0)
            if message == "2":
                self.send_text("3")
                if not ping:
                    continue
            return message

    def is_closed_by_the_server(self) -> bool:
        """Return whether the server closes the connection although pings are answered."""
        try:
            while True:
                self.next_message()
        except (Closed, TimeoutError):
            return self.is_closed

    def _take(self, received: bytes) -> None:
        for opcode, payload in self._frames.feed(received):
            if opcode == 8:
                self.is_closed = True
            else:
                self._messages.append(payload.decode() if opcode == 1 else payload)


@pytest.fixture(scope="package")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    port = free_port()
    process = ManagedProcess(
        "protocol server",
        [sys.executable, "-m", "tests.conformance.protocol_server", str(port)],
        clean_environ(),
        tmp_path_factory.mktemp("conformance") / "server.log",
    )
    process.start()
    wait_until(lambda: is_listening(port), f"the server to listen; {process.log()}")
    yield port
    assert "Traceback" not in process.log()
    process.end()


@pytest.fixture
def engine_io(port: int) -> Suite:
    return Suite(port, "/engine.io/")


@pytest.fixture
def socket_io(port: int) -> Suite:
    return Suite(port, "/socket.io/")
