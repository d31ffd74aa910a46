"""An Engine.IO client that calls a server's `handle_request` directly, by long-polling or by websocket."""

from __future__ import annotations

import json
import socket
from base64 import b64encode
from collections.abc import Callable
from io import BytesIO
from typing import Any

from gateway.transport.handshake import TAKE_SOCKET_KEY
from tests.gateway.transport.websocket import PATIENCE_S, READ_BYTES, Client, GreenSocket

HandleRequest = Callable[[dict[str, Any], Callable[..., Any]], Any]
SEPARATOR = "\x1e"  # between the packets of one long-polling request or response
HANDSHAKE = {
    "HTTP_CONNECTION": "Upgrade",
    "HTTP_UPGRADE": "websocket",
    "HTTP_SEC_WEBSOCKET_VERSION": "13",
    "HTTP_SEC_WEBSOCKET_KEY": b64encode(b"0123456789abcdef").decode(),
    "PATH_INFO": "/socket.io/",
}


class PollingSession:
    """One session by long-polling, opened at once."""

    def __init__(self, handle_request: HandleRequest, **environ: Any) -> None:
        self._handle_request = handle_request
        self.environ = {"REQUEST_METHOD": "GET", "QUERY_STRING": "EIO=4&transport=polling"} | environ
        _, body = self._request(self.environ)
        self.sid: str = json.loads(body[1:])["sid"]

    def poll(self) -> list[str]:
        """Return the packets waiting for this client."""
        status, body = self._request(self._environ("GET"))
        assert status.startswith("200"), status
        return body.split(SEPARATOR)

    def post(self, *packets: str) -> str:
        """Send packets in one request, and return the response's status."""
        return self.post_bytes(SEPARATOR.join(packets).encode())

    def post_bytes(self, body: bytes) -> str:
        """Send a request with any body, and return the response's status."""
        return self._request(self._environ("POST") | _with_body(body))[0]

    def get_status(self) -> str:
        """Return the status of one more poll."""
        return self._request(self._environ("GET"))[0]

    def _environ(self, method: str) -> dict[str, Any]:
        return {"REQUEST_METHOD": method, "QUERY_STRING": f"EIO=4&transport=polling&sid={self.sid}"}

    def _request(self, environ: dict[str, Any]) -> tuple[str, str]:
        statuses: list[str] = []
        body = self._handle_request(environ, lambda status, _headers: statuses.append(status))
        return statuses[0], b"".join(body).decode()


def _with_body(body: bytes) -> dict[str, Any]:
    return {"CONTENT_LENGTH": str(len(body)), "wsgi.input": BytesIO(body)}


def open_websocket(handle_request: HandleRequest, sid: str = "", ahead: bytes = b"") -> Client:
    """Open a websocket, or upgrade the session `sid` to one, and return the client's end.

    `ahead` are bytes that the client sent together with its request.
    """
    with socket.create_server(("127.0.0.1", 0)) as listener:
        theirs = socket.create_connection(listener.getsockname(), timeout=PATIENCE_S)
        green = GreenSocket(listener.accept()[0])
    query = f"EIO=4&transport=websocket&sid={sid}" if sid else "EIO=4&transport=websocket"

    refusals: list[str] = []

    def take_socket(response: bytes) -> tuple[GreenSocket, bytes]:
        green.sendall(response)
        return green, ahead

    handle_request(
        HANDSHAKE
        | {
            "REQUEST_METHOD": "GET",
            "QUERY_STRING": query,
            TAKE_SOCKET_KEY: take_socket,
        },
        lambda status, _headers: refusals.append(status),
    )
    assert not refusals, refusals
    head, _, rest = theirs.recv(READ_BYTES).partition(b"\r\n\r\n")
    assert b" 101 " in head, head
    return Client(theirs, rest)
