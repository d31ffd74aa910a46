"""Reports whether lookups could be answered now: the broker, the reply subscription, the workers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from gateway.lookups.publisher import Publisher
    from gateway.message_queue import ReplyListener

BROKER_CHECK_INTERVAL_S = 1.0


class Readiness:
    """Checks the broker once a second and lists the reasons why no lookup could be answered."""

    def __init__(
        self, publishers: Mapping[str, Publisher], listener: ReplyListener, sleep: Callable[[float], object]
    ) -> None:
        self._publishers = publishers
        self._listener = listener
        self._sleep = sleep
        self._is_broker_reachable = False
        # Queue → batches that no worker has taken yet.
        self.queue_lengths = dict.fromkeys(publishers, 0)

    def check_forever(self) -> None:
        """Ask the broker for the queues' lengths once a second."""
        while True:
            self.check()
            self._sleep(BROKER_CHECK_INTERVAL_S)

    def check(self) -> None:
        """Ask the broker for the queues' lengths."""
        try:
            for queue, publisher in self._publishers.items():
                self.queue_lengths[queue] = publisher.queue_length()
            self._is_broker_reachable = True
        except Unavailable:
            self._is_broker_reachable = False

    def is_redis_reachable(self) -> bool:
        """Return whether the broker answers, and messages arrive on the reply channel."""
        return self._is_broker_reachable and self._listener.is_subscribed()

    def reasons(self) -> list[str]:
        """Return the reasons why no lookup could be answered now; an empty list means ready."""
        reasons = []
        if not self._is_broker_reachable:
            reasons.append("the broker (BROKER_URL or REDIS_URL) does not answer")
        if self._listener.is_cluster:
            reasons.append("Redis is part of a cluster; use one Redis, or Sentinels")
        elif not self._listener.is_subscribed():
            reasons.append("nothing arrives on the reply channel (SOCKETIO_QUEUE_URL or REDIS_URL)")
        elif not self._listener.workers:
            reasons.append("no worker is running; start one with `make worker`")
        elif not self._listener.question_workers:
            reasons.append("no worker takes questions; set WORKER_QUEUES=lookups,questions for one")
        return reasons
