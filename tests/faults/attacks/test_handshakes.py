"""Attack: handshakes that never join."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from tests.clients.frames import upgrade_request
from tests.clients.reference import ReferenceClient
from tests.conftest import STACKS
from tests.faults.attacks.bystander import Bystander
from tests.stack import GatewayProcess, Stack, wait_until

MAX_CONNECTIONS = 400
FLOOD_SECONDS = 4.0
ATTACKERS = 8
AHEAD = 20  # requests in one segment
HANDSHAKE = b"GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: x\r\n\r\n"
FORGOTTEN_WITHIN_SECONDS = 12.0


@pytest.fixture(scope="module")
def flooded(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Stack]:
    with Stack(
        tmp_path_factory.mktemp("flooded"), LOG_LEVEL="info", MAX_CONNECTIONS=str(MAX_CONNECTIONS)
    ) as stack:
        pytestconfig.stash[STACKS].append(stack)
        yield stack.start()


def send_ahead(gateway: GatewayProcess, stop: threading.Event) -> None:
    """Ask for session after session on one connection, without waiting for the answers."""
    with socket.create_connection(("127.0.0.1", gateway.port), timeout=0.2) as attacker:
        while not stop.is_set():
            with contextlib.suppress(TimeoutError):
                attacker.sendall(HANDSHAKE * AHEAD)
                attacker.recv(65_536)


def connect_again(gateway: GatewayProcess, stop: threading.Event) -> None:
    """Ask for one session on each of many connections."""
    while not stop.is_set():
        with (
            contextlib.suppress(OSError),
            socket.create_connection(("127.0.0.1", gateway.port), timeout=2) as attacker,
        ):
            attacker.sendall(HANDSHAKE)
            attacker.recv(4096)


def open_websockets(gateway: GatewayProcess, stop: threading.Event) -> None:
    """Open websocket after websocket, and keep them."""
    with contextlib.ExitStack() as opened:
        while not stop.wait(0.005):
            with contextlib.suppress(OSError):
                attacker = socket.create_connection(("127.0.0.1", gateway.port), timeout=2)
                opened.callback(attacker.close)
                attacker.sendall(upgrade_request("127.0.0.1", gateway.port))


@pytest.mark.parametrize("attack", [send_ahead, connect_again, open_websockets])
def test_handshakes_that_never_join_shut_nobody_out(
    flooded: Stack, attack: Callable[[GatewayProcess, threading.Event], None], figures: Callable[[str], None]
) -> None:
    gateway = flooded.gateway
    stop = threading.Event()
    threads = [threading.Thread(target=attack, args=(gateway, stop)) for _ in range(ATTACKERS)]
    memory = gateway.memory_bytes()
    with Bystander(gateway.url) as bystander:
        quiet = bystander.quiet_p99()
        for thread in threads:
            thread.start()
        newcomers, began = 0, time.monotonic()
        try:
            while time.monotonic() - began < FLOOD_SECONDS:
                with ReferenceClient(gateway.url) as newcomer:
                    assert newcomer.ask(command="lemmatizer", word="geese").answer() == ["goose"]
                newcomers += 1
                time.sleep(0.2)
        finally:
            stop.set()
            for thread in threads:
                thread.join()
        connections = gateway.metric("wordwire_connections")
        assert not bystander.errors
        figures(
            f"{newcomers} newcomers were served among {connections:.0f} connections; "
            f"bystander's p99 {bystander.p99() * 1000:.0f} ms ({quiet * 1000:.0f} ms when quiet)"
        )

    assert newcomers >= 3
    wait_until(
        lambda: gateway.metric("wordwire_connections") <= 1,
        "the gateway to forget the sessions",
        FORGOTTEN_WITHIN_SECONDS,
    )
    assert gateway.memory_bytes() < memory + 20_000_000
