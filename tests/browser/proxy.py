"""A proxy in front of a gateway: it serves it below a path, and may swallow the frames of websockets."""

from __future__ import annotations

import re
import socket
from contextlib import contextmanager
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFIX = "/words"
REQUEST = re.compile(rb"\A(GET|POST) " + PREFIX.encode())


class Proxy(ThreadingTCPServer):
    """Passes bytes on in both directions; `swallows_frames` stops those of websockets after the handshake."""

    daemon_threads = True
    swallows_frames = False

    def __init__(self, gateway_url: str) -> None:
        super().__init__(("127.0.0.1", 0), _Connection)
        self.target = urlsplit(gateway_url)
        self.url = f"http://127.0.0.1:{self.server_address[1]}{PREFIX}"
        self.websockets = 0


class _Connection(BaseRequestHandler):
    server: Proxy

    def handle(self) -> None:
        upstream = socket.create_connection((self.server.target.hostname, self.server.target.port))
        with upstream:
            Thread(target=self._pass_on, args=(upstream, self.request), daemon=True).start()
            is_websocket = False
            while sent := _receive(self.request):
                if is_websocket and self.server.swallows_frames:
                    continue
                upstream.sendall(REQUEST.sub(rb"\1 ", sent))
                is_websocket = is_websocket or b"upgrade: websocket" in sent.lower()
                self.server.websockets += b"upgrade: websocket" in sent.lower()

    @staticmethod
    def _pass_on(source: socket.socket, target: socket.socket) -> None:
        while received := _receive(source):
            try:
                target.sendall(received)
            except OSError:
                return
        target.close()


def _receive(source: socket.socket) -> bytes:
    """Return the next bytes; none at the end."""
    try:
        return source.recv(65_536)
    except OSError:
        return b""


@contextmanager
def proxy(gateway_url: str) -> Iterator[Proxy]:
    """Run a proxy on a free port."""
    with Proxy(gateway_url) as running:
        thread = Thread(target=running.serve_forever)
        thread.start()
        try:
            yield running
        finally:
            running.shutdown()
            thread.join()
