"""Keeps a window of open lookups on a queue, and counts the answers."""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

import redis

from shared.messages import EmitMessage, decode_channel
from tests.bench.queue_layer.lookups import CHANNEL, is_right, redis_url

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.messages import Reply

WINDOW = 400  # open at once, as with 100 clients and 4 in flight
WARM_UP_SECONDS = 1.0
FIRST_ANSWER_SECONDS = 120.0
PATIENCE_SECONDS = 60.0  # for answers that are still on their way, on a busy machine


class Tally:
    """Counts of lookups and answers; after the first answer comes the warm-up, then the measurement."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._asked = 0
        self._open: set[int] = set()
        self._starts_at = self._ends_at = float("inf")
        self._measured = 0
        self.duplicated = self.wrong = 0

    @property
    def is_asking(self) -> bool:
        """Whether the time for new lookups still runs."""
        return time.monotonic() < self._ends_at

    @property
    def room(self) -> int:
        """The number of lookups to add now; until the first answer proves a worker, only one may be open."""
        if not self.is_asking:
            return 0
        return (WINDOW if self._starts_at < float("inf") else min(1, WINDOW)) - len(self._open)

    @property
    def is_done(self) -> bool:
        """Whether every lookup is answered or counts as lost."""
        now = time.monotonic()
        return now > self._ends_at and (not self._open or now > self._ends_at + PATIENCE_SECONDS)

    def next_number(self) -> int:
        """Open another lookup and return its number."""
        number = self._asked
        self._asked += 1
        self._open.add(number)
        return number

    def heard(self, number: int, reply: Reply) -> None:
        """Count one answer."""
        now = time.monotonic()
        if self._starts_at == float("inf"):
            self._starts_at = now + WARM_UP_SECONDS
            self._ends_at = self._starts_at + self._seconds
        if number not in self._open:
            self.duplicated += 1
            return
        self._open.discard(number)
        if not is_right(number, reply):
            self.wrong += 1
        if self._starts_at <= now < self._ends_at:
            self._measured += 1

    def report(self) -> None:
        """Print the figures as one line of JSON."""
        figures = {
            "lookups_per_s": self._measured / self._seconds,
            "lost": len(self._open),
            "duplicated": self.duplicated,
            "wrong": self.wrong,
        }
        print(json.dumps(figures), flush=True)


def seconds_to_measure() -> float:
    """Return the length of this run's measurement."""
    return float(os.environ["BENCH_SECONDS"])


def ask_with(enqueue: Callable[[int], object]) -> None:
    """Enqueue lookups with `enqueue(number)` as fast as the window allows, and report."""
    tally = Tally(seconds_to_measure())
    pubsub = redis.Redis.from_url(redis_url()).pubsub(ignore_subscribe_messages=True)
    pubsub.subscribe(CHANNEL)
    while not tally.is_done:
        for _ in range(tally.room):
            enqueue(tally.next_number())
        message = pubsub.get_message(timeout=0.1)
        while message:
            hear(tally, message["data"])
            message = pubsub.get_message(timeout=0)
    tally.report()


def hear(tally: Tally, payload: bytes) -> None:
    """Count the reply in `payload`."""
    for message in decode_channel(payload):
        if isinstance(message, EmitMessage):
            tally.heard(int(message.key), message.data[0])
