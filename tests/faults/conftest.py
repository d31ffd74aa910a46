"""A stack that is broken and mended again, test after test, and the figures that each test prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from tests.conftest import STACKS
from tests.stack import Stack

if TYPE_CHECKING:
    from tests.clients.load import Outcome

Report = Callable[..., None]  # of an Outcome, and perhaps the part of it that the figures are of


@pytest.fixture(scope="session")
def two_workers(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Stack]:
    """Redis, two workers and a gateway without a rate limit; tests leave it as they found it: `mended`."""
    folder = tmp_path_factory.mktemp("two_workers")
    with Stack(folder, RATE_LIMIT="0", LOG_LEVEL="info") as stack:
        pytestconfig.stash[STACKS].append(stack)
        yield stack.start(workers=2)


@pytest.fixture
def mended(two_workers: Stack) -> Stack:
    """The stack with everything that should run running and ready, whatever the last test left behind."""
    return _mend(two_workers)


@pytest.fixture(scope="session")
def two_gateways(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Stack]:
    """Redis, a worker and two gateways that limit no one's rate; tests of rooms leave it `mended_pair`."""
    folder = tmp_path_factory.mktemp("two_gateways")
    # A history of all that a test says: what is said again is one message as long as it is kept.
    with Stack(folder, RATE_LIMIT="0", ROOM_HISTORY="5000", LOG_LEVEL="info") as stack:
        pytestconfig.stash[STACKS].append(stack)
        yield stack.start(gateways=2)


@pytest.fixture
def mended_pair(two_gateways: Stack) -> Stack:
    """The stack of two gateways with everything running and ready."""
    return _mend(two_gateways)


@pytest.fixture
def report(figures: Callable[[str], None]) -> Report:
    """Return a function that checks the promise of an outcome, and prints its figures."""

    def check(outcome: Outcome, part: str = "") -> None:
        figures(f"{part}: {outcome}" if part else str(outcome))
        outcome.check()

    return check


def _mend(stack: Stack) -> Stack:
    for process in reversed(stack.processes):
        process.thaw()
        if not process.is_running:
            process.start()
    stack.wait_until_ready()
    return stack
