"""Parts end together after an exit, a kill or a signal; the parts here are small shell commands."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.stack.waiting import DEADLINE_S, wait_until
from tools.parts import _meaning

CHECKOUT = Path(__file__).resolve().parents[2]
MARK = "WORDWIRE_TEST_PARTS"
FOREVER = "exec sleep 300"
STUBBORN = "trap '' TERM; exec sleep 300"

RUN = """
import sys, threading
from tools import parts
parts.KILL_SECONDS = float(sys.argv[1])
run = parts.Parts()
for number, command in enumerate(sys.argv[2:]):
    run.add_process(f"part{number}", command)
if sys.stdin.readline().strip() == "end":
    threading.Timer(0.3, run.end_because_of, ["redis"]).start()
run.loop()
print("failure:", run.failure(), flush=True)
"""


class Run:
    """A process that runs the given shell commands as parts; a variable identifies all its descendants."""

    def __init__(self, *commands: str, first_line: str = "", kill_seconds: float = 5.0) -> None:
        self._mark = uuid.uuid4().hex
        self.process = subprocess.Popen(
            [sys.executable, "-c", RUN, str(kill_seconds), *commands],
            cwd=CHECKOUT,
            env=os.environ | {MARK: self._mark},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdin is not None
        self.process.stdin.write(f"{first_line}\n")
        self.process.stdin.flush()

    def everything(self) -> list[psutil.Process]:
        """Return the process and all its descendants, even orphans."""
        return [process for process in psutil.process_iter(["name"]) if self._is_ours(process)]

    def sleepers(self) -> list[psutil.Process]:
        """Return the descendants that sleep."""
        return [process for process in self.everything() if process.info["name"] == "sleep"]

    def finish(self) -> str:
        """Return the failure that the run reports, once no process is left."""
        output, _ = self.process.communicate(timeout=DEADLINE_S)
        wait_until(lambda: not self.everything(), "every process to end")
        return output.rpartition("failure: ")[2].strip()

    def _is_ours(self, process: psutil.Process) -> bool:
        try:
            is_alive = process.status() != psutil.STATUS_ZOMBIE
            return is_alive and process.environ().get(MARK) == self._mark
        except psutil.Error:
            return False


@pytest.fixture
def run() -> Iterator[Callable[..., Run]]:
    """Return a function that starts a run; the fixture kills the processes that survive the test."""
    started: list[Run] = []

    def start(*commands: str, **options: Any) -> Run:
        started.append(Run(*commands, **options))
        return started[-1]

    yield start
    for each in started:
        for process in each.everything():
            process.kill()
        each.process.communicate()


def test_the_first_part_to_end_ends_the_others_and_is_named(run: Callable[..., Run]) -> None:
    running = run(FOREVER, "sleep 0.3; exit 3")

    assert running.finish() == "part1 ended unexpectedly (exit code 3)"


def test_a_killed_part_is_named_with_its_signal(run: Callable[..., Run]) -> None:
    running = run(FOREVER, "sleep 0.3; kill -9 $$")

    assert running.finish() == "part1 ended unexpectedly (SIGKILL)"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_all_parts_without_a_failure(run: Callable[..., Run], number: int) -> None:
    running = run(FOREVER, FOREVER)
    wait_until(lambda: len(running.sleepers()) == 2, "both parts to start")
    running.process.send_signal(number)

    assert running.finish() == "None"


@pytest.mark.parametrize(
    ("commands", "named"), [((FOREVER, STUBBORN), "part1"), ((STUBBORN, STUBBORN), "part0")]
)
def test_parts_that_ignore_sigterm_are_killed_and_the_first_is_named(
    run: Callable[..., Run], commands: tuple[str, ...], named: str
) -> None:
    running = run(*commands, kill_seconds=0.5)
    wait_until(lambda: len(running.sleepers()) == 2, "both parts to start")
    running.process.terminate()

    assert running.finish() == f"{named} did not end when asked (SIGKILL)"


def test_forked_processes_end_with_their_part(run: Callable[..., Run]) -> None:
    running = run("sleep 300 & sleep 300 & sleep 1; kill -9 $$", FOREVER)
    wait_until(lambda: len(running.sleepers()) >= 3, "the processes to start")

    assert running.finish() == "part0 ended unexpectedly (SIGKILL)"


def test_something_outside_can_end_them_and_is_named(run: Callable[..., Run]) -> None:
    running = run(FOREVER, FOREVER, first_line="end")

    assert running.finish() == "redis ended unexpectedly"


def test_a_signal_before_the_parts_have_started_ends_them_too(run: Callable[..., Run]) -> None:
    running = run(*[FOREVER] * 4)
    wait_until(running.sleepers, "the first part to start")
    running.process.terminate()

    assert running.finish() == "None"


@pytest.mark.parametrize(
    ("code", "meaning"), [(0, "exit code 0"), (2, "exit code 2"), (-9, "SIGKILL"), (None, "no exit code")]
)
def test_exit_codes_have_a_meaning(code: int | None, meaning: str) -> None:
    assert _meaning(code) == meaning
