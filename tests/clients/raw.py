"""A websocket client that sends any bytes, valid or not, for tests of abuse."""

from __future__ import annotations

import json
import socket
import time
from typing import Any, Self

from tests.clients.frames import BINARY, CLOSE, PING, PONG, TEXT, FrameParser, client_frame, upgrade_request

READ_BYTES = 65_536


class Closed(Exception):
    """The gateway has closed the connection."""


class RawClient:
    """One connection; use it in a `with` statement."""

    def __init__(self, port: int, *, receive_buffer: int | None = None) -> None:
        self.socket = socket.socket()
        if receive_buffer is not None:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.socket.settimeout(10)
        self.socket.connect(("127.0.0.1", port))
        self._port = port
        self._frames = FrameParser()
        self._packets: list[str] = []
        self.is_closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.socket.close()

    def upgrade(self) -> str:
        """Open the websocket and return the first line of the response."""
        self.socket.sendall(upgrade_request("127.0.0.1", self._port))
        head = b""
        while b"\r\n\r\n" not in head:
            received = self.socket.recv(READ_BYTES)
            if not received:
                self.is_closed = True
                return head.split(b"\r\n", 1)[0].decode()
            head += received
        head, _, rest = head.partition(b"\r\n\r\n")
        if b" 101 " in head.split(b"\r\n", 1)[0]:
            self._take(rest)
        return head.split(b"\r\n", 1)[0].decode()

    def join(self, auth: str = "") -> str:
        """Open the websocket, join the namespace `/`, and return the sid."""
        assert " 101 " in self.upgrade()
        self.send_text("40" + auth)
        packet = self.next_packet(lambda packet: packet.startswith("40"))
        sid: str = json.loads(packet[2:])["sid"]
        return sid

    def send_text(self, packet: str | bytes) -> None:
        """Send an Engine.IO packet as a text frame; bytes need not be valid UTF-8."""
        self.send(client_frame(packet.encode() if isinstance(packet, str) else packet, TEXT))

    def send_binary(self, payload: bytes) -> None:
        """Send a binary frame."""
        self.send(client_frame(payload, BINARY))

    def send(self, data: bytes) -> None:
        """Send bytes; raises Closed if the gateway has closed the connection."""
        try:
            self.socket.sendall(data)
        except OSError as error:
            self.is_closed = True
            raise Closed from error

    def emit(self, event: str, *sent: Any, ack: int | None = None) -> None:
        """Send a Socket.IO event; with `ack`, ask for an acknowledgement under that number."""
        self.send_text(f"42{'' if ack is None else ack}{json.dumps([event, *sent])}")

    def next_packet(self, wanted: Any = lambda _packet: True, patience: float = 5.0) -> str:
        """Return the next packet that is `wanted`, dropping the others; raises Closed or TimeoutError."""
        until = time.monotonic() + patience
        while True:
            while self._packets:
                packet = self._packets.pop(0)
                if wanted(packet):
                    return packet
            left = until - time.monotonic()
            if left <= 0:
                raise TimeoutError("no matching packet came")
            self._receive(left)

    def next_reply(self, patience: float = 5.0) -> dict[str, Any]:
        """Return the content of the next `reply`."""
        packet = self.next_packet(lambda packet: packet.startswith('42["reply"'), patience)
        reply: dict[str, Any] = json.loads(packet[2:])[1]
        return reply

    def waits_for_close(self, within: float) -> bool:
        """Return whether the gateway closes the connection in time; drop all packets until then."""
        try:
            self.next_packet(lambda _packet: False, within)
        except Closed:
            return True
        except TimeoutError:
            return False

    def _receive(self, patience: float) -> None:
        if self.is_closed:
            raise Closed
        self.socket.settimeout(patience)
        try:
            received = self.socket.recv(READ_BYTES)
        except TimeoutError:
            raise
        except OSError as error:
            self.is_closed = True
            raise Closed from error
        if not received:
            self.is_closed = True
            raise Closed
        self._take(received)

    def _take(self, received: bytes) -> None:
        for opcode, payload in self._frames.feed(received):
            if opcode == PING:
                self.send(client_frame(payload, PONG))
            elif opcode == CLOSE:
                self.is_closed = True  # packets that came before it stay readable
            elif payload == b"2":
                self.send_text("3")
            else:
                self._packets.append(payload.decode())
