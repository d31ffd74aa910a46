"""The bystander itself: it measures a quiet service, and notices a broken one."""

from __future__ import annotations

import time

import pytest

from tests.conftest import MakeStack
from tests.faults.attacks.bystander import Bystander


def test_a_bystander_measures_and_notices_harm(make_stack: MakeStack) -> None:
    stack = make_stack(LOG_LEVEL="info", LOOKUP_DEADLINE="1").start()
    with Bystander(stack.gateway.url) as bystander:
        quiet = bystander.quiet_p99(1.0)

        assert 0 < quiet < 1.0
        time.sleep(1.0)
        assert bystander.check(quiet).startswith("bystander's p99")
        stack.worker.freeze()
        try:
            harmed = bystander.quiet_p99(3.0)
        finally:
            stack.worker.thaw()

        assert harmed >= 1.0
        assert bystander.timeouts >= 1
        assert bystander.refusals == 0
        bystander._seconds.append(harmed)
        with pytest.raises(AssertionError, match="timeout"):
            bystander.check(quiet)
