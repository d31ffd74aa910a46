"""Fault 6: for half a minute, three times as many lookups as the workers can answer.

The gateway and the clients need most of two processors.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from tests.clients.load import Load, Outcome
from tests.conftest import MakeStack
from tests.faults.conftest import Report
from tests.stack import Stack

OFFERED = 3000  # lookups a second; the slow worker answers at most 1,000
CARRIED = 1000
SECONDS = 30.0
WARM_UP_SECONDS = 10.0
REFUSALS = ("busy", "rate_limited")

ANSWERED_WITHIN_SECONDS = 1.5
# "At once", beside the second that an answer takes here: 14 to 44 ms on a quiet machine, 110 on a busy one.
REFUSED_WITHIN_SECONDS = 0.3
ACKNOWLEDGED_WITHIN_SECONDS = 0.3
FLAT_BYTES = 4_000_000
NORMAL_WITHIN_SECONDS = 2.0
NORMAL_P99_SECONDS = 0.3  # 13 ms on a quiet machine


@pytest.mark.alone
def test_overload_is_refused_at_once_and_the_rest_is_served_in_time(
    make_stack: MakeStack, report: Report, figures: Callable[[str], None]
) -> None:
    stack = make_stack(RATE_LIMIT="0", LOG_LEVEL="info")
    stack.redis.start()
    stack.add_worker("worker", module="tests.faults.slow_worker")
    stack.add_gateway("gateway")
    stack.wait_until_ready()

    outcome, normal, grown_bytes = overload(stack)

    ack_p99 = percentile_99([a.acked_at - a.asked_at for a in outcome.asked if a.acked_at is not None])
    refusal_p99 = percentile_99([asked.seconds for asked in outcome.of(*REFUSALS)])
    figures(
        f"acks p99 {ack_p99 * 1000:.0f} ms, refusals p99 {refusal_p99 * 1000:.0f} ms, "
        f"memory {grown_bytes / 1e6:+.1f} MB"
    )
    report(outcome)
    report(normal, f"later than {NORMAL_WITHIN_SECONDS:g} s after it")
    assert set(outcome.counts()) == {"ok", "busy"}
    assert len(outcome.of("ok")) > 0.9 * CARRIED * SECONDS, "the workers were idle"
    assert outcome.percentile(0.99) <= ANSWERED_WITHIN_SECONDS
    assert refusal_p99 <= REFUSED_WITHIN_SECONDS
    assert ack_p99 <= ACKNOWLEDGED_WITHIN_SECONDS
    assert grown_bytes < FLAT_BYTES
    assert set(normal.counts()) == {"ok"}
    assert normal.percentile(0.99) <= NORMAL_P99_SECONDS


def overload(stack: Stack) -> tuple[Outcome, Outcome, int]:
    """Offer too much load, then a little.

    Return the outcome of the overload; the outcome of the small load once it should be normal; and the bytes
    by which the gateway grew during the overload, after a warm-up.
    """
    gateway = stack.gateway
    with Load([gateway.url], OFFERED, clients=60, ack_every=10, http_every=6) as load:
        time.sleep(WARM_UP_SECONDS)
        memory_before = gateway.memory_bytes()
        time.sleep(SECONDS - WARM_UP_SECONDS)
        grown_bytes = gateway.memory_bytes() - memory_before
        with Load([gateway.url], 50, clients=6, http_every=2) as small_load:  # connects during the overload
            outcome = load.finish()
            ended = max(asked.asked_at for asked in outcome.asked)
            time.sleep(NORMAL_WITHIN_SECONDS + 2.0)
            normal = small_load.finish().between(ended + NORMAL_WITHIN_SECONDS, time.monotonic())
    return outcome, normal, grown_bytes


def percentile_99(seconds: list[float]) -> float:
    """Return the 99th percentile of `seconds`."""
    return sorted(seconds)[int(0.99 * len(seconds))]
