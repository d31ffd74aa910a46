"""Redis and listeners for the tests of the gateway, which leave no library changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import engineio.packet
import engineio.payload
import engineio.socket
import kombu.transport
import pytest
import socketio.packet

from gateway import message_queue
from tests.gateway.listening import Listening
from tests.stack.environment import clean_environ
from tests.stack.redis_process import RedisProcess

Listen = Callable[[str], Listening]

CHANGED_BY_GATEWAYS = (
    (engineio.socket, "Socket"),
    (engineio.payload.Payload, "max_decode_packets"),
    (engineio.packet.Packet, "json"),
    (socketio.packet.Packet, "json"),
)


@pytest.fixture(scope="package")
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisProcess]:
    server = RedisProcess(tmp_path_factory.mktemp("redis"), clean_environ())
    server.start()
    yield server
    server.end()


@pytest.fixture(autouse=True)
def unchanged_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Undo a gateway's changes to its libraries, which clients and workers in other tests use, too."""
    for owner, name in CHANGED_BY_GATEWAYS:
        monkeypatch.setattr(owner, name, getattr(owner, name))
    for scheme in ("redis", "rediss", "sentinel"):
        monkeypatch.setitem(
            kombu.transport.TRANSPORT_ALIASES, scheme, kombu.transport.TRANSPORT_ALIASES[scheme]
        )
    monkeypatch.setattr(kombu.transport, "_transport_cache", {})


@pytest.fixture
def listen(monkeypatch: pytest.MonkeyPatch) -> Iterator[Listen]:
    """Return a function that starts a listener with a fast canary; the fixture ends its threads."""
    monkeypatch.setattr(message_queue, "CANARY_INTERVAL_S", 0.05)
    started: list[Listening] = []

    def start(url: str) -> Listening:
        started.append(Listening(url))
        started[-1].start()
        return started[-1]

    yield start
    for each in started:
        each.stop()
