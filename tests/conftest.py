"""Every test's stack: real processes on free ports, whose logs pytest shows when a test fails."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.stack import Stack
from tests.stack.waiting import DEADLINE_S

STACKS = pytest.StashKey[list[Stack]]()
OFFSETS = pytest.StashKey[dict[str, int]]()
FIGURES = pytest.StashKey[list[str]]()

LOG_TAIL = 6000  # characters of each process's log in the report of a failure

MakeStack = Callable[..., Stack]


def pytest_configure(config: pytest.Config) -> None:
    """Prepare the stash that the hooks below share, and keep clients of this machine away from proxies."""
    given = (os.environ.get("no_proxy"), "127.0.0.1", "localhost")
    os.environ["no_proxy"] = os.environ["NO_PROXY"] = ",".join(filter(None, given))
    config.stash[STACKS] = []
    config.stash[FIGURES] = []


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Stack]:
    """Share one Redis, one worker with two processes and one gateway among all tests that break nothing.

    All these tests ask from one address, so a connection goes on with the allowance that the test before has
    left. At the default rate, a quick machine would use it up. On a busy one, a question may take longer than
    the default deadline, because the processes for questions run with less priority, and a lookup that waits
    for a core may reach the default limit of its time.
    """
    settings = {"RATE_LIMIT": "1000", "LOOKUP_DEADLINE": str(DEADLINE_S), "LOOKUP_TIME_LIMIT": "10"}
    with Stack(tmp_path_factory.mktemp("stack"), **settings) as shared_stack:
        pytestconfig.stash[STACKS].append(shared_stack)
        yield shared_stack.start()


@pytest.fixture
def make_stack(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[MakeStack]:
    """Return a function that makes a stack; the test starts it, and the fixture ends it."""
    made: list[Stack] = []

    def make(**settings: str) -> Stack:
        made.append(Stack(tmp_path_factory.mktemp("stack"), **settings))
        request.config.stash[STACKS].append(made[-1])
        return made[-1]

    yield make
    problems = []
    for each in made:
        request.config.stash[STACKS].remove(each)
        try:
            each.end()
        except AssertionError as error:
            problems.append(str(error))
    assert not problems, problems


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Return a function that adds a line to the figures at the end of pytest's output."""

    def add(line: str) -> None:
        request.config.stash[FIGURES].append(f"{request.node.name}: {line}")

    return add


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Note the length of each log, so that a failure shows only this test's part of it."""
    item.stash[OFFSETS] = {
        str(process.log_path): process.log_size()
        for each in item.config.stash[STACKS]
        for process in each.processes
    }


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Add the logs of every process to the report of a failed test."""
    outcome: Any = yield
    report: pytest.TestReport = outcome.get_result()
    if report.passed or call.excinfo is None or call.excinfo.errisinstance(pytest.skip.Exception):
        return
    offsets = item.stash.get(OFFSETS, {})
    for each in item.config.stash[STACKS]:
        for process in each.processes:
            log = process.log(offsets.get(str(process.log_path), 0))
            report.sections.append((f"log of {process.name} ({process.log_path})", log[-LOG_TAIL:]))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the figures from the tests."""
    lines = config.stash[FIGURES]
    if lines:
        terminalreporter.section("figures")
        for line in lines:
            terminalreporter.line(line)
