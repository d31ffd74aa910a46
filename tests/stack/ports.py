"""Free ports on the loopback address."""

from __future__ import annotations

import socket

HIGHEST_PORT = 55_535  # a Redis of a cluster also listens on the port 10,000 above its own

_given: set[int] = set()  # a port is handed out once in a test run, even if nobody listens on it yet


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens on."""
    while True:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port: int = probe.getsockname()[1]
        if port <= HIGHEST_PORT and port not in _given:
            _given.add(port)
            return port


def is_listening(port: int) -> bool:
    """Return whether something accepts connections on `port` of 127.0.0.1."""
    with socket.socket() as probe:
        probe.settimeout(1.0)
        return probe.connect_ex(("127.0.0.1", port)) == 0
