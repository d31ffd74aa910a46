"""One real process of the stack under test, with every process it forked."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from tests.stack.waiting import patience, wait_until

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CHECKOUT = Path(__file__).resolve().parents[2]
GRACE_SECONDS = 15.0  # SHUTDOWN_GRACE is 10 s by default


class ManagedProcess:
    """A process that a test starts, breaks and ends; it and its children share a separate session.

    The session identifies every process it forked, even after a kill of the process itself.
    """

    def __init__(self, name: str, argv: Sequence[str], environ: Mapping[str, str], log_path: Path) -> None:
        self.name = name
        self.log_path = log_path
        self._argv = list(argv)
        self._environ = dict(environ)
        self._running: subprocess.Popen[bytes] | None = None
        self._sessions: list[int] = []  # of every start, so that `end` finds all members

    @property
    def pid(self) -> int:
        """The id of the process since its last start."""
        assert self._running is not None, f"{self.name} was never started"
        return self._running.pid

    @property
    def is_running(self) -> bool:
        """Whether the process is alive (a frozen one is)."""
        return self._running is not None and self._running.poll() is None

    def start(self) -> None:
        """Start the process, and append its output to the log file."""
        assert not self.is_running, f"{self.name} is already running"
        with self.log_path.open("ab") as log:
            self._running = subprocess.Popen(
                self._argv,
                env=self._environ,
                cwd=CHECKOUT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._sessions.append(self._running.pid)

    def members(self) -> list[int]:
        """Return the pids of the process and of all processes it forked, without zombies."""
        return [pid for session in self._sessions for pid in _members_of(session)]

    def children(self) -> list[int]:
        """Return the pids of the processes it forked."""
        return [pid for pid in self.members() if pid != self.pid]

    def signal(self, number: int) -> None:
        """Send a signal to the process alone."""
        os.kill(self.pid, number)

    def signal_all(self, number: int) -> None:
        """Send a signal to the process and to all processes it forked."""
        for pid in self.members():
            _send(pid, number)

    def freeze(self) -> None:
        """Pause the process and its children (SIGSTOP); they keep their connections."""
        self.signal_all(signal.SIGSTOP)

    def thaw(self) -> None:
        """Resume frozen processes (SIGCONT)."""
        self.signal_all(signal.SIGCONT)

    def kill(self) -> None:
        """End the process and its children at once, with no chance to clean up (SIGKILL)."""
        self.signal_all(signal.SIGKILL)
        self._wait(GRACE_SECONDS)

    def stop(self, within: float = GRACE_SECONDS) -> int:
        """Ask the process to end (SIGTERM) and return its exit code; fail after `within` seconds."""
        self.signal(signal.SIGTERM)
        return self._wait(within)

    def wait_for_end(self, within: float) -> int:
        """Return the exit code once the process has ended, without asking it to."""
        return self._wait(within)

    def end(self) -> None:
        """End the process and its children, by force if SIGTERM is not enough; fail if any remain."""
        if self.is_running:
            self.thaw()
            self.signal(signal.SIGTERM)
            try:
                self._wait(GRACE_SECONDS)
            except subprocess.TimeoutExpired:
                self.signal_all(signal.SIGKILL)
                self._wait(GRACE_SECONDS)
        for pid in self.members():  # survivors of an earlier kill -9 of their parent
            _send(pid, signal.SIGCONT)
            _send(pid, signal.SIGKILL)
        wait_until(lambda: not self.members(), f"every process that {self.name} forked to end", within=5.0)

    def log(self, since: int = 0) -> str:
        """Return the output of the process from byte `since` on."""
        if not self.log_path.exists():
            return ""
        return self.log_path.read_bytes()[since:].decode(errors="replace")

    def log_size(self) -> int:
        """Return the size of the process's output in bytes."""
        return self.log_path.stat().st_size if self.log_path.exists() else 0

    def memory_bytes(self) -> int:
        """Return the resident memory of the process alone."""
        return self.size_of(self.pid)[0]

    def open_files(self) -> int:
        """Return the number of the process's open file descriptors."""
        return self.size_of(self.pid)[1]

    @staticmethod
    def size_of(pid: int) -> tuple[int, int]:
        """Return the resident memory in bytes and the number of open files of any process."""
        process = psutil.Process(pid)
        return process.memory_info().rss, process.num_fds()

    def _wait(self, within: float) -> int:
        assert self._running is not None
        return self._running.wait(within * patience())


def _members_of(session: int) -> list[int]:
    members = []
    for pid in psutil.pids():
        try:
            if os.getsid(pid) == session and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
                members.append(pid)
        except (ProcessLookupError, PermissionError, psutil.NoSuchProcess):
            continue
    return members


def _send(pid: int, number: int) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return
