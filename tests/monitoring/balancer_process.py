"""Debian's HAProxy with docker-compose.yml's configuration, on loopback and free ports."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

from tests.stack import GatewayProcess, ManagedProcess, wait_until
from tests.stack.environment import clean_environ
from tests.stack.ports import free_port, is_listening
from tests.stack.process import CHECKOUT
from workers.wordnet.debian_packages import unpack_packages

CACHE: Final = CHECKOUT / ".cache" / "haproxy"
START_SECONDS: Final = 20.0

# Docker's names, ports and DNS → those of a test; each pattern is in the file once.
_REPLACED: Final = (
    (r"bind :8080", "bind 127.0.0.1:{port}"),
    (r"bind :8405", "bind 127.0.0.1:{metrics_port}"),
    (r"resolvers dns\n(?: +.*\n)+", ""),
    (r" resolvers dns init-addr none\n", "\n"),
    (r" +server-template .*\n", "{servers}"),
)


class BalancerProcess(ManagedProcess):
    """haproxy in front of `gateways`; `metrics_port` serves its metrics."""

    def __init__(self, folder: Path, gateways: list[GatewayProcess]) -> None:
        root = _unpacked()
        libraries = sorted({str(path.parent) for path in root.rglob("lib*.so.*")})
        self.port, self.metrics_port = free_port(), free_port()
        servers = "".join(
            f"    server gateway{number} 127.0.0.1:{gateway.port}\n"
            for number, gateway in enumerate(gateways, 1)
        )
        configuration = folder / "haproxy.cfg"
        configuration.write_text(self._configured(servers))
        argv = [str(root / "usr" / "sbin" / "haproxy"), "-f", str(configuration)]
        environ = clean_environ(LD_LIBRARY_PATH=":".join(libraries))
        super().__init__("balancer", argv, environ, folder / "balancer.log")

    def start(self) -> None:
        """Start HAProxy and return once it listens."""
        super().start()
        wait_until(
            lambda: self.is_running and is_listening(self.metrics_port), "HAProxy to listen", START_SECONDS
        )

    def _configured(self, servers: str) -> str:
        text = (CHECKOUT / "deploy" / "haproxy.cfg").read_text()
        for pattern, replacement in _REPLACED:
            ours = replacement.format(port=self.port, metrics_port=self.metrics_port, servers=servers)
            text, number = re.subn(pattern, ours, text)
            assert number == 1, pattern
        return text


def _unpacked() -> Path:
    """Return the folder of the program, which the first call fetches; raises PackagesUnavailable."""
    if not CACHE.exists():
        print("Fetching Debian's haproxy (no root needed) ...", file=sys.stderr, flush=True)
        unpack_packages(["haproxy"], CACHE)
    return CACHE
