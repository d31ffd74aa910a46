"""Fault 6: three times as many lookups as the workers carry, for half a minute."""

from __future__ import annotations

import time
from collections.abc import Callable

import psutil

from tests.clients.load import Load
from tests.conftest import MakeStack
from tests.faults.conftest import Report

OFFERED = 3000  # lookups a second; the slow worker carries at most 1,000
SECONDS = 30.0
WARM_UP_SECONDS = 10.0
REFUSALS = ("busy", "rate_limited")
FLAT_BYTES = 15_000_000


def test_overload_is_refused_at_once_and_the_rest_is_served_in_time(
    make_stack: MakeStack, report: Report, figures: Callable[[str], None]
) -> None:
    stack = make_stack(RATE_LIMIT="0", LOG_LEVEL="info")
    stack.redis.start()
    stack.add_worker("worker", module="tests.faults.slow_worker")
    stack.add_gateway("gateway")
    stack.wait_until_ready()
    gateway = psutil.Process(stack.gateway.pid)

    with Load([stack.gateway.url], OFFERED, clients=60, ack_every=10) as load:
        time.sleep(WARM_UP_SECONDS)
        memory_before = gateway.memory_info().rss
        time.sleep(SECONDS - WARM_UP_SECONDS)
        memory_after = gateway.memory_info().rss
        outcome = load.finish()
    ended = time.monotonic()
    with Load([stack.gateway.url], 50, clients=5) as load:
        time.sleep(4.0)
        normal = load.finish().between(ended + 2.0, time.monotonic())

    acks = sorted(asked.acked_at - asked.asked_at for asked in outcome.asked if asked.acked_at is not None)
    refusals = [asked.seconds for asked in outcome.of(*REFUSALS)]
    ack_p99 = acks[int(0.99 * len(acks))]
    refusal_p99 = sorted(refusals)[int(0.99 * len(refusals))]
    figures(
        f"acks p99 {ack_p99 * 1000:.0f} ms, refusals p99 {refusal_p99 * 1000:.0f} ms, memory "
        f"{memory_before / 1e6:.1f} to {memory_after / 1e6:.1f} MB, p99 afterwards "
        f"{normal.percentile(0.99) * 1000:.0f} ms"
    )
    report(outcome)
    assert set(outcome.counts()) <= {"ok", *REFUSALS}
    assert outcome.percentile(0.99) <= 1.5
    assert refusal_p99 <= 0.1
    assert ack_p99 <= 0.3
    assert memory_after - memory_before < FLAT_BYTES
    assert set(normal.counts()) == {"ok"}
    assert normal.percentile(0.99) < 0.25
