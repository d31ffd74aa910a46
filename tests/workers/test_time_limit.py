"""A block of code that takes too long is interrupted; a slow one is reported while it runs."""

from __future__ import annotations

import contextlib
import signal
import time
from types import SimpleNamespace

import pytest

from tests.stack.waiting import patience
from workers.time_limit import TimeIsUp, TimeLimit


class Blocks:
    """Counts the reports of slow blocks."""

    def __init__(self, seconds: float) -> None:
        self.slow = 0
        self.limit = TimeLimit(seconds, when_slow=self._note)

    def _note(self) -> None:
        self.slow += 1


def spend(seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        pass


def test_a_block_is_interrupted_after_the_limit() -> None:
    blocks = Blocks(0.05)
    started = time.monotonic()
    with blocks.limit.watching(), pytest.raises(TimeIsUp), blocks.limit:
        spend(5)

    assert time.monotonic() - started < patience()


def test_the_block_cannot_catch_it_by_accident() -> None:
    blocks = Blocks(0.05)
    with blocks.limit.watching(), pytest.raises(TimeIsUp), blocks.limit, contextlib.suppress(Exception):
        spend(5)


def test_a_slow_block_is_reported_once_while_it_runs() -> None:
    blocks = Blocks(5)
    with blocks.limit.watching(), blocks.limit:
        spend(0.1)
        reported = blocks.slow

    assert reported == blocks.slow == 1


def test_each_block_has_its_own_time(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SimpleNamespace(now=0.0, monotonic=lambda: clock.now)
    monkeypatch.setattr("workers.time_limit.time", clock)
    blocks = Blocks(5)
    with blocks.limit.watching():
        for _ in range(4):  # 8 seconds together
            with blocks.limit:
                clock.now += 2
                signal.raise_signal(signal.SIGALRM)

    assert blocks.slow == 4


def test_code_between_blocks_has_no_limit() -> None:
    blocks = Blocks(0.02)
    with blocks.limit.watching():
        spend(0.08)

    assert blocks.slow == 0


def test_no_alarm_rings_after_the_batch() -> None:
    blocks = Blocks(5)
    with blocks.limit.watching():
        pass

    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
