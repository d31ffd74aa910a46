"""Starts the processes of a bench, measures their CPU time, and ends them."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Self

import psutil

from tools.redis_server import find_redis_server

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

REPOSITORY = Path(__file__).parents[2]
START_SECONDS = 180.0  # a busy machine needs a minute for NLTK alone
STOP_SECONDS = 15.0


class Processes:
    """Processes that end with the `with` block, in reverse order; their output goes to `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._started: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in reversed(self._started):
            _end(process)

    def wait_for_port(self, port: int) -> None:
        """Return once a process listens on `port`; raises if a process ends or START_SECONDS pass."""

        def listens() -> bool:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                return True
            return False

        self._wait(listens, f"port {port}")

    def wait_for_ok(self, url: str) -> None:
        """Return once `url` answers 200; raises if a process ends or START_SECONDS pass."""

        def is_ok() -> bool:
            with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=2):  # noqa: S310 (http only)
                return True
            return False

        self._wait(is_ok, url)

    def _wait(self, is_there: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not is_there():
            has_ended = any(process.poll() is not None for process in self._started)
            if has_ended or time.monotonic() > deadline:
                logs = "".join(f"\n--- {log.name}\n{log.read_text()}" for log in self.folder.glob("*.log"))
                reason = "a process ended" if has_ended else f"{START_SECONDS:.0f} s passed"
                raise RuntimeError(f"Waited for {what} until {reason}.{logs}")
            time.sleep(0.02)

    def start(self, name: str, *command: str, env: Mapping[str, str] | None = None) -> psutil.Process:
        """Start `command` in the repository's root, with its output in the log file of `name`."""
        with (self.folder / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(
                command,
                cwd=REPOSITORY,
                env=os.environ | dict(env or {}),
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C must reach only us, because we end them in order
            )
        self._started.append(process)
        return psutil.Process(process.pid)

    def start_python(
        self, name: str, *arguments: str, env: Mapping[str, str] | None = None
    ) -> psutil.Process:
        """Start this Python with `arguments`."""
        return self.start(name, sys.executable, *arguments, env=env)

    def start_redis(self) -> tuple[psutil.Process, str]:
        """Start a Redis without persistence on a free port; return it and its URL."""
        port = free_port()
        options = ("--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no")
        server = find_redis_server(REPOSITORY / os.environ.get("DATA_DIR", "data"))
        process = self.start("redis", str(server), *options, "--dir", str(self.folder))
        self.wait_for_port(port)
        return process, f"redis://127.0.0.1:{port}/0"


def free_port() -> int:
    """Return a TCP port that is free at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def cpu_seconds(processes: list[psutil.Process]) -> float:
    """Return the CPU time that `processes` and their descendants have used so far."""
    total = 0.0
    for process in processes:
        for member in (process, *process.children(recursive=True)):
            with contextlib.suppress(psutil.NoSuchProcess):
                times = member.cpu_times()
                total += times.user + times.system
    return total


def busy_seconds() -> float:
    """Return the CPU time that all processes on this machine have used so far."""
    times = psutil.cpu_times()
    return float(sum(times) - times.idle - getattr(times, "iowait", 0.0) - getattr(times, "guest", 0.0))


def _end(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(psutil.NoSuchProcess):
        below = psutil.Process(process.pid).children(recursive=True)
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for member in below:
            with contextlib.suppress(psutil.NoSuchProcess):
                member.kill()
