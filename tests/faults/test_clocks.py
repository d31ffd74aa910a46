"""Fault 15: the clocks of two hosts differ, or one jumps; deadlines travel in Redis's time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clients.load import Load
from tests.conftest import STACKS
from tests.faults.conftest import Report
from tests.stack import ManagedProcess, Stack
from tests.stack.waiting import patience

pytestmark = pytest.mark.waits

MODULE = "tests.faults.other_clock"
SECONDS = 3.0
SLOWEST_SECONDS = 1.0


@pytest.fixture(scope="module", params=["workers", "gateway"])
def other_clock(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> Iterator[tuple[Stack, ManagedProcess, Path]]:
    """Start a stack, one of whose processes has its own clock: the stack, the process, the clock's file."""
    with Stack(tmp_path_factory.mktemp("clocks"), RATE_LIMIT="0", LOG_LEVEL="info") as stack:
        pytestconfig.stash[STACKS].append(stack)
        stack.redis.start()
        clock = stack.folder / "clock"
        clock.write_text("0")
        other = {"module": MODULE, "CLOCK_FILE": str(clock), "CLOCK_MODULE": request.param}
        worker = stack.add_worker("worker", **other if request.param == "workers" else {})
        gateway = stack.add_gateway("gateway", **other if request.param == "gateway" else {})
        yield stack, worker if request.param == "workers" else gateway, clock


@pytest.mark.parametrize(
    ("before", "after"),
    [(25, 25), (-3600, -3600), (0, 3600), (0, -3600)],
    ids=["+25 s", "-1 h", "jump", "fall"],
)
def test_clocks_that_differ_or_jump_do_not_matter(
    other_clock: tuple[Stack, ManagedProcess, Path], report: Report, before: float, after: float
) -> None:
    stack, process, clock = other_clock
    process.kill()
    clock.write_text(str(before))
    process.start()
    stack.wait_until_ready()
    with Load([stack.gateway.url], rate=50, clients=10, http_every=2) as load:
        time.sleep(SECONDS / 2)
        clock.write_text(str(after))
        time.sleep(SECONDS / 2)
        outcome = load.finish()

    report(outcome)
    assert set(outcome.counts()) == {"ok"}
    assert outcome.slowest() < SLOWEST_SECONDS * patience()
    assert outcome.connections == 5
