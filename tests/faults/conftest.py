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
    for process in reversed(two_workers.processes):
        process.thaw()
        if not process.is_running:
            process.start()
    two_workers.wait_until_ready()
    return two_workers


@pytest.fixture
def report(figures: Callable[[str], None]) -> Report:
    """Return a function that checks the promise of an outcome, and prints its figures."""

    def check(outcome: Outcome, part: str = "") -> None:
        figures(f"{part}: {outcome}" if part else str(outcome))
        outcome.check()

    return check
