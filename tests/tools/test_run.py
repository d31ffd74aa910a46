"""`make run` with real processes and real signals: it starts, and nothing survives its end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.stack.environment import clean_environ
from tests.stack.ports import free_port
from tests.stack.redis_process import RedisProcess
from tests.stack.waiting import DEADLINE_S, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CHECKOUT = Path(__file__).resolve().parents[2]
MARK = "WORDWIRE_TEST_RUN"

RUN = (sys.executable, "-m", "tools.quietly", "tools.run")
PARTS = {"redis": "redis-server", "worker": "workers", "gateway": "gateway"}


class Run:
    """One `make run`; a variable in the environment of its processes identifies them.

    Redis overwrites its environment with its title, so its folder, inside `temporary`, identifies it.
    """

    def __init__(self, folder: Path, command: tuple[str, ...] = RUN, **settings: str) -> None:
        self.temporary = folder / "tmp"
        self.temporary.mkdir(parents=True)
        self.mark = uuid.uuid4().hex
        self.port = free_port()
        self.output_path = folder / "output"
        ours = {MARK: self.mark, "PORT": str(self.port), "TMPDIR": str(self.temporary)}
        environ = clean_environ(**ours | settings)
        with self.output_path.open("wb") as log:
            self.process = subprocess.Popen(
                command,
                cwd=CHECKOUT,
                env=environ,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def output(self) -> str:
        return self.output_path.read_text()

    def wait_until_ready(self) -> None:
        wait_until(
            lambda: "Wordwire is ready" in self.output() or self.process.poll() is not None,
            "make run to be ready",
        )
        assert self.process.poll() is None, self.output()

    def everything(self) -> list[psutil.Process]:
        """Return every process that this run started, directly or not."""
        return [process for process in psutil.process_iter() if self._is_ours(process)]

    def part(self, name: str) -> psutil.Process:
        """Return the main process of a part: the oldest one with its name in the command line."""
        found = [process for process in self.everything() if PARTS[name] in " ".join(process.cmdline())]
        return min(found, key=lambda process: process.create_time())

    def has(self, name: str) -> bool:
        return any(PARTS[name] in " ".join(_command_line(process)) for process in self.everything())

    def _is_ours(self, process: psutil.Process) -> bool:
        try:
            if process.status() == psutil.STATUS_ZOMBIE:
                return False
            is_marked = process.environ().get(MARK) == self.mark
            return is_marked or Path(process.cwd()).is_relative_to(self.temporary)
        except psutil.Error:
            return False


def _command_line(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Callable[..., Run]]:
    """Return a function that starts a run; the fixture kills the processes that survive the test."""
    started: list[Run] = []

    def start(*command: str, **settings: str) -> Run:
        started.append(Run(tmp_path / f"run{len(started)}", command or RUN, **settings))
        return started[-1]

    yield start
    for each in started:
        for process in each.everything():
            process.kill()
        each.process.wait()


def test_ctrl_c_ends_everything_and_redis_last(run: Callable[..., Run]) -> None:
    running = run()
    running.wait_until_ready()
    assert f"http://127.0.0.1:{running.port}" in running.output()

    os.killpg(running.process.pid, signal.SIGINT)  # like a terminal: to the whole foreground group
    redis_was_last = True
    while running.process.poll() is None:
        redis_has_ended = not running.has("redis")
        redis_was_last &= not (redis_has_ended and (running.has("worker") or running.has("gateway")))
        assert running.process.poll() is not None or psutil.pid_exists(running.process.pid)

    assert running.process.returncode == 0, running.output()
    assert redis_was_last
    assert running.everything() == []


@pytest.mark.parametrize("target", ["the process", "its group"])
def test_sigterm_to_make_ends_everything(run: Callable[..., Run], target: str) -> None:
    subprocess.run(["make", "setup"], cwd=CHECKOUT, check=True)  # the deadline is for the start alone
    running = run("make", "run")
    running.wait_until_ready()

    (os.kill if target == "the process" else os.killpg)(running.process.pid, signal.SIGTERM)
    running.process.wait(DEADLINE_S)

    # make does not always wait for its children, so it may end a moment before them.
    wait_until(lambda: running.everything() == [], "every process to end")


@pytest.mark.parametrize("name", PARTS)
def test_when_one_part_dies_all_end_and_it_is_named(run: Callable[..., Run], name: str) -> None:
    running = run()
    running.wait_until_ready()

    running.part(name).kill()
    code = running.process.wait(DEADLINE_S)

    assert code == 1
    assert f"Wordwire has ended because {name} ended unexpectedly" in running.output()
    assert running.everything() == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
@pytest.mark.parametrize("part", PARTS)
def test_a_signal_while_it_starts_leaves_nothing(run: Callable[..., Run], part: str, number: int) -> None:
    """The signal comes as soon as the process of `part` exists, long before it is ready."""
    running = run()
    wait_until(lambda: running.has(part), f"{part} to start")

    running.process.send_signal(number)
    running.process.wait(DEADLINE_S)

    assert running.everything() == []
    assert "Traceback" not in running.output()


def test_a_proxy_of_the_environment_is_not_asked_for_this_machine(run: Callable[..., Run]) -> None:
    nowhere = f"http://127.0.0.1:{free_port()}"
    running = run(http_proxy=nowhere, HTTP_PROXY=nowhere, all_proxy=nowhere, no_proxy="", NO_PROXY="")

    running.wait_until_ready()


def test_a_frozen_part_is_killed_in_the_end(run: Callable[..., Run]) -> None:
    quick = "from tools import parts, run; parts.KILL_SECONDS = 1.0; raise SystemExit(run.main())"
    running = run(sys.executable, "-c", quick)
    running.wait_until_ready()
    for name in PARTS:
        running.part(name).suspend()

    running.process.send_signal(signal.SIGTERM)
    code = running.process.wait(DEADLINE_S)

    assert code == 1
    assert "did not end when asked (SIGKILL)" in running.output()
    assert running.everything() == []


def test_a_second_run_on_the_same_port_starts_nothing_and_names_the_port(run: Callable[..., Run]) -> None:
    first = run()
    first.wait_until_ready()

    second = run(PORT=str(first.port))
    code = second.process.wait(DEADLINE_S)

    assert code == 1
    assert f"The gateway can't listen on http://127.0.0.1:{first.port}" in second.output()
    assert "Wordwire is ready" not in second.output()
    assert "started" not in second.output()
    assert first.process.poll() is None


def test_a_setting_that_is_wrong_starts_nothing(run: Callable[..., Run]) -> None:
    running = run(RETRY_AFTER="soon")
    code = running.process.wait(DEADLINE_S)

    assert code == 2
    assert "RETRY_AFTER=soon" in running.output()


def test_a_redis_that_is_given_is_used_and_left_running(run: Callable[..., Run], tmp_path: Path) -> None:
    redis = RedisProcess(tmp_path, clean_environ())
    redis.start()
    try:
        running = run(REDIS_URL=redis.url)
        running.wait_until_ready()
        assert not running.has("redis")

        running.process.send_signal(signal.SIGTERM)
        code = running.process.wait(DEADLINE_S)

        assert code == 0
        assert running.everything() == []
        assert redis.answers()
    finally:
        redis.end()
