"""Faults 2 and 3: Redis is killed and comes back empty, or freezes."""

from __future__ import annotations

import time

from tests.clients.load import Load, Outcome
from tests.faults.conftest import Report
from tests.stack import Stack

DEADLINE_SECONDS = 10.0  # LOOKUP_DEADLINE
NORMAL_BEFORE_SECONDS = 0.9
NORMAL_WITHIN_SECONDS = 3.0
NORMAL_EXTRA_SECONDS = 0.25  # what the p99 may be above that before the fault


def test_redis_killed_and_back_empty_after_three_seconds(mended: Stack, report: Report) -> None:
    pids = [process.pid for process in [*mended.workers.values(), mended.gateway]]
    with mended.redis.client() as redis:
        run_id = redis.info("server")["run_id"]

    with Load([mended.gateway.url], rate=200, clients=20) as load:
        time.sleep(1.5)
        mended.redis.kill()
        time.sleep(3.0)
        mended.redis.start()
        outcomes = finish_after_return(load)

    with mended.redis.client() as redis:
        assert redis.info("server")["run_id"] != run_id
    check(*outcomes, report)
    assert pids == [process.pid for process in [*mended.workers.values(), mended.gateway]]
    assert all(process.is_running for process in mended.processes)


def test_redis_frozen_for_five_seconds(mended: Stack, report: Report) -> None:
    with Load([mended.gateway.url], rate=100, clients=20) as load:
        time.sleep(1.5)
        mended.redis.freeze()
        time.sleep(5.0)
        mended.redis.thaw()
        outcomes = finish_after_return(load)

    check(*outcomes, report)


def test_two_outages_in_a_row(mended: Stack, report: Report) -> None:
    with Load([mended.gateway.url], rate=100, clients=20) as load:
        for _ in range(2):
            time.sleep(1.0)
            mended.redis.kill()
            time.sleep(1.0)
            mended.redis.start()
        outcomes = finish_after_return(load)

    check(*outcomes, report)


def finish_after_return(load: Load) -> tuple[Outcome, Outcome]:
    """Ask for two seconds more than service may take to be normal; return all, and what was normal again."""
    returned_at = time.monotonic()
    time.sleep(NORMAL_WITHIN_SECONDS + 2.0)
    whole = load.finish()
    return whole, whole.between(returned_at + NORMAL_WITHIN_SECONDS, time.monotonic())


def check(outcome: Outcome, after: Outcome, report: Report) -> None:
    """Assert that every lookup got its reply by its deadline, and that service was normal again in time."""
    report(outcome)
    began = outcome.asked[0].asked_at
    slowest = max(asked.seconds for asked in outcome.asked)
    before = outcome.between(began, began + NORMAL_BEFORE_SECONDS)

    assert set(outcome.counts()) <= {"ok", "timeout", "unavailable", "busy", "rate_limited"}
    assert slowest < DEADLINE_SECONDS + 0.5
    assert set(after.counts()) == {"ok"}
    assert after.percentile(0.99) < before.percentile(0.99) + NORMAL_EXTRA_SECONDS
