"""Puts batches of lookups on the Celery queue over a connection that it keeps."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING
from uuid import uuid4

import kombu.exceptions
from celery import Celery
from kombu.serialization import register

from gateway.lookups.envelope import Envelope
from gateway.lookups.kombu_transport import OneClientChannel, use_our_transports
from shared import json_codec, messages
from shared.celery_options import celery_options
from shared.errors import Unavailable
from shared.names import LOOKUP_QUEUE, LOOKUP_TASK

if TYPE_CHECKING:
    from kombu import Connection, Producer

CLOSE_TIMEOUT_S = 0.1
# Of one command, which Redis answers within a millisecond. A batch that was lost on the way goes out again
# after this time, so a short one brings the service back soon after the network fails.
BROKER_TIMEOUT_S = 1.0
EXPIRE_AFTER_S = 25.0  # the default deadline of a lookup, with slack


class Publisher:
    """Publishes tasks by name to one queue with one Producer, for one green thread at a time.

    Celery's `send_task` would rebuild thread-local state and take a pooled connection for each green thread
    that publishes. The broker drops batches that no worker takes for `expire_after_s`.
    """

    def __init__(
        self, broker_url: str, expire_after_s: float = EXPIRE_AFTER_S, queue: str = LOOKUP_QUEUE
    ) -> None:
        self._expire_after_s = expire_after_s
        self._queue = queue
        register("json", json_codec.dumps, json_codec.loads, content_type="application/json")
        use_our_transports()
        options = celery_options(broker_url, BROKER_TIMEOUT_S)
        self._app = Celery("wordwire-gateway", set_as_current=False, config_source=options)
        self._send = self._app.amqp.send_task_message
        self._for_batches = _BrokerConnection(self._app, queue)
        self._envelope: Envelope | None = None  # for Redis, from the first batch on
        # Another green thread asks for the queue's length.
        self._for_checks = _BrokerConnection(self._app, queue)

    def publish(self, batch: messages.LookupBatch) -> int:
        """Put `batch` on the queue as one Celery message; raises Unavailable if that fails.

        Returns the number of batches then on the queue, or 0 if the broker does not report it; only Redis
        does.
        """
        with self._for_batches as producer:
            if self._envelope is not None:
                length: int = producer.channel.push(self._queue, self._envelope.around(batch))
                return length
            task = self._app.amqp.as_task_v2(
                str(uuid4()), LOOKUP_TASK, args=(batch,), argsrepr="", kwargsrepr="", ignore_result=True
            )
            length = self._send(
                producer,
                LOOKUP_TASK,
                task,
                queue=self._queue,
                declare=(),  # __enter__ declared the queue once; Celery would copy its parts each time
                retry=False,
                confirm_timeout=BROKER_TIMEOUT_S,  # for brokers that confirm each message
                **self._expiration(producer),
            )
            if not isinstance(producer.channel, OneClientChannel):
                return 0
            self._envelope = Envelope(producer.channel.last_message, batch)
            return length

    def queue_length(self) -> int:
        """Return the number of batches on the queue; raises Unavailable if the broker does not answer.

        Call it once a second, because that also ends a Redis queue that nobody takes from.
        """
        with self._for_checks as producer:
            if isinstance(producer.channel, OneClientChannel):
                return producer.channel.tend(self._queue, ceil(self._expire_after_s))
            return self._declare(producer)

    def keep_alive(self) -> None:
        """Use the connection for batches, so that no firewall forgets it; raises Unavailable.

        The green thread that publishes must call it.
        """
        with self._for_batches as producer:
            if isinstance(producer.channel, OneClientChannel):
                producer.channel.ping()
            else:
                self._declare(producer)

    def _declare(self, producer: Producer) -> int:
        """Return the length of the queue, as the answer to its declaration."""
        # The same options as Celery's, because AMQP brokers refuse a different declaration of a queue.
        declared = producer.channel.queue_declare(self._queue, durable=True, auto_delete=False)
        return int(declared.message_count)

    def _expiration(self, producer: Producer) -> dict[str, float]:
        """Return the option by which AMQP brokers drop an old message; in Redis the whole queue expires."""
        if isinstance(producer.channel, OneClientChannel):
            return {}
        return {"expiration": self._expire_after_s}


class _BrokerConnection:
    """A connection to the broker with one producer, kept between uses and dropped after a failed one."""

    def __init__(self, app: Celery, queue: str) -> None:
        self._app = app
        self._queue = queue
        self._connection: Connection | None = None
        self._producer: Producer | None = None

    def __enter__(self) -> Producer:
        if self._connection is None:
            self._connection = self._app.connection_for_write()
        if self._producer is None:
            try:
                # Two attempts without a pause; kombu's own, and those of its default channel, are seconds
                # apart.
                self._connection.ensure_connection(max_retries=1, interval_start=0, interval_step=0)
                producer = self._connection.Producer(self._connection.channel(), auto_declare=False)
                producer.maybe_declare(self._app.amqp.queues[self._queue])
                self._producer = producer
            except BaseException as error:
                self.__exit__(None, error, None)
                raise
        return self._producer

    def __exit__(self, _type: object, error: BaseException | None, _trace: object) -> None:
        if error is None:
            return
        connection, self._connection, self._producer = self._connection, None, None
        if connection is None:
            return
        connection.collect(socket_timeout=CLOSE_TIMEOUT_S)
        # kombu's OperationalError is not one of Celery's own errors, and a failed connection raises the
        # transport's.
        unavailable = (
            kombu.exceptions.KombuError,
            OSError,
            *connection.connection_errors,
            *connection.channel_errors,
        )
        if isinstance(error, unavailable):
            raise Unavailable(f"The broker does not answer ({type(error).__name__}: {error})") from error
