"""Faults 2 and 3: Redis starts late, is killed and returns empty, or freezes."""

from __future__ import annotations

import time

import pytest

from tests.clients.load import Load, Outcome
from tests.clients.reference import ReferenceClient
from tests.conftest import MakeStack
from tests.faults.conftest import Report
from tests.stack import Stack, wait_until

pytestmark = pytest.mark.waits

DEADLINE_S = 10.0  # LOOKUP_DEADLINE
NORMAL_WITHIN_SECONDS = 3.0
NORMAL_P99_SECONDS = 0.25  # a lost and repeated lookup takes at least half a second
NO_REDIS = "does not answer; trying again"  # the words of the logs
WORKER_PROCESSES = 3  # two for lookups, one for questions


def test_redis_killed_and_back_empty_after_three_seconds(mended: Stack, report: Report) -> None:
    pids = [process.pid for process in [*mended.workers.values(), mended.gateway]]
    with mended.redis.client() as redis:
        run_id = redis.info("server")["run_id"]

    with Load([mended.gateway.url], rate=200, clients=20, http_every=2) as load:
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
    with Load([mended.gateway.url], rate=100, clients=20, http_every=2) as load:
        time.sleep(1.5)
        mended.redis.freeze()
        time.sleep(5.0)
        mended.redis.thaw()
        outcomes = finish_after_return(load)

    check(*outcomes, report)


def test_two_outages_in_a_row(mended: Stack, report: Report) -> None:
    with Load([mended.gateway.url], rate=100, clients=20, http_every=2) as load:
        for _ in range(2):
            time.sleep(1.0)
            mended.redis.kill()
            time.sleep(1.0)
            mended.redis.start()
        outcomes = finish_after_return(load)

    check(*outcomes, report)


def test_started_before_redis_all_wait_and_say_so(make_stack: MakeStack) -> None:
    stack = make_stack(LOG_LEVEL="info")
    worker, gateway = stack.add_worker("worker"), stack.add_gateway("gateway")
    gateway.wait_until_healthy()
    for process, lines in ((worker, WORKER_PROCESSES), (gateway, 1)):
        what = f"{lines} such lines in the log of the {process.name}"
        wait_until(lambda p=process, n=lines: p.log().count(NO_REDIS) == n, what, 20)
    status, body = gateway.readiness()
    with ReferenceClient(gateway.url) as client:
        lookup = client.ask(command="lemmatizer", word="geese")
        assert lookup.ack.result(5)["status"] == "queued"
        stack.redis.start()

        assert lookup.answer() == ["goose"]
    assert status == 503
    assert any("does not answer" in reason for reason in body["reasons"])
    stack.wait_until_ready()
    assert gateway.log().count(NO_REDIS) == 1
    assert worker.log().count(NO_REDIS) == WORKER_PROCESSES  # once for each
    assert "Traceback" not in worker.log() + gateway.log()


def finish_after_return(load: Load) -> tuple[Outcome, Outcome]:
    """Ask two seconds longer than recovery may take; return the whole outcome, and that after recovery."""
    returned_at = time.monotonic()
    time.sleep(NORMAL_WITHIN_SECONDS + 2.0)
    whole = load.finish()
    return whole, whole.between(returned_at + NORMAL_WITHIN_SECONDS, time.monotonic())


def check(outcome: Outcome, after: Outcome, report: Report) -> None:
    """Assert that every lookup was answered within its deadline, and that answers soon became fast again."""
    report(outcome)
    report(after, f"later than {NORMAL_WITHIN_SECONDS:g} s after its return")

    assert set(outcome.counts()) == {"ok"}  # outages are shorter than a deadline, the load below the caps
    assert outcome.slowest() < DEADLINE_S
    assert after.percentile(0.99) < NORMAL_P99_SECONDS
