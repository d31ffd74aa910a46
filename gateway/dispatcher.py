"""Takes what is waiting, publishes it as one Celery message; retries what is lost; gives up at the deadline.

The dispatcher owns the promise: each lookup it accepted is delivered exactly one reply, an answer or an
error, unless the connection that asked is gone.
"""

from __future__ import annotations

import logging
import time
from itertools import count
from typing import TYPE_CHECKING, Protocol

from gateway.backlog import Backlog
from gateway.pending import PendingLookup, PendingTable
from gateway.rate_limit import RateLimit
from gateway.waiting import WaitingLines
from shared.errors import LookupFailed, LookupTimeout, Unavailable, wire_code_and_message
from shared.messages import Context, Lookup, LookupBatch, Reply, failed
from shared.names import reply_channel

if TYPE_CHECKING:
    from collections.abc import Callable

    from gateway.metrics import Metrics
    from shared.messages import ClientId
    from shared.settings import Settings

log = logging.getLogger(__name__)

# command, word, pos, word2, text, context: the fields of a Lookup after its address.
Question = tuple[str, str, str | None, str | None, str | None, Context | None]

WATCH_INTERVAL_S = 0.05
BACK_OFF_FIRST_S = 0.05  # between two tries to reach a broker that is away
BACK_OFF_LAST_S = 0.5
CLOCK_SLACK_S = 15.0  # by how much the clocks of a gateway's and a worker's host may differ


class Event(Protocol):
    """What we need of a (green) threading.Event."""

    def is_set(self) -> bool: ...
    def set(self) -> None: ...
    def clear(self) -> None: ...
    def wait(self, timeout: float | None = None) -> object: ...


class TaskPublisher(Protocol):
    """What takes a batch to the queue, and tells how many stand there then; or raises Unavailable."""

    def publish(self, batch: LookupBatch) -> int: ...


class Dispatcher:
    """Everything between an event handler and the queue, and back."""

    def __init__(
        self,
        settings: Settings,
        boot_id: str,
        publisher: TaskPublisher,
        deliver: Callable[[PendingLookup, Reply], None],
        metrics: Metrics,
        *,
        event: Event,
        sleep: Callable[[float], object],
        queue_length: Callable[[], int] = lambda: 0,
    ) -> None:
        self._deadline = settings.lookup_deadline
        self._boot_id = boot_id
        self._channel = reply_channel(boot_id)
        self._publisher = publisher
        self._deliver = deliver
        self._metrics = metrics
        self._pending = PendingTable(
            settings.lookup_deadline,
            settings.retry_after,
            settings.max_pending,
            settings.max_pending_per_client,
        )
        self._waiting = WaitingLines(settings.batch_max)
        self._backlog = Backlog()
        self._rate_limit = RateLimit(settings.rate_limit)
        self._counter = count(1)
        self._work = event
        self._sleep = sleep
        self._queue_length = queue_length
        self.broker_is_away = False

    def submit(self, sid: str, namespace: str, client_id: ClientId, question: Question) -> None:
        """Accept a lookup for the connection `sid`, whose reply will have the id `client_id`.

        The same id again from the same connection, while pending, joins the pending lookup. Raises Busy or
        RateLimited; nothing was put on the queue then.
        """
        now = time.monotonic()
        if self._pending.find(sid, client_id):
            self._metrics.joined += 1
            return
        self._rate_limit.check(sid, now)
        self._pending.check_caps(sid)
        lookup = Lookup(f"{self._boot_id}:{next(self._counter)}", namespace, sid, *question)
        self._waiting.add(self._pending.add(lookup, client_id, now))
        if not self._backlog and not self._work.is_set():  # setting it takes a lock
            self._work.set()

    def settle(self, key: str, room: str, reply: Reply) -> None:
        """Deliver `reply` to whom it is for; one that is late, second or not ours is dropped and counted."""
        now = time.monotonic()
        entry = self._pending.settle(key, room, now)
        if entry is None:
            self._metrics.replies_dropped += 1
            return
        if self._backlog.answered(entry) and self._waiting:
            self._work.set()
        if entry.attempts:  # a reply may be here before publishing it has returned
            self._metrics.round_trip.observe(now - entry.published_at)
        self._finish(entry, reply, now)

    def forget(self, sid: str) -> None:
        """Drop all that is kept for a connection that is gone."""
        self._pending.forget(sid)
        self._rate_limit.forget(sid)

    def reconnected(self) -> None:
        """Note that replies or batches may have been lost: the subscription or the broker was away."""
        self._pending.reconnected(time.monotonic())

    def pending(self, sid: str | None = None) -> int:
        """Return how many lookups are open, of `sid` or in all."""
        return len(self._pending) if sid is None else self._pending.of_client(sid)

    def oldest_age(self) -> float:
        """Return for how long, in seconds, the oldest open lookup has been waiting."""
        return self._pending.oldest_age(time.monotonic())

    def publish_forever(self) -> None:
        """Publish all that waits, as one message; while that is sent, and waits, the next lookups gather."""
        back_off = BACK_OFF_FIRST_S
        while True:
            if held_s := self._backlog.seconds_left(time.monotonic()):
                self._work.clear()
                self._work.wait(held_s)
                continue
            entries = self._waiting.take()
            if not entries:
                self._work.clear()
                if not self._waiting:
                    self._work.wait()
                continue
            is_published = False
            try:
                is_published = self._publish(entries)
            finally:  # whatever happened, they are not forgotten
                if not is_published:
                    self._waiting.put_back(entries)
            if is_published:
                back_off = BACK_OFF_FIRST_S
            else:
                self._sleep(back_off)
                back_off = min(back_off * 2, BACK_OFF_LAST_S)

    def watch_forever(self) -> None:
        """Look, many times a second, for lookups that are lost or past their deadline."""
        while True:
            self._sleep(WATCH_INTERVAL_S)
            self.watch(time.monotonic())

    def watch(self, now: float) -> None:
        """Answer what is past its deadline with an error, and publish again what is lost."""
        for entry in self._pending.expired(now):
            self._finish(entry, self._failure(entry), now)
        lost = list(self._pending.lost(now, queue_is_empty=not self._queue_length()))
        if lost:
            self._metrics.retries += len(lost)
            log.warning("retrying lost lookups", extra={"count": len(lost)})
            self._waiting.put_back(lost)
            self._work.set()

    def _publish(self, entries: list[PendingLookup]) -> bool:
        # The clocks of two hosts differ, hence the slack.
        expires_at = time.time() + self._deadline + CLOCK_SLACK_S
        batch = LookupBatch(self._channel, expires_at, [entry.lookup for entry in entries])
        try:
            queue_length = self._publisher.publish(batch)
        except Unavailable as error:
            if not self.broker_is_away:
                self.broker_is_away = True
                log.error("can't publish lookups; they wait", extra={"reason": str(error)})
            return False
        now = time.monotonic()
        if self.broker_is_away:
            self.broker_is_away = False
            log.warning("publishing lookups again")
            self._pending.reconnected(now)
        self._backlog.published(entries, queue_length, now)
        for entry in entries:
            self._pending.published(entry, now)
        self._metrics.batches.observe(len(entries))
        return True

    def _failure(self, entry: PendingLookup) -> Reply:
        error: LookupFailed
        if entry.attempts == 0 or self.broker_is_away:
            error = Unavailable("The dictionary could not be reached in time. Try again.")
        else:
            error = LookupTimeout("No answer came in time. Try again.")
        code, message = wire_code_and_message(error)
        return failed(entry.lookup.command, entry.lookup.word, code, message)

    def _finish(self, entry: PendingLookup, reply: Reply, now: float) -> None:
        outcome = reply.error.code if reply.error else "ok"
        seconds = now - entry.asked_at
        self._metrics.lookup_settled(entry.lookup.command, outcome, seconds, now)
        if log.isEnabledFor(logging.DEBUG):
            fields = {"id": entry.client_id, "sid": entry.sid, "command": entry.lookup.command}
            log.debug("reply", extra={**fields, "outcome": outcome, "ms": round(seconds * 1000, 1)})
        self._deliver(entry, reply)
