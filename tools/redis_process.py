"""A private redis-server for `make run`: on a free port, writing only its log to disk."""

from __future__ import annotations

import contextlib
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tools.deferred_signals import deferred_signals

if TYPE_CHECKING:
    from collections.abc import Callable

START_SECONDS = 10.0
END_SECONDS = 5.0
POLL_SECONDS = 0.02
LOG_TAIL_LINES = 8
LOG_NAME = "redis.log"


class RedisFailed(Exception):
    """redis-server did not start; the message shows the end of its log."""


class OwnRedis:
    """A redis-server that listens only on loopback and keeps no data when it ends."""

    def __init__(self, program: Path) -> None:
        self._program = program
        self._folder: Path | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._ending = False
        self.port = 0

    @property
    def url(self) -> str:
        """The parts' REDIS_URL."""
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Start the server and return once it answers; raises RedisFailed."""
        self.port = _free_port()
        self._folder = Path(tempfile.mkdtemp(prefix="wordwire-redis-"))
        command = [str(self._program.absolute()), "--port", str(self.port), "--bind", "127.0.0.1"]
        command += ["--save", "", "--appendonly", "no"]
        command += ["--dir", str(self._folder), "--logfile", str(self._folder / LOG_NAME)]
        # In a new session, because Ctrl-C in the terminal must not end it before the parts that use it.
        with deferred_signals():
            self._process = subprocess.Popen(command, cwd=self._folder, start_new_session=True)
        self._wait_until_it_answers(self._process)

    def _wait_until_it_answers(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not _answers(self.port):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RedisFailed(f"{self._program} did not start:\n{self.log_tail()}")
            time.sleep(POLL_SECONDS)

    def when_it_dies(self, action: Callable[[], None]) -> None:
        """Call `action` from a new thread if the server ends before anybody calls `end`."""

        def watch(process: subprocess.Popen[bytes]) -> None:
            process.wait()
            if not self._ending:
                action()

        if self._process is not None:
            threading.Thread(target=watch, args=(self._process,), daemon=True).start()

    def log_tail(self) -> str:
        """Return the last lines of the server's log."""
        log = self._folder / LOG_NAME if self._folder else None
        if log is None or not log.exists():
            return "(no log)"
        return "\n".join(log.read_text(errors="replace").splitlines()[-LOG_TAIL_LINES:])

    def end(self) -> None:
        """End the server, by force if it ignores SIGTERM, and remove its folder."""
        self._ending = True
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                # A frozen server does not handle SIGTERM.
                self._process.send_signal(signal.SIGCONT)
            self._process.terminate()
            try:
                self._process.wait(END_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
            connection.sendall(b"PING\r\n")
            return connection.recv(16).startswith(b"+PONG")
    except OSError:
        return False
