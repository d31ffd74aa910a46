"""Stacks that tests break and fixtures mend, and the figures that each test prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from tests.conftest import STACKS
from tests.stack import Stack

if TYPE_CHECKING:
    from tests.clients.load import Outcome

Report = Callable[..., None]  # takes an Outcome, and optionally the name of the part that it covers


@pytest.fixture(scope="session")
def two_workers(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Stack]:
    """Start Redis, two workers and a gateway without a rate limit; tests use it through `mended`."""
    folder = tmp_path_factory.mktemp("two_workers")
    with Stack(folder, RATE_LIMIT="0", LOG_LEVEL="info") as stack:
        pytestconfig.stash[STACKS].append(stack)
        yield stack.start(workers=2)


@pytest.fixture
def mended(two_workers: Stack) -> Stack:
    """Return the stack, with all its processes running and ready again after the last test."""
    return two_workers.mend()


@pytest.fixture(scope="session")
def two_gateways(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Stack]:
    """Start Redis, a worker and two gateways without a rate limit; tests use them through `mended_pair`."""
    folder = tmp_path_factory.mktemp("two_gateways")
    # The history holds every message of a test, because a repeated message counts once only while it is kept.
    with Stack(folder, RATE_LIMIT="0", ROOM_HISTORY="5000", LOG_LEVEL="info") as stack:
        pytestconfig.stash[STACKS].append(stack)
        yield stack.start(gateways=2)


@pytest.fixture
def mended_pair(two_gateways: Stack) -> Stack:
    """Return the stack of two gateways, with all its processes running and ready."""
    return two_gateways.mend()


@pytest.fixture
def report(figures: Callable[[str], None]) -> Report:
    """Return a function that prints the figures of an outcome and checks its promise."""

    def check(outcome: Outcome, part: str = "") -> None:
        figures(f"{part}: {outcome}" if part else str(outcome))
        outcome.check()

    return check
