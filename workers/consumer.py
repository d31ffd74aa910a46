"""How a worker holds on to its broker: reconnects at once, and tells that it is there."""

from __future__ import annotations

import logging
import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import redis
from celery import bootsteps
from celery.worker.consumer import Consumer
from celery.worker.state import maybe_shutdown

from shared.names import WORKERS_KEY
from workers.replies import ReplyPublisher

if TYPE_CHECKING:
    from shared.settings import Settings

log = logging.getLogger(__name__)

HEARTBEAT_INTERVAL_S = 2.0
FORGET_AFTER_S = 60.0
BACK_OFF_FIRST_S = 0.05
BACK_OFF_STEP_S = 0.1
BACK_OFF_LAST_S = 0.5


class QuickConsumer(Consumer):
    """Celery's consumer, but it tries a broker that is away twice a second.

    Celery waits 2, 4, 6 … 30 s between tries and has no setting for it: a 3 s outage would heal 3 s late.
    """

    def ensure_connected(self, conn: Any) -> Any:
        """Return `conn` once it is connected."""
        is_away = False

        def on_error(error: Exception, _seconds: float) -> None:
            nonlocal is_away
            if not is_away:
                is_away = True
                log.error("the broker does not answer; trying again", extra={"reason": str(error)})

        conn.ensure_connection(
            on_error,
            interval_start=BACK_OFF_FIRST_S,
            interval_step=BACK_OFF_STEP_S,
            interval_max=BACK_OFF_LAST_S,
            callback=maybe_shutdown,
        )
        log.info("connected to the broker")
        return conn


class Heartbeat(bootsteps.StartStopStep):
    """Tells the gateways, and whoever watches HEARTBEAT_FILE, that this worker is consuming.

    It beats on the consumer's own event loop, so a worker that lost its broker or hangs falls silent.
    """

    requires = ("celery.worker.consumer.tasks:Tasks",)
    settings: ClassVar[Settings]

    def __init__(self, consumer: Any, **options: Any) -> None:
        super().__init__(consumer, **options)
        # The parent's: all processes of a worker keep one entry fresh.
        self._name = f"{socket.gethostname()}:{os.getppid()}"
        self._entry: Any = None
        self._redis = ReplyPublisher(self.settings.socketio_queue_url)
        self._file = Path(self.settings.heartbeat_file) if self.settings.heartbeat_file else None

    def start(self, consumer: Any) -> None:
        """Begin to beat."""
        self._beat()
        self._entry = consumer.timer.call_repeatedly(HEARTBEAT_INTERVAL_S, self._beat)
        log.info("listening for lookups", extra={"worker": self._name})

    def stop(self, consumer: Any) -> None:  # noqa: ARG002 (the library's signature)
        """Fall silent: the broker is away, or the worker stops."""
        if self._entry is not None:
            self._entry.cancel()
            self._entry = None
        try:
            self._redis.client().zrem(WORKERS_KEY, self._name)
        except (redis.RedisError, OSError):
            log.debug("could not say goodbye")  # the entry is too old for anybody within seconds

    def _beat(self) -> None:
        if self._file is not None:
            self._file.touch()
        try:
            client = self._redis.client()
            seconds, _ = client.time()  # Redis's clock, since those of two hosts differ
            client.zadd(WORKERS_KEY, {self._name: seconds})
            client.zremrangebyscore(WORKERS_KEY, "-inf", seconds - FORGET_AFTER_S)
        except (redis.RedisError, OSError) as error:
            log.warning("could not tell the gateways of this worker", extra={"reason": str(error)})
