"""Attack: clients that make the gateway hold bytes for them, and never read."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator

import pytest

from tests.clients.frames import PING, client_frame
from tests.clients.raw import Closed, RawClient
from tests.conftest import STACKS
from tests.faults.attacks.bystander import Bystander
from tests.stack import Stack, wait_until

MAX_TOTAL = 6_000_000  # bytes
PINGS = client_frame(b"x" * 125, PING) * 500
PONG_BYTES = 127
NEARLY_ALL = 900_000  # bytes unread, less than MAX_UNSENT_BYTES
CLIENTS = 40
MOST_GROWN = 20_000_000  # bytes


@pytest.fixture(scope="module")
def bounded(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Stack]:
    """Start a stack whose gateway holds little for all slow clients together."""
    with Stack(
        tmp_path_factory.mktemp("bounded"), LOG_LEVEL="info", MAX_UNSENT_TOTAL_BYTES=str(MAX_TOTAL)
    ) as stack:
        pytestconfig.stash[STACKS].append(stack)
        yield stack.start()


def test_pings_whose_answers_nobody_reads_end_their_connection(
    bounded: Stack, figures: Callable[[str], None]
) -> None:
    gateway = bounded.gateway
    memory = gateway.memory_bytes()
    with Bystander(gateway.url) as bystander, contextlib.ExitStack() as opened:
        quiet = bystander.quiet_p99()
        clients = [opened.enter_context(RawClient(gateway.port, receive_buffer=4096)) for _ in range(3)]
        for client in clients:
            client.join()
        sent = 0
        until = time.monotonic() + 10
        while not all(client.is_closed for client in clients) and time.monotonic() < until:
            for client in clients:
                with contextlib.suppress(Closed):
                    client.send(PINGS)
                    sent += 500
            time.sleep(0.05)
        grown = gateway.memory_bytes() - memory
        figures(f"cut off after {sent} pings, memory {grown / 1e6:+.1f} MB; {bystander.check(quiet)}")

    assert all(client.is_closed for client in clients)
    assert grown < MOST_GROWN
    assert "does not read" in gateway.log()


def test_many_clients_just_below_the_bound_are_bounded_together(
    bounded: Stack, figures: Callable[[str], None]
) -> None:
    gateway = bounded.gateway
    memory = gateway.memory_bytes()
    with Bystander(gateway.url) as bystander, contextlib.ExitStack() as opened:
        quiet = bystander.quiet_p99()
        clients = [opened.enter_context(RawClient(gateway.port, receive_buffer=4096)) for _ in range(CLIENTS)]
        most = 0
        for client in clients:
            client.join()
            with contextlib.suppress(Closed):
                for _ in range(NEARLY_ALL // (500 * PONG_BYTES)):
                    client.send(PINGS)
                    time.sleep(0.01)
            most = max(most, gateway.memory_bytes() - memory)
        wait_until(lambda: gateway.metric("wordwire_connections") < CLIENTS, "the oldest to be cut off")
        left = gateway.metric("wordwire_connections") - 1
        figures(
            f"{left:.0f} of {CLIENTS} left, memory at most {most / 1e6:+.1f} MB; {bystander.check(quiet)}"
        )

    assert 0 < left <= MAX_TOTAL / NEARLY_ALL + 1
    assert most < MOST_GROWN
    wait_until(lambda: gateway.metric("wordwire_connections") == 0, "the clients to be forgotten")
    assert gateway.memory_bytes() < memory * 1.1 + 5_000_000
