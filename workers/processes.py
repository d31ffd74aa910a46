"""The processes of a worker: forked from the one that has loaded WordNet, and replaced when they die."""

from __future__ import annotations

import logging
import os
import select
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

log = logging.getLogger(__name__)

STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)
SIGNALS = (*STOP_SIGNALS, signal.SIGCHLD)
SHORT_LIFE_S = 1.0  # a child that dies younger is replaced after a pause, so a fault at the start is no storm


class Damaged(Exception):
    """The snapshot, which all processes share, was cut short: they have ended, and must load it again."""


class Processes:
    """Runs each of `works` in a separate forked process until a signal stops this one."""

    def __init__(self, works: Sequence[Callable[[], int]]) -> None:
        self._works = works
        self._started: dict[int, tuple[float, Callable[[], int]]] = {}  # pid → time of its start, its work
        self._is_stopping = False
        self._is_damaged = False
        # Nobody ever writes to this pipe. Its end of file tells the children that this process has died.
        self._alive, self._held = os.pipe()
        # Python writes the number of each signal here, so that none interrupts the work on another. A handler
        # would not run if the system delivered the signal to another thread (NumPy has some).
        self._arrived, self._signalled = os.pipe()

    def run(self) -> int:
        """Fork the processes and replace those that die; returns once a stop signal has ended them all.

        Raises Damaged, after their end, if one of them read beyond the end of the snapshot's file.
        """
        os.set_blocking(self._signalled, False)
        signal.set_wakeup_fd(self._signalled, warn_on_full_buffer=False)
        for number in SIGNALS:
            signal.signal(number, _do_nothing)
        for work in self._works:
            self._fork(work)
        while self._started:
            select.select([self._arrived], [], [])
            for received in os.read(self._arrived, select.PIPE_BUF):
                if received in STOP_SIGNALS:
                    self._stop(received)
            self._replace_the_dead()
        if self._is_damaged:
            raise Damaged
        return 0

    def _stop(self, number: int) -> None:
        self._is_stopping = True
        # A Ctrl-C has reached the children, too. After SIGTERM they still finish their lookup.
        for pid in self._started:
            os.kill(pid, signal.SIGQUIT if number == signal.SIGQUIT else signal.SIGTERM)

    def _replace_the_dead(self) -> None:
        while self._started:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if not pid:
                return
            if pid in self._started:  # as PID 1, this process also gets orphans that it has not forked
                self._replace(pid, os.waitstatus_to_exitcode(status), *self._started.pop(pid))

    def _replace(self, pid: int, code: int, started_at: float, work: Callable[[], int]) -> None:
        if self._is_stopping:
            return
        log.error("a process died; replacing it", extra={"pid": pid, "status": _shown(code)})
        if code == -signal.SIGBUS:
            log.error("the snapshot's file is shorter than it was; loading it again")
            self._is_damaged = True
            self._stop(signal.SIGTERM)
        else:
            age = time.monotonic() - started_at
            self._fork(work, pause_s=SHORT_LIFE_S if age < SHORT_LIFE_S else 0.0)

    def _fork(self, work: Callable[[], int], pause_s: float = 0.0) -> None:
        # A signal between the fork and the child's first lines would run this process's handlers there.
        signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
        pid = os.fork()
        if not pid:
            self._be_a_child(work, pause_s)
        self._started[pid] = time.monotonic() + pause_s, work
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)

    def _be_a_child(self, work: Callable[[], int], pause_s: float) -> NoReturn:
        status = 1
        try:
            signal.set_wakeup_fd(-1)
            for number in SIGNALS:
                signal.signal(number, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
            for file in (self._held, self._arrived, self._signalled):
                os.close(file)
            threading.Thread(target=self._end_with_parent, daemon=True).start()
            if pause_s:
                time.sleep(pause_s)
            status = work()
        except BaseException:
            log.exception("a process failed")
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)  # skips the parent's exit handlers

    def _end_with_parent(self) -> None:
        os.read(self._alive, 1)
        os.kill(os.getpid(), signal.SIGTERM)


def _do_nothing(*_signal: object) -> None:
    """Handle a signal whose number the system has written to the pipe."""


def _shown(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"
