"""Puts batches of lookups on the Celery queue, over one connection that it keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import kombu.exceptions
from celery import Celery
from kombu.serialization import register

from gateway.broker import use_our_transports
from shared import json_codec, messages
from shared.celery_options import SOCKET_TIMEOUT_S, celery_options
from shared.errors import Unavailable
from shared.names import LOOKUP_QUEUE, LOOKUP_TASK

if TYPE_CHECKING:
    from kombu import Connection, Producer

CLOSE_TIMEOUT_S = 0.1


class Publisher:
    """Publishes tasks by name, with a Producer of its own; one green thread uses it at a time.

    Celery's `send_task` would rebuild thread-local state, and take a pooled connection, for each green
    thread that publishes.
    """

    def __init__(self, broker_url: str) -> None:
        register("json", json_codec.dumps, json_codec.loads, content_type="application/json")
        use_our_transports()
        options = celery_options(broker_url)
        self._app = Celery("wordwire-gateway", set_as_current=False, config_source=options)
        self._send = self._app.amqp.send_task_message
        self._to_publish = _BrokerConnection(self._app)
        self._to_ask = _BrokerConnection(self._app)

    def publish(self, batch: messages.LookupBatch) -> int:
        """Put `batch` on the queue as one Celery message; raises Unavailable if that fails.

        Returns how many batches stand there then; 0 when the broker does not tell: only Redis does.
        """
        task = self._app.amqp.as_task_v2(
            str(uuid4()), LOOKUP_TASK, args=(batch,), argsrepr="", kwargsrepr="", ignore_result=True
        )
        with self._to_publish as producer:
            self._send(
                producer,
                LOOKUP_TASK,
                task,
                queue=LOOKUP_QUEUE,
                declare=(),  # it was, when the connection was made; Celery would copy its parts each time
                retry=False,
                confirm_timeout=SOCKET_TIMEOUT_S,  # for brokers that confirm
            )
            return getattr(producer.channel, "queue_length", 0)

    def queue_length(self) -> int:
        """Return how many batches wait on the queue; raises Unavailable when the broker does not answer."""
        with self._to_ask as producer:
            # Declared as Celery declares it: brokers of AMQP refuse another declaration of the same queue.
            declared = producer.channel.queue_declare(LOOKUP_QUEUE, durable=True, auto_delete=False)
            return int(declared.message_count)


class _BrokerConnection:
    """A connection to the broker, with one producer; kept between uses, dropped when a use of it failed."""

    def __init__(self, app: Celery) -> None:
        self._app = app
        self._connection: Connection | None = None
        self._producer: Producer | None = None

    def __enter__(self) -> Producer:
        if self._connection is None:
            self._connection = self._app.connection_for_write()
        if self._producer is None:
            try:
                # Two tries at once: kombu's own, and its default channel's, would be seconds apart.
                self._connection.ensure_connection(max_retries=1, interval_start=0, interval_step=0)
                producer = self._connection.Producer(self._connection.channel(), auto_declare=False)
                producer.maybe_declare(self._app.amqp.queues[LOOKUP_QUEUE])
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
        # kombu's OperationalError stands outside Celery's own error tree, and a connection that could not
        # be made raises what the transport raises.
        away = (
            kombu.exceptions.KombuError,
            OSError,
            *connection.connection_errors,
            *connection.channel_errors,
        )
        if isinstance(error, away):
            raise Unavailable(f"The broker does not answer ({type(error).__name__}: {error})") from error
