"""Keeps the rooms within Redis's memory: ends whole rooms before Redis would evict single keys of them."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from shared.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable

    from gateway.rooms.store import RoomStore

log = logging.getLogger(__name__)

LOOK_INTERVAL_S = 0.25
IDLE_INTERVAL_S = 3.0
WRITTEN_BYTES = 65_536  # by this gateway: time to look again
MOST_USED = 0.90  # of Redis's memory; beyond it, rooms end
USED_AFTERWARDS = 0.85
MAX_CALLS = 20  # to end rooms, each of some milliseconds, before the next look


class RoomSpace:
    """Looks at Redis's memory: every few seconds, and soon after this gateway has written much.

    Redis's own eviction (`volatile-lru`) is the last resort. It takes keys one by one, so a room could lose
    its history, and it takes the rooms of those who made few as well as of one who made thousands.
    """

    def __init__(self, store: RoomStore, sleep: Callable[[float], object]) -> None:
        self._store = store
        self._sleep = sleep
        self._looked_at = 0.0  # seconds of time.monotonic()
        self._written = 0  # bytes by this gateway, at the last look
        # Of Redis at the last look, before any room ended; a limit of 0 is none.
        self.used_bytes = self.limit_bytes = 0

    def watch_forever(self) -> None:
        """Look whenever it is time to."""
        while True:
            self._sleep(LOOK_INTERVAL_S)
            is_idle = self._store.written_bytes - self._written < WRITTEN_BYTES
            if not is_idle or time.monotonic() - self._looked_at >= IDLE_INTERVAL_S:
                self.look()

    def look(self) -> None:
        """End rooms if Redis's memory is nearly full, and forget expired ones."""
        self._looked_at, self._written = time.monotonic(), self._store.written_bytes
        try:
            self._store.sweep()
            self.used_bytes, self.limit_bytes = used, limit = self._store.memory()
            if limit and used > limit * MOST_USED:
                self._end_rooms(used, limit)
        except Unavailable:
            return  # the store has logged it

    def _end_rooms(self, used: int, limit: int) -> None:
        rooms = 0
        for _ in range(MAX_CALLS):
            ended, freed = self._store.evict(int(used - limit * USED_AFTERWARDS))
            rooms += ended
            if not ended or not freed:
                break
            used, limit = self._store.memory()
            if used <= limit * USED_AFTERWARDS:
                break
        if rooms:
            log.warning("Redis is nearly full; ended rooms of those who hold most", extra={"rooms": rooms})
