"""Fault 16: for a while, everything between a gateway and Redis is swallowed, also on new connections."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.clients.load import Load
from tests.clients.reference import ReferenceClient
from tests.conftest import STACKS, MakeStack
from tests.faults.conftest import Report
from tests.faults.silent_link import gateway_on_a_link, started_on_a_link
from tests.stack import Stack
from tests.stack.waiting import patience

BACK_WITHIN_SECONDS = 2.0
FORGETS_AFTER_SECONDS = 3.5  # real ones take minutes
PAUSE_SECONDS = 4.0
NORMAL_P99_SECONDS = 0.25  # a lost and repeated lookup takes at least half a second


@pytest.fixture(scope="module")
def worker(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Stack]:
    """Start Redis and a worker, which keep their network; each test adds a gateway."""
    settings = {"RATE_LIMIT": "0", "MAX_PENDING_PER_CLIENT": "1000", "LOG_LEVEL": "info"}
    with Stack(tmp_path_factory.mktemp("black_hole"), **settings) as stack:
        pytestconfig.stash[STACKS].append(stack)
        stack.redis.start()
        stack.add_worker("worker")
        yield stack


@pytest.mark.parametrize("seconds", [1.5, 2.8, 4.4, 7.0])
def test_the_service_is_back_within_two_seconds_after_the_network(
    worker: Stack, report: Report, seconds: float
) -> None:
    with (
        gateway_on_a_link(worker) as link,
        Load([worker.gateway.url], rate=100, http_every=2) as load,
    ):
        time.sleep(1.0)
        link.is_hole = True
        time.sleep(seconds)
        link.is_hole = False
        ended_at = time.monotonic()
        time.sleep(BACK_WITHIN_SECONDS + 1.5)
        outcome = load.finish()

    report(outcome)
    after = outcome.between(ended_at + BACK_WITHIN_SECONDS, time.monotonic())
    report(after, f"later than {BACK_WITHIN_SECONDS:g} s after it")
    assert set(outcome.counts()) == {"ok"}
    assert after.percentile(0.99) < NORMAL_P99_SECONDS


@pytest.mark.waits
@pytest.mark.parametrize("whose", ["gateway", "worker"])
def test_a_lookup_after_a_pause_is_quick_behind_a_firewall_that_forgets(
    make_stack: MakeStack, whose: str
) -> None:
    stack = make_stack(LOG_LEVEL="info", WORKER_PROCESSES="1")
    with started_on_a_link(stack, whose) as link, ReferenceClient(stack.gateway.url) as client:
        client.ask(command="pos", word="run").answer()
        link.forgets_after = FORGETS_AFTER_SECONDS
        for _ in range(2):
            time.sleep(PAUSE_SECONDS)
            began = time.monotonic()
            assert client.ask(command="pos", word="run").answer()
            assert time.monotonic() - began < NORMAL_P99_SECONDS * patience()
