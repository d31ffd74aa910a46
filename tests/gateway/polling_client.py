"""A Socket.IO client that calls the gateway's WSGI app in this process, over long-polling."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from io import BytesIO
from itertools import count
from typing import Any

WsgiApp = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

SEPARATOR = "\x1e"  # between the packets of one response


class PollingClient:
    """One connection in one namespace; it reads events only when a test looks at them."""

    def __init__(self, app: WsgiApp, namespace: str, token: str | None = None) -> None:
        self._app = app
        self._address = "" if namespace == "/" else f"{namespace},"
        self._numbers = count(1)
        self._events: list[tuple[str, Any]] = []
        self.eio_sid = ""
        self.eio_sid = json.loads(self.request("GET")[1:])["sid"]
        auth = "" if token is None else json.dumps({"token": token})
        self.request("POST", f"40{self._address}{auth}")
        opened = self._read_until(f"40{self._address}", f"44{self._address}")
        answer = json.loads(opened[2 + len(self._address) :])
        self.refusal = answer if opened.startswith("44") else None
        self.sid: str = "" if self.refusal else answer["sid"]

    def ask(self, event: str, *sent: Any) -> dict[str, Any]:
        """Emit `event` and return its acknowledgement."""
        number = next(self._numbers)
        self.emit(event, *sent, number=number)
        prefix = f"43{self._address}{number}["
        answer: dict[str, Any] = json.loads(self._read_until(prefix)[len(prefix) - 1 :])[0]
        return answer

    def emit(self, event: str, *sent: Any, number: int | None = None) -> None:
        """Emit `event` and read nothing."""
        ack = "" if number is None else number
        self.request("POST", f"42{self._address}{ack}{json.dumps([event, *sent])}")

    def code(self, event: str, *sent: Any) -> str:
        """Emit `event` and return the code of its refusal; empty if it is accepted."""
        code: str = self.ask(event, *sent).get("error", {}).get("code", "")
        return code

    def events(self, name: str) -> list[Any]:
        """Return the data of all events called `name` that the gateway has sent so far."""
        self.ask("no such event")  # its acknowledgement comes after everything sent earlier
        return [data for event, data in self._events if event == name]

    def close(self) -> None:
        """End the connection."""
        self.request("POST", "1")

    def _read_until(self, *prefixes: str) -> str:
        while True:
            found = ""
            for packet in self.request("GET").split(SEPARATOR):
                if packet.startswith(prefixes):
                    found = packet
                elif packet.startswith(f"42{self._address}"):
                    event, data = json.loads(packet[2 + len(self._address) :])
                    self._events.append((event, data))
            if found:
                return found

    def request(self, method: str, body: str = "") -> str:
        """Return the body of the response, which must be 200."""
        sid = f"&sid={self.eio_sid}" if self.eio_sid else ""
        encoded = body.encode()
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": "/socket.io/",
            "QUERY_STRING": f"EIO=4&transport=polling{sid}",
            "REMOTE_ADDR": "127.0.0.1",
            "CONTENT_TYPE": "text/plain",
            "CONTENT_LENGTH": str(len(encoded)),
            "wsgi.input": BytesIO(encoded),
            "wsgi.url_scheme": "http",
        }
        statuses: list[str] = []
        response = self._app(environ, lambda status, _headers: statuses.append(status))
        text = b"".join(response).decode()
        assert statuses == ["200 OK"], (statuses, text)
        return text
