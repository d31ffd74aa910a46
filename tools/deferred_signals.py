"""Signals that wait while a process starts."""

from __future__ import annotations

import contextlib
import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def deferred_signals() -> Iterator[None]:
    """Deliver SIGINT, SIGTERM and SIGHUP after the block.

    A handler that raises in the middle of `Popen` would lose the new process, which then nobody ends.
    """
    noted: list[int] = []
    previous = {
        number: signal.signal(number, lambda received, _: noted.append(received))
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    }
    try:
        yield
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
    if noted:
        signal.raise_signal(noted[0])
