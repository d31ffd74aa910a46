"""A gateway process and its health, readiness and metrics over HTTP."""

from __future__ import annotations

import json
import sys
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any

from tests.stack.ports import free_port
from tests.stack.process import ManagedProcess
from tests.stack.waiting import DEADLINE_S, patience, wait_until

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class GatewayProcess(ManagedProcess):
    """`python -m gateway` on one port, which stays the same after a restart."""

    def __init__(self, name: str, folder: Path, environ: Mapping[str, str], module: str = "gateway") -> None:
        self.port = int(environ.get("PORT") or free_port())
        super().__init__(
            name,
            [sys.executable, "-m", module],
            {**environ, "HOST": "127.0.0.1", "PORT": str(self.port)},
            folder / f"{name}.log",
        )

    @property
    def url(self) -> str:
        """The address for Socket.IO clients."""
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> tuple[int, str, dict[str, str]]:
        """Return the status, body and headers (names in lower case) of a GET."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5 * patience())
        try:
            connection.request("GET", path, headers=dict(headers or {}))
            response = connection.getresponse()
            body = response.read().decode()
        finally:
            connection.close()
        return response.status, body, {name.lower(): value for name, value in response.getheaders()}

    def status(self, path: str) -> int:
        """Return the status of a GET, or 0 if nothing answers."""
        try:
            return self.get(path)[0]
        except OSError:
            return 0

    def readiness(self) -> tuple[int, dict[str, Any]]:
        """Return the status of /readyz (200 or 503) and the reasons."""
        status, body, _ = self.get("/readyz")
        return status, json.loads(body)

    def wait_until_healthy(self) -> None:
        """Return once the process answers HTTP, ready or not."""
        wait_until(lambda: self._alive() and self.status("/healthz") == 200, f"{self.name} to answer")

    def wait_until_ready(self, within: float = DEADLINE_S) -> None:
        """Return once /readyz is green: Redis answers, this gateway is subscribed, a worker listens."""
        wait_until(
            lambda: self._alive() and self.status("/readyz") == 200, f"{self.name} to be ready", within
        )

    def metric(self, name: str) -> float:
        """Return a counter or gauge of /metrics, summed over all labels unless `name` has a label set."""
        total = 0.0
        for line in self.get("/metrics")[1].splitlines():
            sample, _, value = line.rpartition(" ")
            if sample == name or (sample.startswith(name + "{") and "{" not in name):
                total += float(value)
        return total

    def _alive(self) -> bool:
        assert self.is_running, f"{self.name} ended while starting:\n{self.log()[-4000:]}"
        return True
