"""Fault 6: three times as many lookups as the workers carry, for half a minute."""

from __future__ import annotations

import time
from collections.abc import Callable

import psutil

from tests.clients.load import Load, Outcome
from tests.conftest import MakeStack
from tests.faults.conftest import Report
from tests.faults.disturbance import Disturbance
from tests.stack import Stack

OFFERED = 3000  # lookups a second; the slow worker carries at most 1,000
SECONDS = 30.0
WARM_UP_SECONDS = 10.0
REFUSALS = ("busy", "rate_limited")
FLAT_BYTES = 15_000_000

# Gateway and clients need most of two processors here. Where others took part of the machine, the bounds in
# milliseconds are tried again, and are the wider the more others took; what every lookup came to is asserted
# each time.
UNDISTURBED_SHARE = 0.1
TRIES = 3


def test_overload_is_refused_at_once_and_the_rest_is_served_in_time(
    make_stack: MakeStack, report: Report, figures: Callable[[str], None]
) -> None:
    stack = make_stack(RATE_LIMIT="0", LOG_LEVEL="info")
    stack.redis.start()
    stack.add_worker("worker", module="tests.faults.slow_worker")
    stack.add_gateway("gateway")
    stack.wait_until_ready()

    for _ in range(TRIES):
        disturbance = Disturbance(stack)
        outcome, grown_bytes = overload(stack)
        share = disturbance.share()
        ack_p99 = percentile_99([a.acked_at - a.asked_at for a in outcome.asked if a.acked_at is not None])
        refusal_p99 = percentile_99([asked.seconds for asked in outcome.of(*REFUSALS)])
        figures(
            f"acks p99 {ack_p99 * 1000:.0f} ms, refusals p99 {refusal_p99 * 1000:.0f} ms, "
            f"memory +{grown_bytes / 1e6:.1f} MB, others took {share:.0%} of the machine"
        )
        report(outcome)
        assert set(outcome.counts()) <= {"ok", *REFUSALS}
        assert grown_bytes < FLAT_BYTES
        assert_normal_again(stack)
        allowance = 1.0 if share < UNDISTURBED_SHARE else 1.0 / (1.0 - share) ** 2
        in_time = (
            outcome.percentile(0.99) <= 1.5 * allowance,
            refusal_p99 <= 0.1 * allowance,
            ack_p99 <= 0.3 * allowance,
        )
        if all(in_time) or share < UNDISTURBED_SHARE:
            break

    assert all(in_time), in_time


def overload(stack: Stack) -> tuple[Outcome, int]:
    """Offer too much; return what came of it, and by how many bytes the gateway grew once it was warm."""
    gateway = psutil.Process(stack.gateway.pid)
    with Load([stack.gateway.url], OFFERED, clients=60, ack_every=10) as load:
        time.sleep(WARM_UP_SECONDS)
        memory_before = gateway.memory_info().rss
        time.sleep(SECONDS - WARM_UP_SECONDS)
        grown_bytes = gateway.memory_info().rss - memory_before
        return load.finish(), grown_bytes


def assert_normal_again(stack: Stack) -> None:
    """Assert that two seconds after the overload lookups are answered, and fast."""
    ended = time.monotonic()
    with Load([stack.gateway.url], 50, clients=5) as load:
        time.sleep(4.0)
        normal = load.finish().between(ended + 2.0, time.monotonic())
    assert set(normal.counts()) == {"ok"}
    assert normal.percentile(0.99) < 0.25


def percentile_99(seconds: list[float]) -> float:
    """Return the time within which 99 % of these lie."""
    return sorted(seconds)[int(0.99 * len(seconds))]
