"""Attack: a client comes back in every way to get a new allowance."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from tests.clients.frames import client_frame
from tests.clients.http import HttpClient
from tests.clients.raw import Closed, RawClient
from tests.faults.attacks.bystander import Bystander
from tests.faults.attacks.conftest import Guarding
from tests.stack import GatewayProcess

SECONDS = 3.0
RATE, BURST = 50, 100  # RATE_LIMIT, and what it allows at once
LOOKUPS_A_VISIT = 60
CLIENTS = 4


@pytest.fixture
def gateway(guarding: Guarding) -> Iterator[GatewayProcess]:
    """Start a new gateway, which remembers no client's allowance."""
    with guarding() as stack:
        yield stack.gateway


@pytest.mark.parametrize("way", ["joins again", "connects again", "connects again over HTTP"])
def test_a_client_that_comes_back_has_no_new_allowance(
    gateway: GatewayProcess, figures: Callable[[str], None], way: str
) -> None:
    with Bystander(gateway.url) as bystander:
        quiet = bystander.quiet_p99()
        before = accepted(gateway)
        own = len(bystander._seconds)
        began = time.monotonic()
        visit = WAYS[way]
        threads = [
            threading.Thread(target=visit, args=(gateway.port, began + SECONDS)) for _ in range(CLIENTS)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        seconds = time.monotonic() - began
        taken = accepted(gateway) - before - (len(bystander._seconds) - own)

        figures(f"{taken:.0f} lookups taken in {seconds:.1f} s; {bystander.check(quiet)}")
        # The gateway may learn of a connection's end after the next has come: then there are two allowances.
        assert taken <= 2 * CLIENTS * (BURST + RATE * seconds)


def accepted(gateway: GatewayProcess) -> float:
    """Return the number of lookups that the gateway has accepted so far."""
    return gateway.metric("wordwire_batch_lookups_sum")


def join_again(port: int, until: float) -> None:
    """Leave the namespace and join it again after each visit; after a cut-off, connect again."""
    while time.monotonic() < until:
        with suppress(Closed, OSError, AssertionError), RawClient(port) as client:
            client.join()
            while time.monotonic() < until:
                client.send(lookups() + client_frame(b"41") + client_frame(b"40"))
                client.next_packet(lambda packet: packet.startswith(("40", "44")))


def connect_again(port: int, until: float) -> None:
    """Connect again after each visit."""
    while time.monotonic() < until:
        with suppress(Closed, OSError, AssertionError), RawClient(port) as client:
            client.join()
            client.send(lookups())
            client.emit("my_message", {"command": "pos", "word": "run", "id": "last"})
            client.next_packet(lambda packet: '"last"' in packet)


def connect_again_over_http(port: int, until: float) -> None:
    """Connect again after each batch."""
    while time.monotonic() < until:
        with suppress(OSError), HttpClient(f"http://127.0.0.1:{port}") as client:
            client.batch(*[{"command": "lemmatizer", "word": "geese"}] * LOOKUPS_A_VISIT)


WAYS = {
    "joins again": join_again,
    "connects again": connect_again,
    "connects again over HTTP": connect_again_over_http,
}


def lookups() -> bytes:
    """Return the frames of one visit's lookups."""
    ask = '42["my_message",{"command":"lemmatizer","word":"geese"}]'
    return client_frame(ask.encode()) * LOOKUPS_A_VISIT
