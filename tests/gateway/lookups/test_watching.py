"""How often a dispatcher looks for lost and overdue lookups."""

from __future__ import annotations

import threading
import time

import pytest

from gateway.access.allowances import Allowance
from gateway.lookups.dispatcher import QUIET_INTERVAL_S, WATCH_INTERVAL_S, Dispatcher
from gateway.metrics import Metrics
from shared.messages import LookupBatch, Question
from shared.settings import read_settings


class NoQueue:
    """Takes no batches."""

    def publish(self, _batch: LookupBatch) -> int:
        raise NotImplementedError

    def keep_alive(self) -> None:
        raise NotImplementedError


def test_it_looks_more_often_as_soon_as_a_lookup_is_old() -> None:
    pauses: list[float] = []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 1:
            lookup = Question("definition", "goose")
            dispatcher.submit("sid", "/", 1, lookup, lambda *_: None, allowance=Allowance())
        elif len(pauses) == 3:
            raise StopIteration
        time.sleep(seconds)

    dispatcher = Dispatcher(
        read_settings({}), "boot", NoQueue(), Metrics(), event=threading.Event(), sleep=sleep
    )

    with pytest.raises(StopIteration):
        dispatcher.watch_forever()
    assert pauses == [QUIET_INTERVAL_S, WATCH_INTERVAL_S, WATCH_INTERVAL_S]
