"""Fault 14: dead connections to Redis that nobody closed."""

from __future__ import annotations

import time

import pytest

from tests.clients.load import Load
from tests.conftest import MakeStack
from tests.faults.conftest import Report
from tests.faults.silent_link import started_on_a_link

FOUND_WITHIN_SECONDS = 5.0
DEADLINE_S = 10.0  # LOOKUP_DEADLINE
NORMAL_P99_SECONDS = 0.25  # a lost and repeated lookup takes at least half a second


@pytest.mark.parametrize(
    ("whose", "only_subscriptions"), [("gateway", True), ("gateway", False), ("worker", False)]
)
def test_silent_connections_are_found_and_replaced(
    make_stack: MakeStack, report: Report, whose: str, only_subscriptions: bool
) -> None:
    stack = make_stack(RATE_LIMIT="0", LOG_LEVEL="info")
    with started_on_a_link(stack, whose) as link:
        processes = sorted(stack.worker.children())
        with Load([stack.gateway.url], rate=100, http_every=2) as load:
            time.sleep(1.5)
            assert link.silence(only_subscriptions=only_subscriptions) >= 1
            silent_at = time.monotonic()
            time.sleep(FOUND_WITHIN_SECONDS + 1.5)
            outcome = load.finish()
        assert sorted(stack.worker.children()) == processes

    report(outcome)
    after = outcome.between(silent_at + FOUND_WITHIN_SECONDS, time.monotonic())
    report(after, f"later than {FOUND_WITHIN_SECONDS:g} s after it")
    assert set(outcome.counts()) == {"ok"}
    assert outcome.slowest() < DEADLINE_S
    assert after.percentile(0.99) < NORMAL_P99_SECONDS
