"""Faults 1 and 4: tests kill workers and their pool processes under load."""

from __future__ import annotations

import os
import signal
import time

import pytest

from tests.clients.load import Load
from tests.faults.conftest import Report
from tests.stack import Stack, wait_until
from tests.stack.waiting import patience

# A worker must start within the deadline of the lookups that wait for it.
pytestmark = pytest.mark.alone

NORMAL_WITHIN_SECONDS = 2.0
NORMAL_P99_SECONDS = 0.1


def test_a_killed_pool_process_delays_lookups_but_loses_none(mended: Stack, report: Report) -> None:
    with Load([mended.gateway.url], rate=300, http_every=2) as load:
        for worker in mended.workers.values():
            time.sleep(1.0)
            victim = worker.children()[0]
            os.kill(victim, signal.SIGKILL)
            wait_until(lambda w=worker, v=victim: v not in w.children(), "the pool process to end")
        time.sleep(2.0)
        outcome = load.finish()

    report(outcome)
    assert set(outcome.counts()) == {"ok"}
    assert outcome.slowest() < 5.0 * patience()
    assert all(worker.is_running for worker in mended.workers.values())


def test_a_killed_worker_delays_lookups_but_loses_none(mended: Stack, report: Report) -> None:
    with Load([mended.gateway.url], rate=300, http_every=2) as load:
        time.sleep(1.5)
        mended.worker.kill()
        time.sleep(3.0)
        outcome = load.finish()

    report(outcome)
    assert set(outcome.counts()) == {"ok"}
    assert outcome.slowest() < 5.0 * patience()


def test_without_workers_lookups_wait_for_the_first_to_return(mended: Stack, report: Report) -> None:
    with Load([mended.gateway.url], rate=50, http_every=2) as load:
        time.sleep(1.0)
        for worker in mended.workers.values():
            worker.kill()
        mended.worker.start()  # which takes seconds, or most of a deadline on a busy machine
        mended.gateway.wait_until_ready()
        wait_until(lambda: mended.worker.pid in mended.listening_workers(), "the worker to listen")
        time.sleep(NORMAL_WITHIN_SECONDS)
        normal_from = time.monotonic()
        time.sleep(1.0)
        outcome = load.finish()

    report(outcome)
    assert set(outcome.counts()) == {"ok"}
    assert outcome.between(normal_from, time.monotonic()).percentile(0.99) < NORMAL_P99_SECONDS * patience()
