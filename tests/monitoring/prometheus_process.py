"""Debian's Prometheus, fetched and unpacked without root, on loopback and a free port."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode
from urllib.request import urlopen

from tests.stack import ManagedProcess, wait_until
from tests.stack.environment import clean_environ
from tests.stack.ports import free_port
from tests.stack.process import CHECKOUT
from workers.wordnet.debian_packages import PackagesUnavailable, unpack_packages

CACHE: Final = CHECKOUT / ".cache" / "prometheus"
START_SECONDS: Final = 20.0


class PrometheusProcess(ManagedProcess):
    """prometheus with a given configuration."""

    def __init__(self, folder: Path, configuration: Path) -> None:
        self._port = free_port()
        argv = [
            str(programs() / "prometheus"),
            f"--config.file={configuration}",
            f"--storage.tsdb.path={folder / 'data'}",
            f"--web.listen-address=127.0.0.1:{self._port}",
        ]
        super().__init__("prometheus", argv, clean_environ(), folder / "prometheus.log")

    def start(self) -> None:
        """Start Prometheus and return once it answers queries."""
        super().start()
        wait_until(self._is_ready, "Prometheus to be ready", START_SECONDS)

    def get(self, path: str, **query: str) -> Any:
        """Return the data of one API response."""
        url = f"http://127.0.0.1:{self._port}/api/v1/{path}?{urlencode(query)}"
        with urlopen(url, timeout=5) as response:
            answer = json.load(response)
        assert answer["status"] == "success", answer
        return answer["data"]

    def _is_ready(self) -> bool:
        """Return whether Prometheus answers; it listens earlier, and answers 503."""
        assert self.is_running, f"Prometheus ended while starting:\n{self.log()[-4000:]}"
        try:
            with urlopen(f"http://127.0.0.1:{self._port}/-/ready", timeout=5):
                return True
        except OSError:
            return False

    def query(self, expression: str) -> list[Any]:
        """Return the current samples of `expression`."""
        samples: list[Any] = self.get("query", query=expression)["result"]
        return samples


def programs() -> Path:
    """Return the folder of both programs, which the first call fetches; raises PackagesUnavailable."""
    if not CACHE.exists():
        print("Fetching Debian's prometheus (no root needed) ...", file=sys.stderr, flush=True)
        try:
            unpack_packages(["prometheus", "promtool"], CACHE)
        except PackagesUnavailable:  # before Debian 13, promtool is part of the other package
            unpack_packages(["prometheus"], CACHE)
    return CACHE / "usr" / "bin"
