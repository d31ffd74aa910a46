"""kombu's Redis transports for a consumer, made robust against malformed messages and a lost broker."""

from __future__ import annotations

import logging
import time
from queue import Empty
from typing import Any, Literal, NoReturn

import msgspec
from kombu import compression
from kombu.transport import TRANSPORT_ALIASES, redis, virtual
from msgspec import Struct
from redis.exceptions import MasterDownError, ReadOnlyError, RedisError, ResponseError

from shared.messages import MAX_QUEUE_MESSAGE_BYTES
from shared.names import LOOKUP_TASK, WORKERS_KEY  # msgspec reads the annotations

log = logging.getLogger(__name__)

DROPS_LOGGED_A_SECOND = 20
# The beginnings of two refusals of all writes that have no class: replicas are missing, or the disk is full.
REFUSALS = ("NOREPLICAS", "MISCONF")


class TaskHeaders(Struct):
    """The headers of a batch of lookups. Those that no gateway sends must be null or missing.

    A task with an `eta` would stay in memory until then, and a megabyte that is compressed can become one
    gigabyte.
    """

    # Not Celery's own tasks, such as celery.map.
    task: Literal[LOOKUP_TASK]  # type: ignore[valid-type]  # mypy accepts no name here, but msgspec its value
    id: str
    eta: None = None
    expires: None = None
    compression: None = None


class _Properties(Struct):
    delivery_tag: str
    body_encoding: Literal["base64"]


class _QueueMessage(Struct, rename="kebab"):
    """A message in kombu's form, as one entry of a Redis list."""

    headers: TaskHeaders
    properties: _Properties
    content_type: Literal["application/json"]
    content_encoding: Literal["utf-8"]  # codecs of Python can expand their input, too
    body: str


class Drops:
    """Logs messages that are no batches of lookups, but not each of a flood."""

    def __init__(self) -> None:
        self._second = 0
        self._count = 0

    def add(self, reason: object) -> None:
        """Log that a message was dropped."""
        second = int(time.monotonic())
        if second != self._second:
            if self._count > DROPS_LOGGED_A_SECOND:
                log.warning("dropped more malformed messages", extra={"count": self._count})
            self._second, self._count = second, 0
        self._count += 1
        if self._count <= DROPS_LOGGED_A_SECOND:
            log.warning("dropped a malformed message from the queue", extra={"reason": str(reason)[:200]})


drops = Drops()  # of this process
_decoder = msgspec.json.Decoder(_QueueMessage)


class QuietQoS(virtual.QoS):
    """Keeps reserved messages in memory only, and returns them to the queue when the worker stops.

    If the broker is unreachable, the library dumps messages, users' words included, to a temporary file that
    nobody reads. Ours drops them, because the gateways retry their lookups (docs/reliability.md).
    """

    def restore_unacked_once(self, stderr: Any = None) -> None:  # noqa: ARG002 (the library's signature)
        """Put unstarted messages back on the queue, if the broker answers."""
        self._on_collect.cancel()
        self._flush()
        if self._delivered and not self._delivered.restored:
            errors = self.restore_unacked()
            self._delivered.restored = True
            if errors:
                log.info("could not return batches to the queue", extra={"count": len(errors)})


class QuietChannel(redis.Channel):
    """A channel with QuietQoS, which drops a malformed message instead of failing.

    Making one fails while Redis takes no writes, because it is a replica for instance: BRPOP is a write.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.QoS = QuietQoS
        try:
            self._write()
        except (RedisError, OSError):
            self.close()
            raise

    def _write(self) -> None:
        """Make a write that changes nothing; raises an error if Redis takes no writes."""
        try:
            self.client.zrem(WORKERS_KEY, "")
        except ResponseError as error:
            # Another one concerns this key only, such as a wrong type.
            if isinstance(error, (ReadOnlyError, MasterDownError)) or str(error).startswith(REFUSALS):
                raise

    def _brpop_read(self, **options: Any) -> bool:
        """Read what BRPOP found, and deliver it; raises Empty if it found nothing in time."""
        try:
            try:
                found = self.client.parse_response(self.client.connection, "BRPOP", **options)
            except self.connection_errors:
                self.client.connection.disconnect()  # the next command connects again
                raise
            if not found:
                raise Empty
            queue, message = found
            self._deliver(queue.decode(), message)
        finally:
            self._in_poll = None
        return True

    def _deliver(self, queue: str, text: bytes) -> None:
        self._queue_cycle.rotate(queue)
        try:
            message = _read(queue, text)
            self.connection._deliver(message, queue)  # noqa: SLF001 (as the library's own channel does)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            drops.add(repr(error))  # in the library, it would end the worker

    def _queue_bind(self, *_binding: Any) -> None:
        """Keep no binding in Redis: gateways put batches straight on the queue's list."""


def _read(queue: str, text: bytes) -> dict[str, Any]:
    """Return kombu's message of a queue's entry, with nothing in it that a gateway never sends."""
    if len(text) > MAX_QUEUE_MESSAGE_BYTES:
        raise ValueError(f"{len(text)} bytes")
    message = _decoder.decode(text)
    properties = {"delivery_info": {"exchange": "", "routing_key": queue}, "delivery_mode": 1, "priority": 0}
    return {
        "body": message.body,
        "content-type": message.content_type,
        "content-encoding": message.content_encoding,
        "headers": {"lang": "py", "task": message.headers.task, "id": message.headers.id},
        "properties": {**properties, **msgspec.structs.asdict(message.properties)},
    }


class QuietTransport(redis.Transport):
    """The transport whose channels are QuietChannels."""

    Channel = QuietChannel


class QuietSentinelChannel(QuietChannel, redis.SentinelChannel):
    """The same, for a Redis that Sentinels watch."""


class QuietSentinelTransport(redis.SentinelTransport):
    """The transport whose channels are QuietSentinelChannels."""

    Channel = QuietSentinelChannel


def refuse_compression() -> None:
    """Make kombu refuse compressed messages: a megabyte can expand to a gigabyte."""

    def refuse(_body: bytes) -> NoReturn:
        raise ValueError("compressed messages are refused")

    for content_type in compression.encoders():
        compression.register(refuse, refuse, content_type)


def use_our_transports() -> None:
    """Make kombu use these transports for the URLs of Redis.

    They replace the names of the schemes, because kombu uses these again when it tries another Sentinel.
    """
    for scheme in ("redis", "rediss"):
        TRANSPORT_ALIASES[scheme] = f"{__name__}:{QuietTransport.__name__}"
    TRANSPORT_ALIASES["sentinel"] = f"{__name__}:{QuietSentinelTransport.__name__}"
