"""Attack: clients send nothing but the most expensive lookups or sentences, as fast as they may."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from tests.clients.http import HttpClient
from tests.clients.raw import Closed, RawClient
from tests.conftest import STACKS
from tests.faults.attacks.bystander import Bystander
from tests.stack import Stack, wait_until

SECONDS = 3.0
BURST = 20  # lookups at once


@pytest.fixture(scope="module", params=["1", "2"])
def processes(request: pytest.FixtureRequest) -> str:
    """The number of the worker's processes for lookups."""
    return str(request.param)


@pytest.fixture(scope="module")
def expensive(
    processes: str, tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> Iterator[Stack]:
    """Start a stack whose lookups take as long as they ever may."""
    folder = tmp_path_factory.mktemp("expensive")
    with Stack(folder, LOG_LEVEL="info", WORKER_PROCESSES=processes) as stack:
        pytestconfig.stash[STACKS].append(stack)
        stack.redis.start()
        stack.add_worker("worker", "tests.faults.attacks.expensive_worker")
        stack.add_gateway("gateway")
        stack.wait_until_ready()
        yield stack


@pytest.mark.parametrize("clients", [1, 5])
@pytest.mark.parametrize("what", ["pattern", "ask"])
def test_expensive_lookups_delay_nobody_else(
    expensive: Stack, figures: Callable[[str], None], processes: str, what: str, clients: int
) -> None:
    gateway = expensive.gateway
    wait_until(lambda: gateway.metric("wordwire_pending") == 0, "the last attack's lookups to end", within=15)
    with Bystander(gateway.url) as bystander, ExitStack() as attack:
        quiet = bystander.quiet_p99()
        attackers = [attack.enter_context(RawClient(gateway.port)) for _ in range(clients)]
        until = time.monotonic() + SECONDS
        threads = [threading.Thread(target=ask_for, args=(each, what, until)) for each in attackers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        # A process that is at work on a sentence can't be interrupted, so with one process that takes 100 ms.
        is_alone = processes == "1" and what == "ask"
        figures(f"quiet {quiet * 1000:.1f} ms" if is_alone else bystander.check(quiet))
        assert bystander.errors == []


def ask_for(client: RawClient, what: str, until: float) -> None:
    """Send expensive lookups, each different from the last, without waiting for the replies."""
    client.join()
    number = 0
    while time.monotonic() < until:
        for _ in range(BURST):
            number += 1
            client.emit(*message(what, number))
        time.sleep(0.05)
        drain(client)


@pytest.mark.parametrize("what", ["pattern", "ask"])
def test_over_http_expensive_lookups_delay_nobody_else(
    expensive: Stack, figures: Callable[[str], None], processes: str, what: str
) -> None:
    gateway = expensive.gateway
    wait_until(lambda: gateway.metric("wordwire_pending") == 0, "the last attack's lookups to end", within=15)
    with Bystander(gateway.url) as bystander:
        quiet = bystander.quiet_p99()
        threads = [threading.Thread(target=ask_over_http, args=(gateway.url, what)) for _ in range(BURST)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        is_alone = processes == "1" and what == "ask"  # as above
        figures(f"quiet {quiet * 1000:.1f} ms" if is_alone else bystander.check(quiet))
        assert bystander.errors == []


def ask_over_http(url: str, what: str) -> None:
    """Ask one expensive lookup after another, each different from the last."""
    until = time.monotonic() + SECONDS
    with HttpClient(url) as client:
        while time.monotonic() < until:
            event, sent = message(what, time.monotonic_ns())
            sent.pop("id")
            answer = client.look_up(sent.pop("command", event), **sent)
            assert answer.status in {200, 429, 503, 504}


def message(what: str, number: int) -> tuple[str, dict[str, Any]]:
    if what == "ask":
        return "ask", {"text": f"what is a goose number {number}?", "id": number}
    return "my_message", {"command": what, "word": f"zzz{number}?", "id": number}


def drain(client: RawClient) -> None:
    """Read all replies so far, because a client that never reads is cut off."""
    try:
        client.next_packet(lambda _packet: False, 0.01)
    except TimeoutError:
        return
    except Closed as error:
        raise AssertionError("an attacker that keeps to the rules was cut off") from error
