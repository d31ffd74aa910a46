"""Free ports on the loopback address."""

from __future__ import annotations

import socket

_given: set[int] = set()  # one test run never gets the same port twice, also when nobody listens on it yet


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens on."""
    while True:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port: int = probe.getsockname()[1]
        if port not in _given:
            _given.add(port)
            return port


def is_listening(port: int) -> bool:
    """Return whether something accepts connections on `port` of 127.0.0.1."""
    with socket.socket() as probe:
        probe.settimeout(1.0)
        return probe.connect_ex(("127.0.0.1", port)) == 0
