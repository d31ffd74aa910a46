"""New visitors, one after the other: each fetches the page and begins a session."""

from __future__ import annotations

import http.client
import json
import threading
import time
from typing import Self

VISIT_SECONDS = 0.1
AGAIN_SECONDS = 1.0
PATIENCE_SECONDS = 10.0
SESSION = "/socket.io/?EIO=4&transport=polling"


class Visitors:
    """Visits a site ten times a second, from a separate thread.

    A refusal counts if a second try fails, too: on a busy machine, the balancer's checks may time out.
    """

    def __init__(self, port: int) -> None:
        self._port = port
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._visit_forever, name="visitors")
        self.refused: list[str] = []
        self.number = 0
        self.slowest = 0.0  # seconds

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._stop.set()
        self._thread.join()

    def _visit_forever(self) -> None:
        while not self._stop.wait(VISIT_SECONDS):
            began = time.monotonic()
            if self._complaint() and not self._stop.wait(AGAIN_SECONDS) and (complaint := self._complaint()):
                self.refused.append(complaint)
            self.number += 1
            self.slowest = max(self.slowest, time.monotonic() - began)

    def _complaint(self) -> str | None:
        """Visit the site, and return the reason why that has failed, or None."""
        try:
            self._visit()
        except (OSError, http.client.HTTPException, RuntimeError) as error:
            return repr(error)
        return None

    def _visit(self) -> None:
        self._fetch("GET", "/")
        sid = json.loads(self._fetch("GET", SESSION)[1:])["sid"]
        # Only a session that has begun counts, because its gateway may begin to drain now.
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE_SECONDS)
        connection.request("POST", f"{SESSION}&sid={sid}", "1")  # ends it
        connection.getresponse().read()
        connection.close()

    def _fetch(self, method: str, path: str) -> bytes:
        """Return the body of a response; each request has a new connection, as another visitor's."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE_SECONDS)
        try:
            connection.request(method, path)
            response = connection.getresponse()
            body = response.read()
        finally:
            connection.close()
        if response.status != http.client.OK:
            raise RuntimeError(f"{path}: {response.status} {body[:200]!r}")
        return body
