"""What must be done in rooms though no client waits for it: answers of the bot, goodbyes."""

from __future__ import annotations

import logging
import time
from collections import deque
from typing import TYPE_CHECKING

from shared.errors import RoomRefused, Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable

    from gateway.dispatcher import Event

log = logging.getLogger(__name__)

RETRY_PAUSE_S = 0.1
GIVE_UP_AFTER_S = 10.0


class RoomErrands:
    """Does one after the other, in the order in which they came; while Redis is away they wait."""

    def __init__(self, event: Event, sleep: Callable[[float], object]) -> None:
        self._errands: deque[tuple[float, Callable[[], object]]] = deque()
        self._work = event
        self._sleep = sleep

    def __len__(self) -> int:
        return len(self._errands)

    def add(self, errand: Callable[[], object]) -> None:
        """Let `errand` be done; it may be tried several times."""
        self._errands.append((time.monotonic() + GIVE_UP_AFTER_S, errand))
        self._work.set()

    def run_forever(self) -> None:
        """Do what there is to do."""
        while True:
            if not self._errands:
                self._work.clear()
                self._work.wait()
                continue
            until, errand = self._errands[0]
            if self._is_done(errand, is_last_try=time.monotonic() > until):
                self._errands.popleft()
            else:
                self._sleep(RETRY_PAUSE_S)

    @staticmethod
    def _is_done(errand: Callable[[], object], *, is_last_try: bool) -> bool:
        try:
            errand()
        except RoomRefused as refused:
            log.info("nothing to do in a room", extra={"reason": str(refused)})
        except Unavailable as error:
            if not is_last_try:
                return False
            log.error("gave up something to be done in a room", extra={"reason": str(error)})
        except Exception:
            log.exception("something to be done in a room failed")
        return True
