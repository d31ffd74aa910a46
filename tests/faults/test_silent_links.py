"""Fault 14: connections to Redis that are dead although nobody closed them."""

from __future__ import annotations

import time

import pytest

from tests.clients.load import Load
from tests.conftest import MakeStack
from tests.faults.conftest import Report
from tests.faults.silent_link import SilentLink

FOUND_WITHIN_SECONDS = 5.0
DEADLINE_SECONDS = 10.0  # LOOKUP_DEADLINE
NORMAL_P99_SECONDS = 0.25  # what is lost and asked again takes half a second at least


@pytest.mark.parametrize(
    ("whose", "only_subscriptions"), [("gateway", True), ("gateway", False), ("worker", False)]
)
def test_connections_that_fall_silent_are_found_and_made_anew(
    make_stack: MakeStack, report: Report, whose: str, only_subscriptions: bool
) -> None:
    stack = make_stack(RATE_LIMIT="0", LOG_LEVEL="info")
    stack.redis.start()
    with SilentLink(stack.redis.port) as link:
        by_link = {"REDIS_URL": f"redis://127.0.0.1:{link.port}/0"}
        stack.add_worker("worker", **by_link if whose == "worker" else {})
        stack.add_gateway("gateway", **by_link if whose == "gateway" else {})
        stack.wait_until_ready()
        processes = sorted(stack.worker.children())
        with Load([stack.gateway.url], rate=100) as load:
            time.sleep(1.5)
            assert link.silence(only_subscriptions=only_subscriptions) >= 1
            silent_at = time.monotonic()
            time.sleep(FOUND_WITHIN_SECONDS + 3.0)
            outcome = load.finish()
        assert sorted(stack.worker.children()) == processes
        stack.end()  # before the link

    report(outcome)
    after = outcome.between(silent_at + FOUND_WITHIN_SECONDS, time.monotonic())
    report(after, f"from {FOUND_WITHIN_SECONDS:g} s after it on")
    assert set(outcome.counts()) == {"ok"}
    assert outcome.slowest() < DEADLINE_SECONDS
    assert after.percentile(0.99) < NORMAL_P99_SECONDS
