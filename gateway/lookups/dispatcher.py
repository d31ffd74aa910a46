"""Publishes all waiting lookups as one Celery message, retries lost ones, and gives up at the deadline.

The dispatcher keeps the gateway's promise: for each accepted lookup it delivers exactly one reply, an answer
or an error, unless the connection that asked has closed.
"""

from __future__ import annotations

import logging
import time
from itertools import count
from typing import TYPE_CHECKING, Protocol

from gateway.access.rate_limit import LookupRate
from gateway.lookups.backlog import Backlog
from gateway.lookups.lanes import LANES, Lanes
from gateway.lookups.pending import ABANDONED, CHEAP, PendingTable
from shared.errors import LookupFailed, LookupTimeout, Unavailable, wire_code_and_message
from shared.messages import Lookup, LookupBatch, failed
from shared.names import reply_channel

if TYPE_CHECKING:
    from collections.abc import Callable

    from gateway.access.allowances import Allowance
    from gateway.lookups.pending import PendingLookup
    from gateway.metrics import Metrics
    from shared.messages import ClientId, Question, Reply
    from shared.settings import Settings

log = logging.getLogger(__name__)

WATCH_INTERVAL_S = 0.05
# While no lookup is older: none can be overdue at the next look, and wake-ups are half the cost of an idle
# gateway.
QUIET_INTERVAL_S = 0.2
BACK_OFF_FIRST_S = 0.05  # between two attempts to publish while the broker is down
BACK_OFF_LAST_S = 0.5
KEEP_ALIVE_S = 1.0  # a firewall may forget a connection to the broker that is idle for longer
EXPIRY_SLACK_S = 1.0  # for the way to the worker, and for corrections of Redis's clock


class Event(Protocol):
    """The methods that the dispatcher uses of a threading.Event, green or not."""

    def is_set(self) -> bool: ...
    def set(self) -> None: ...
    def clear(self) -> None: ...
    def wait(self, timeout: float | None = None) -> bool: ...


class TaskPublisher(Protocol):
    """The broker as the dispatcher sees it."""

    def publish(self, batch: LookupBatch) -> int:
        """Put `batch` on the queue and return the queue's length; raises Unavailable."""

    def keep_alive(self) -> None:
        """Use the connection that the next batch will take; raises Unavailable."""


class Dispatcher:
    """Carries lookups from the event handlers to the queue, and their replies back."""

    def __init__(
        self,
        settings: Settings,
        boot_id: str,
        publisher: TaskPublisher,
        metrics: Metrics,
        *,
        event: Event,
        sleep: Callable[[float], object],
        queue_length: Callable[[], int] = lambda: 0,
        name: str = "",
        processes: Callable[[], int] = lambda: 0,
        redis_time: Callable[[], float | None] = lambda: None,
    ) -> None:
        """Make a dispatcher of one queue.

        `processes()` returns the number of processes that take from the queue, or 0. `name` begins its keys.
        """
        self._redis_time = redis_time
        self._deadline = settings.lookup_deadline
        self._boot_id = boot_id
        self._channel = reply_channel(boot_id)
        self._publisher = publisher
        self._metrics = metrics
        self._pending = PendingTable(
            settings.lookup_deadline,
            settings.retry_after,
            settings.max_pending,
            settings.max_pending_per_client,
        )
        self._waiting = Lanes(settings.batch_max, processes)
        self._backlog = Backlog()
        self._rate = LookupRate(settings.rate_limit)
        self._keys_begin = f"{boot_id}:{name}"
        self._counter = count(1)
        self._work = event
        self._sleep = sleep
        self._queue_length = queue_length
        self.broker_is_down = False

    def submit(
        self,
        sid: str,
        namespace: str,
        client_id: ClientId,
        question: Question,
        deliver: Callable[[PendingLookup, Reply], None],
        *,
        allowance: Allowance,
    ) -> None:
        """Accept a lookup from the connection `sid`, and call `deliver(entry, reply)` with its one reply.

        A lookup with the id of a pending one from the same connection joins that one. `allowance` is that of
        the client, or of the room that asks in place of a connection.
        Raises Busy or RateLimited, and then puts nothing on the queue.
        """
        now = time.monotonic()
        if self._pending.find(sid, client_id):
            self._metrics.joined += 1
            return
        self._rate.check(allowance, now)
        lane = LANES.get(question.command, CHEAP)
        self._pending.check_caps(sid, allowance, lane)
        lookup = Lookup(
            question.command,
            question.word,
            question.pos,
            question.word2,
            question.text,
            question.context,
            question.form,
            question.where,
            question.sentence,
            question.page,
            key=f"{self._keys_begin}{next(self._counter)}",
            namespace=namespace,
            room=sid,
        )
        self._waiting.add(self._pending.add(lookup, client_id, now, deliver, allowance, lane=lane))
        if not (self._backlog and lane == CHEAP) and not self._work.is_set():  # `set` takes a lock
            self._work.set()

    def settle(self, key: str, room: str, reply: Reply) -> None:
        """Deliver `reply` to its asker; drop and count a late, repeated or misdirected one."""
        now = time.monotonic()
        entry = self._pending.settle(key, room, now)
        if entry is None:
            self._metrics.replies_dropped += 1
            return
        is_room = self._backlog.answered(entry) if entry.batch is None else self._waiting.answered(entry, now)
        if is_room and self._waiting:
            self._work.set()
        if entry.state is ABANDONED:
            self._metrics.replies_dropped += 1
            return
        if entry.attempts:  # a reply may arrive before `publish` has returned
            self._metrics.round_trip.observe(now - entry.published_at)
        self._finish(entry, reply, now)

    def forget(self, sid: str) -> None:
        """Drop the lookups of a closed connection."""
        self._pending.forget(sid)

    def reconnected(self) -> None:
        """Note that the subscription or the broker was down, so replies or batches may be lost."""
        self._pending.reconnected(time.monotonic())

    def give_up(self) -> None:
        """Answer all open lookups with an error now, because this gateway ends."""
        now = time.monotonic()
        for entry in self._pending.expired(now + self._deadline):
            self._finish(entry, self._failure(entry), now)

    def pending(self, sid: str | None = None) -> int:
        """Return the number of open lookups, from `sid` or in all."""
        return len(self._pending) if sid is None else self._pending.of_client(sid)

    def oldest_age(self) -> float:
        """Return the age of the oldest open lookup in seconds; 0 if there is none."""
        return self._pending.oldest_age(time.monotonic())

    def publish_forever(self) -> None:
        """Publish all waiting lookups as one message; meanwhile the next lookups gather."""
        back_off = BACK_OFF_FIRST_S
        while True:
            self._work.clear()  # before `take`, so that no later lookup goes unnoticed
            now = time.monotonic()
            seconds_left = self._backlog.seconds_left(now)
            entries = self._waiting.take(now, is_cheap_held=seconds_left > 0)
            if not entries:
                if not self._work.wait(seconds_left or KEEP_ALIVE_S) and not seconds_left:
                    self._keep_alive()
                continue
            is_published = False
            try:
                is_published = self._publish(entries)
            finally:  # so that no error loses them
                if not is_published:
                    self._waiting.put_back(entries)
            if is_published:
                back_off = BACK_OFF_FIRST_S
            else:
                self._sleep(back_off)
                back_off = min(back_off * 2, BACK_OFF_LAST_S)

    def watch_forever(self) -> None:
        """Look for lost and overdue lookups 20 times a second, while there are old ones."""
        while True:
            is_quiet = self.oldest_age() < QUIET_INTERVAL_S
            self._sleep(QUIET_INTERVAL_S if is_quiet else WATCH_INTERVAL_S)
            self.watch(time.monotonic())

    def watch(self, now: float) -> None:
        """Answer overdue lookups with an error, and publish lost ones again."""
        for entry in self._pending.expired(now):
            self._finish(entry, self._failure(entry), now)
        lost = list(self._pending.lost(now, queue_is_empty=not self._queue_length()))
        if lost:
            self._metrics.retries += len(lost)
            log.warning("retrying lost lookups", extra={"count": len(lost)})
            self._waiting.put_back(lost)
        if self._waiting:  # workers may have come, or expensive lookups have expired
            self._work.set()

    def _keep_alive(self) -> None:
        try:
            self._publisher.keep_alive()
        except Unavailable as error:  # the next batch takes a new connection
            log.debug("reconnecting to the broker", extra={"reason": str(error)})

    def _publish(self, entries: list[PendingLookup]) -> bool:
        # By Redis's clock, and for the youngest that can be among them.
        now_on_redis = self._redis_time()
        expires_at = None if now_on_redis is None else now_on_redis + self._deadline + EXPIRY_SLACK_S
        batch = LookupBatch(self._channel, expires_at, [entry.lookup for entry in entries])
        try:
            queue_length = self._publisher.publish(batch)
        except Unavailable as error:
            if not self.broker_is_down:
                self.broker_is_down = True
                log.error(
                    "can't publish lookups; keeping them until the broker answers",
                    extra={"reason": str(error)},
                )
            return False
        now = time.monotonic()
        if self.broker_is_down:
            self.broker_is_down = False
            log.warning("publishing lookups again")
            self._pending.reconnected(now)
        if entries[0].lane is CHEAP:
            self._backlog.published(entries, queue_length, now)
        for entry in entries:
            self._pending.published(entry, now)
        self._waiting.published(entries, now)
        self._metrics.batches.observe(len(entries))
        return True

    def _failure(self, entry: PendingLookup) -> Reply:
        error: LookupFailed
        if entry.attempts == 0 or self.broker_is_down:
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
            fields = {"id": entry.client_id, "sid": entry.sid, "key": entry.lookup.key}
            fields["command"] = entry.lookup.command
            log.debug("reply", extra={**fields, "outcome": outcome, "ms": round(seconds * 1000, 1)})
        try:
            entry.deliver(entry, reply)
        except Exception:  # the other replies of the same message must still go out
            log.exception("could not deliver a reply", extra={"sid": entry.sid})
