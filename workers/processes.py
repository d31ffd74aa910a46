"""The processes of a worker: forked from the one that holds WordNet, replaced when they die."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)
SHORT_LIFE_S = 1.0  # who dies younger is replaced that much later, so that a fault at the start is no storm


class Processes:
    """Keeps `count` forked processes, each doing `work`, until this one is told to stop."""

    def __init__(self, count: int, work: Callable[[], int]) -> None:
        self._count = count
        self._work = work
        self._started: dict[int, float] = {}  # pid → when
        self._is_stopping = False
        # Nobody ever writes to it: its reading end tells the children when this process is gone.
        self._alive, self._held = os.pipe()

    def run(self) -> int:
        """Fork the processes and look after them; returns once a stop signal has ended them all."""
        for number in STOP_SIGNALS:
            signal.signal(number, self._stop)
        for _ in range(self._count):
            self._fork()
        while self._started:
            pid, status = os.wait()
            age = time.monotonic() - self._started.pop(pid)
            if self._is_stopping:
                continue
            log.error("a process died; replacing it", extra={"pid": pid, "status": _shown(status)})
            if age < SHORT_LIFE_S:
                time.sleep(SHORT_LIFE_S)
            self._fork()
        return 0

    def _stop(self, number: int, _frame: object) -> None:
        self._is_stopping = True
        # A Ctrl-C has reached the children too; by SIGTERM they finish what they are at, as they may.
        for pid in self._started:
            os.kill(pid, signal.SIGQUIT if number == signal.SIGQUIT else signal.SIGTERM)

    def _fork(self) -> None:
        # No stop signal may come between the fork and its entry in the table.
        signal.pthread_sigmask(signal.SIG_BLOCK, STOP_SIGNALS)
        if not self._is_stopping:
            pid = os.fork()
            if not pid:
                self._be_a_child()
            self._started[pid] = time.monotonic()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOP_SIGNALS)

    def _be_a_child(self) -> NoReturn:
        status = 1
        try:
            for number in STOP_SIGNALS:
                signal.signal(number, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, STOP_SIGNALS)
            os.close(self._held)
            threading.Thread(target=self._end_with_parent, daemon=True).start()
            status = self._work()
        except BaseException:
            log.exception("a process failed")
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)  # what the parent would do at its end is not for us to do

    def _end_with_parent(self) -> None:
        os.read(self._alive, 1)
        os.kill(os.getpid(), signal.SIGTERM)


def _shown(status: int) -> str:
    code = os.waitstatus_to_exitcode(status)
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"
