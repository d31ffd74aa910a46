"""kombu's Redis transports for a process that publishes many messages."""

from __future__ import annotations

import logging
from typing import Any

from kombu.transport import TRANSPORT_ALIASES, redis
from kombu.utils.json import dumps
from redis.exceptions import ResponseError, WatchError

log = logging.getLogger(__name__)


class OneClientChannel(redis.Channel):
    """A channel that keeps one Redis client on a connection that it does not share, and its last message.

    kombu makes a client for each message, which is a third of the message's cost. A pool would add a tenth,
    because it checks a connection before each use.
    """

    _kept_client: Any = None
    last_message: Any = None  # of those that kombu made
    _next_in_line: bytes | None = None  # the message that a worker would take, at the last `tend`

    def ping(self) -> None:
        """Use the connection that takes the messages; a pipeline would take another one."""
        self._create_client().ping()

    def tend(self, queue: str, expire_after_s: int) -> int:
        """Let Redis delete the queue once nobody has taken a message for so long; return its length.

        Call it once a second. A queue that somebody takes from has another message next in line, and then
        its time begins again. That costs publishers and workers nothing.
        """
        with self.conn_or_acquire() as client, client.pipeline(transaction=False) as pipe:
            try:
                length, next_in_line, seconds_left = pipe.llen(queue).lindex(queue, -1).ttl(queue).execute()
            except ResponseError as error:
                _raise_unless_wrong_type(error)
                self._remove_wrong_type(queue)
                return 0
            if length and (seconds_left < 0 or next_in_line != self._next_in_line):
                pipe.expire(queue, expire_after_s).execute()
        self._next_in_line = next_in_line
        return int(length)

    def push(self, queue: str, message: str) -> int:
        """Put `message` on the queue, and return the queue's length."""
        try:
            return self._push(queue, message)
        except ResponseError as error:
            _raise_unless_wrong_type(error)
            self._remove_wrong_type(queue)
            return self._push(queue, message)

    def _push(self, queue: str, message: str) -> int:
        # The client's own method takes a third longer; its retries are off.
        connection = self._create_client().connection
        connection.send_command("LPUSH", queue, message)
        return int(connection.read_response())

    def _put(self, queue: str, message: Any, **_options: Any) -> int:
        self.last_message = message
        return self.push(queue, dumps(message))

    def _remove_wrong_type(self, queue: str) -> None:
        """Remove a key of another type that has the queue's name, because it blocks every lookup."""
        with self.conn_or_acquire() as client, client.pipeline() as pipe:
            try:
                pipe.watch(queue)
                kind = pipe.type(queue).decode()
                if kind in {"list", "none"}:  # another gateway was here first
                    return
                pipe.multi()
                pipe.delete(queue).execute()
            except WatchError:
                return
        log.error("removed a key of the wrong type that had the queue's name", extra={"type": kind})

    def _queue_bind(self, *_binding: Any) -> None:
        """Keep no binding in Redis: a batch goes straight to its queue's list."""

    def _create_client(self, asynchronous: bool = False) -> Any:
        if asynchronous:
            return super()._create_client(asynchronous=True)
        if self._kept_client is None:
            self._kept_client = self.Client(connection_pool=self.pool, single_connection_client=True)
        return self._kept_client


class OneClientTransport(redis.Transport):
    """The transport whose channels are OneClientChannels."""

    Channel = OneClientChannel


class OneClientSentinelChannel(OneClientChannel, redis.SentinelChannel):
    """A OneClientChannel for a Redis that Sentinels watch."""


class OneClientSentinelTransport(redis.SentinelTransport):
    """The transport whose channels are OneClientSentinelChannels."""

    Channel = OneClientSentinelChannel


def use_our_transports() -> None:
    """Make kombu use these transports for all Redis URLs.

    It finds them by the URL's scheme, because kombu looks the scheme up again when it moves to another
    Sentinel.
    """
    for scheme in ("redis", "rediss"):
        TRANSPORT_ALIASES[scheme] = f"{__name__}:{OneClientTransport.__name__}"
    TRANSPORT_ALIASES["sentinel"] = f"{__name__}:{OneClientSentinelTransport.__name__}"


def _raise_unless_wrong_type(error: ResponseError) -> None:
    if "WRONGTYPE" not in str(error):
        raise error
