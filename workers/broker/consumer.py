"""A worker's consumer: it reconnects at once, takes only batches of lookups, and reports that it consumes.

When the worker must stop, it returns the unbegun lookups.
"""

from __future__ import annotations

import logging
import math
import socket
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import redis
from celery import bootsteps
from celery.worker import state
from celery.worker.consumer import Consumer
from celery.worker.state import maybe_shutdown
from kombu.exceptions import ContentDisallowed, DecodeError, KombuError

from shared.messages import MAX_QUEUE_MESSAGE_BYTES
from shared.names import LOOKUP_TASK, WORKERS_KEY, worker_name
from workers.broker.kombu_transport import TaskHeaders, drops

if TYPE_CHECKING:
    from celery import Celery

    from shared.messages import LookupBatch
    from shared.settings import Settings
    from workers.replies import ReplyPublisher

log = logging.getLogger(__name__)

# In the app's configuration, because Celery constructs the consumer.
SETTINGS_KEY = "wordwire_settings"
REPLIES_KEY = "wordwire_replies"
QUEUE_KEY = "wordwire_queue"
PID_KEY = "wordwire_pid"
HEARTBEAT_INTERVAL_S = 2.0
FORGET_AFTER_S = 60.0
BACK_OFF_FIRST_S = 0.05
BACK_OFF_STEP_S = 0.1
BACK_OFF_LAST_S = 0.5
RESTART_INTERVAL_S = 1.0


class QuickConsumer(Consumer):
    """Celery's consumer, which here tries an unreachable broker twice a second, and takes only our tasks.

    Celery waits 2, 4, 6 … 30 s between tries and has no setting for that, so it would be 3 s late after an
    outage of 3 s.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._restart_state = _Restarts()

    def create_task_handler(self, *arguments: Any, **options: Any) -> Any:
        """Return Celery's handler of messages, behind a check of each message."""
        handle = super().create_task_handler(*arguments, **options)

        def on_task_received(message: Any) -> None:
            try:
                _check(message)
            except (msgspec.ValidationError, ContentDisallowed, DecodeError) as error:
                self.on_decode_error(message, error)
            else:
                handle(message)

        return on_task_received

    def on_decode_error(self, message: Any, error: Exception) -> None:
        """Drop a message, and log why; the library would log its text, users' words included."""
        drops.add(error)
        message.reject_log_error(log, self.connection_errors)

    def ensure_connected(self, conn: Any) -> Any:
        """Return `conn` once it is connected."""
        is_away = False

        def on_error(error: Exception, _seconds: float) -> None:
            nonlocal is_away
            if not is_away:
                is_away = True
                refuses = isinstance(error, redis.ResponseError)
                event = "the broker takes no messages" if refuses else "the broker does not answer"
                log.error("%s; trying again", event, extra={"reason": str(error)})

        conn.ensure_connection(
            on_error,
            interval_start=BACK_OFF_FIRST_S,
            interval_step=BACK_OFF_STEP_S,
            interval_max=BACK_OFF_LAST_S,
            callback=maybe_shutdown,
        )
        log.info("connected to the broker")
        return conn


class _Restarts:
    """Paces the restarts of a consumer; Celery's own logs a traceback after the fifth in a second."""

    def __init__(self) -> None:
        self._last_at = -math.inf

    def step(self) -> None:
        """Wait if the last restart was within a second."""
        if time.monotonic() < self._last_at + RESTART_INTERVAL_S:
            time.sleep(BACK_OFF_LAST_S)
        self._last_at = time.monotonic()


def _check(message: Any) -> None:
    """Leave a message only the headers that its task needs; raises an error if it is no batch of lookups.

    The Redis transport has checked most of it, RabbitMQ's has not.
    """
    headers = msgspec.convert(message.headers, TaskHeaders)
    if len(message.body or "") > MAX_QUEUE_MESSAGE_BYTES:
        raise DecodeError(f"more than {MAX_QUEUE_MESSAGE_BYTES} bytes")
    if (message.content_type, message.content_encoding) != ("application/json", "utf-8"):
        raise ContentDisallowed("no JSON in UTF-8")
    message.decode()  # kombu keeps the result
    message.headers = {"lang": "py", "task": headers.task, "id": headers.id}


class Returns:
    """Puts the unanswered lookups of a batch back on the queue, for another worker."""

    def __init__(self, app: Celery) -> None:
        self._app = app
        self._has_failed = False

    def give_back(self, batch: LookupBatch, answered: int) -> bool:
        """Return `batch` without its first lookups, if this process is to stop, and say whether it did."""
        if state.should_stop is None or self._has_failed:
            return False
        rest = msgspec.structs.replace(batch, lookups=batch.lookups[answered:])
        connection = self._app.connection_for_write()
        try:
            connection.ensure_connection(max_retries=1, interval_start=0, interval_step=0)
            queue = self._app.conf[QUEUE_KEY]
            self._app.send_task(LOOKUP_TASK, (rest,), queue=queue, connection=connection, retry=False)
        except (KombuError, OSError, *connection.connection_errors, *connection.channel_errors) as error:
            self._has_failed = True  # so they are answered here
            log.info("could not return lookups to the queue", extra={"reason": str(error)})
        finally:
            connection.close()
        return not self._has_failed


class Heartbeat(bootsteps.StartStopStep):
    """Shows the gateways, and monitors of HEARTBEAT_FILE, that this worker is consuming.

    It beats on the consumer's own event loop, so it stops if the worker hangs or has lost its broker. Celery
    constructs it; its parts are in the app's configuration.
    """

    requires = ("celery.worker.consumer.tasks:Tasks",)

    def __init__(self, consumer: Any, **options: Any) -> None:
        super().__init__(consumer, **options)
        settings: Settings = consumer.app.conf[SETTINGS_KEY]
        # With the parent's pid, because all processes of a worker keep one entry fresh; os.getppid() returns
        # another once the parent has died.
        queue: str = consumer.app.conf[QUEUE_KEY]
        pid: int = consumer.app.conf[PID_KEY]
        self._name = worker_name(socket.gethostname(), pid, queue, settings.processes[queue])
        self._entry: Any = None
        self._replies: ReplyPublisher = consumer.app.conf[REPLIES_KEY]
        self._file = Path(settings.heartbeat_file) if settings.heartbeat_file else None

    def start(self, consumer: Any) -> None:
        """Start to beat."""
        self._beat()
        self._entry = consumer.timer.call_repeatedly(HEARTBEAT_INTERVAL_S, self._beat)
        log.info("listening for lookups", extra={"worker": self._name})

    def stop(self, consumer: Any) -> None:  # noqa: ARG002 (the library's signature)
        """Stop to beat, because the broker is unreachable or the worker stops."""
        if self._entry is not None:
            self._entry.cancel()
            self._entry = None
        try:
            self._replies.client().zrem(WORKERS_KEY, self._name)
        except (redis.RedisError, OSError):
            log.debug("could not remove this worker's entry")  # within seconds it is too old to count

    def _beat(self) -> None:
        if self._file is not None:
            self._file.touch()
        try:
            client = self._replies.client()
            answer: Any = client.time()
            self._replies.clock.set(answer)
            try:
                client.zadd(WORKERS_KEY, {self._name: answer[0]})
            except redis.exceptions.ResponseError as error:
                if "WRONGTYPE" not in str(error):
                    raise
                client.delete(WORKERS_KEY)  # for the next heartbeat: no gateway sees any worker
                log.error("removed a key of the wrong type that had the workers' name")
            client.zremrangebyscore(WORKERS_KEY, "-inf", answer[0] - FORGET_AFTER_S)
        except (redis.RedisError, OSError) as error:
            log.warning("could not report this worker to the gateways", extra={"reason": str(error)})
