"""A honcho Manager that leaves nothing behind: however the run ends, every part's process group ends too."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from typing import Any

import honcho.manager
from honcho.process import Popen, Process

from tools.deferred_signals import deferred_signals

# More than the 10 s a gateway may take to close its clients (SHUTDOWN_GRACE); honcho would kill after 5.
KILL_SECONDS = 15.0
START_POLL_SECONDS = 0.05

# A part's return code after our SIGTERM: 0 if it cleans up, otherwise the negative number of the signal.
ENDED_AS_ASKED = frozenset({0, -signal.SIGTERM})


class Parts(honcho.manager.Manager):
    """The gateway and the worker, run together: a signal ends both, and so does the end of either."""

    def __init__(self) -> None:
        honcho.manager.KILL_WAIT = KILL_SECONDS
        super().__init__()
        self._process_ctor = _Part
        self.first_ended: str | None = None
        self.ended_by_signal = False

    def loop(self) -> None:
        """Run until every part has ended; afterwards `failure` says whether they ended as asked."""
        signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
        try:
            super().loop()
        finally:
            # After an error above (a closed output, for example), nothing else would end them.
            for part in self._processes.values():
                if "pid" in part:
                    self._procmgr.kill(part["pid"])

    def failure(self) -> str | None:
        """Return which part ended unasked or did not end when asked; None if all ended as asked."""
        if self.first_ended is not None:
            code = self._processes.get(self.first_ended, {}).get("returncode")
            return f"{self.first_ended} ended unexpectedly" + ("" if code is None else f" ({_meaning(code)})")
        for name, part in self._processes.items():
            if part.get("returncode") not in ENDED_AS_ASKED:
                return f"{name} did not end when asked ({_meaning(part.get('returncode'))})"
        return None

    def terminate(self) -> None:
        """Ask every part to end, and kill those that still run KILL_SECONDS later."""
        if self._terminating:
            return
        if not self._all_started():  # a part has no pid yet to send a signal to
            _later(START_POLL_SECONDS, self.terminate)
            return
        if self.returncode in {130, 143}:
            self.ended_by_signal = True
        elif self.first_ended is None:
            self.first_ended = next(n for n, part in self._processes.items() if "returncode" in part)
        # honcho starts its own timer only when a first part has ended, and frozen parts never end.
        _later(KILL_SECONDS, self.kill)
        super().terminate()

    def end_because_of(self, name: str) -> None:
        """End every part because `name`, which runs outside this manager, has ended."""
        if not self._terminating:
            self.first_ended = name
            self.terminate()

    def _start(self) -> None:
        """Start the parts, and deliver signals only afterwards, because honcho's handler needs their pids."""
        with deferred_signals():
            super()._start()


class _Part(Process):
    """A part that ends together with every process it forked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._child_ctor = _WithItsGroup


class _WithItsGroup(Popen):
    """A process whose group is killed when it ends.

    After a kill -9 of a worker, its pool would live on and hold our pipe open: the worker would look alive.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        threading.Thread(target=self._take_group_along, daemon=True).start()

    def _take_group_along(self) -> None:
        self.wait()
        with contextlib.suppress(ProcessLookupError):  # it forked nothing, or every child has ended
            os.killpg(self.pid, signal.SIGKILL)


def _later(seconds: float, action: Any) -> None:
    timer = threading.Timer(seconds, action)
    timer.daemon = True
    timer.start()


def _meaning(code: int | None) -> str:
    """Return the meaning of an exit code in words.

    >>> _meaning(2), _meaning(-9)
    ('exit code 2', 'SIGKILL')
    """
    if code is None:
        return "no exit code"
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"
