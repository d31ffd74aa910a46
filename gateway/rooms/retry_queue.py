"""Repeats room operations until Redis has done them: the bot's answers, departures."""

from __future__ import annotations

import logging
import time
from collections import deque
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from shared.errors import RoomRefused, Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gateway.lookups.dispatcher import Event
    from gateway.rooms.lua import Call

log = logging.getLogger(__name__)

RETRY_PAUSE_S = 0.1
GIVE_UP_AFTER_S = 10.0
MAX_WAITING = 10_000  # of one kind; a departure that is dropped shows after the silence limit
CALLS_AT_ONCE = 50  # of one kind, in one round trip


class RetryQueue:
    """Runs calls that no client waits for; they wait while Redis is down.

    Each kind of call has a line, in which they run in order; all lines share each round trip, so answers do
    not wait for the departures of a thousand members, nor these for each other's round trips.
    """

    def __init__(
        self,
        run_all: Callable[[Sequence[Call]], list[Any]],
        event: Event,
        sleep: Callable[[float], object],
    ) -> None:
        self._run_all = run_all
        self._lines: dict[str, deque[_Entry]] = {}
        self._running: list[_Entry] = []
        self._work = event
        self._sleep = sleep
        self._dropped = self._given_up = 0  # since the last log line about them

    def __len__(self) -> int:
        return len(self._running) + sum(len(line) for line in self._lines.values())

    def add(self, call: Call) -> None:
        """Run `call` soon, and again while Redis does not answer: it must be safe to repeat.

        If too many wait, the oldest of the same kind is dropped.
        """
        line = self._lines.setdefault(call.name, deque())
        if len(line) >= MAX_WAITING:
            line.popleft()
            self._dropped += 1
        line.append(_Entry(call, time.monotonic() + GIVE_UP_AFTER_S))
        self._work.set()

    def run_forever(self) -> None:
        """Run the calls as they come."""
        while True:
            if not self:
                self._work.clear()
                self._work.wait()
                continue
            is_done = self._run_some()
            self._report_losses()
            if not is_done:
                self._sleep(RETRY_PAUSE_S)

    def _run_some(self) -> bool:
        """Run the first calls of each line; return whether none of them must wait."""
        self._running = [
            line.popleft() for line in self._lines.values() for _ in range(min(len(line), CALLS_AT_ONCE))
        ]
        try:
            results = self._run_all([entry.call for entry in self._running])
        except Unavailable as error:
            left = [entry for entry in self._running if not self._is_over(entry, error)]
            for entry in reversed(left):
                self._lines[entry.call.name].appendleft(entry)
        except Exception:
            log.exception("room operations failed")
            left = []
        else:
            left = [
                entry
                for entry, result in zip(self._running, results, strict=True)
                if not self._is_over(entry, result)
            ]
            for entry in left:  # at the end, because Redis answers, so others need not wait for these
                self._lines[entry.call.name].append(entry)
        self._running = []
        return not left

    def _is_over(self, entry: _Entry, result: Any) -> bool:
        """Return whether the call with this `result` is done or hopeless."""
        if isinstance(result, RoomRefused):
            fields = {"operation": entry.call.name, "reason": str(result)}
            log.info("a room operation had no effect", extra=fields)
        elif isinstance(result, Unavailable):
            if time.monotonic() <= entry.give_up_at:
                return False
            self._given_up += 1
        return True

    def _report_losses(self) -> None:
        if self._dropped:
            log.error("dropped room operations: too many wait for Redis", extra={"count": self._dropped})
        if self._given_up:
            log.error("gave up room operations: Redis did not do them", extra={"count": self._given_up})
        self._dropped = self._given_up = 0


class _Entry(Struct, frozen=True):
    call: Call
    give_up_at: float  # seconds of time.monotonic()
