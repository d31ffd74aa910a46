"""Fault 7: a client that never reads, and one that sends 10,000 lookups at once next to a modest one."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.clients.http import HttpClient
from tests.clients.raw import Closed, RawClient
from tests.clients.reference import ReferenceClient
from tests.conftest import STACKS
from tests.stack import Stack, wait_until
from tests.stack.waiting import patience

AT_ONCE = 10_000
MAX_UNSENT_BYTES = 200_000
SECONDS = 8
CONNECTIONS = 10
GEESE = {"command": "lemmatizer", "word": "geese"}
A_BATCH = 100  # the most of `POST /v1/batch`
WITHIN_SECONDS = 0.25


@pytest.fixture
def ordinary(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Stack]:
    """Start a stack with default settings, except for the limit of unread bytes.

    Each test has one, because the next client of this address would inherit the allowance that another used.
    """
    folder = tmp_path_factory.mktemp("ordinary")
    with Stack(folder, LOG_LEVEL="info", MAX_UNSENT_BYTES=str(MAX_UNSENT_BYTES)) as stack:
        pytestconfig.stash[STACKS].append(stack)
        yield stack.start()


def test_a_client_that_never_reads_is_cut_off_and_costs_no_memory(
    ordinary: Stack, figures: Callable[[str], None]
) -> None:
    before = ordinary.gateway.memory_bytes()
    with RawClient(ordinary.gateway.port, receive_buffer=4096) as client:
        client.join()
        sent = emit_until_closed(client)

    figures(
        f"cut off after {sent} messages, memory +{(ordinary.gateway.memory_bytes() - before) / 1e6:.1f} MB"
    )
    wait_until(lambda: "does not read" in ordinary.gateway.log(), "a log line about it")
    assert ordinary.gateway.memory_bytes() - before < 20_000_000
    with ReferenceClient(ordinary.gateway.url) as client:
        # The client before used up the rate of this address, of which 20 ms bring back a lookup.
        wait_until(lambda: "error" not in client.ask(command="pos", word="run").reply.result(5), "an answer")


@pytest.mark.alone
def test_ten_thousand_lookups_at_once_do_not_delay_another_clients_single_ones(
    ordinary: Stack, figures: Callable[[str], None]
) -> None:
    latencies = []
    outcomes: Counter[str] = Counter()
    ids = set()
    with ReferenceClient(ordinary.gateway.url) as modest, RawClient(ordinary.gateway.port) as greedy:
        greedy.join()
        modest.ask(command="lemmatizer", word="geese").answer()
        sender = threading.Thread(target=ask_all_at_once, args=(greedy,))
        sender.start()
        for second in range(SECONDS):
            began = time.monotonic()
            assert modest.ask(command="lemmatizer", word="geese").answer() == ["goose"]
            latencies.append(time.monotonic() - began)
            for reply in replies_within(greedy, 1.0 if second < SECONDS - 1 else 5.0):
                outcomes[reply["error"]["code"] if "error" in reply else "ok"] += 1
                ids.add(reply["id"])
                if len(ids) == AT_ONCE:
                    break
        sender.join()

    figures(f"single lookups took {', '.join(f'{seconds * 1000:.0f}' for seconds in latencies)} ms")
    figures(f"of the {AT_ONCE} at once: {dict(outcomes)}")
    assert max(latencies) <= WITHIN_SECONDS * patience()
    assert len(ids) == outcomes.total() == AT_ONCE
    assert set(outcomes) == {"ok", "rate_limited"}


@pytest.mark.alone
def test_ten_thousand_lookups_over_http_do_not_delay_another_clients_single_ones(
    ordinary: Stack, figures: Callable[[str], None]
) -> None:
    latencies = []
    # The modest client asks on a socket: requests from one address share what is left of their rate.
    with ReferenceClient(ordinary.gateway.url) as modest, ThreadPoolExecutor(CONNECTIONS) as pool:
        modest.ask(**GEESE).answer()
        asking = [pool.submit(ask_in_batches, ordinary.gateway.url) for _ in range(CONNECTIONS)]
        while not all(each.done() for each in asking):
            began = time.monotonic()
            assert modest.ask(**GEESE).answer() == ["goose"]
            latencies.append(time.monotonic() - began)
            time.sleep(0.05)
        codes = sum((each.result() for each in asking), Counter())

    figures(f"{len(latencies)} single lookups took at most {max(latencies) * 1000:.0f} ms; {dict(codes)}")
    assert max(latencies) <= WITHIN_SECONDS * patience()
    assert codes.total() == AT_ONCE
    assert set(codes) == {"ok", "rate_limited"}


def ask_in_batches(url: str) -> Counter[str]:
    """Send a share of the lookups in batches, one after the other; return the number of each outcome."""
    codes: Counter[str] = Counter()
    with HttpClient(url) as client:
        for _ in range(AT_ONCE // CONNECTIONS // A_BATCH):
            for reply in client.batch(*[GEESE] * A_BATCH).json()["replies"]:
                codes[reply["error"]["code"] if "error" in reply else "ok"] += 1
    return codes


def emit_until_closed(client: RawClient) -> int:
    """Send lookups without ever reading; return how many the gateway accepted before it closed."""
    for number in range(200_000):
        try:
            client.emit("my_message", {"command": "pos", "word": "happy"}, ack=number)
        except Closed:
            return number
    raise AssertionError("The gateway keeps accepting lookups from a client that never reads.")


def ask_all_at_once(client: RawClient) -> None:
    """Send lookups as fast as the gateway accepts them."""
    for number in range(AT_ONCE):
        client.emit("my_message", {"command": "lemmatizer", "word": "geese", "id": number})


def replies_within(client: RawClient, seconds: float) -> Iterator[dict[str, Any]]:
    """Yield the replies that come within `seconds`."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        try:
            yield client.next_reply(left)
        except TimeoutError:
            return
