"""Fault 0: the test cuts the reply path again and again."""

from __future__ import annotations

import time

import pytest

from tests.clients.load import Load
from tests.faults.conftest import Report
from tests.stack import Stack
from tests.stack.waiting import patience

pytestmark = pytest.mark.waits

CUTS = 6
SECONDS_BETWEEN = 2.0


def test_cutting_the_subscription_every_two_seconds_loses_nothing(mended: Stack, report: Report) -> None:
    with Load([mended.gateway.url], rate=100, http_every=2) as load:
        began = time.monotonic()
        with mended.redis.client() as redis:
            for cut in range(CUTS):
                time.sleep(max(0.0, began + cut * SECONDS_BETWEEN - time.monotonic()))
                assert redis.client_kill_filter(_type="pubsub") >= 1
            time.sleep(SECONDS_BETWEEN)
        outcome = load.finish()

    report(outcome)
    assert set(outcome.counts()) == {"ok"}
    assert outcome.percentile(0.99) < patience()
