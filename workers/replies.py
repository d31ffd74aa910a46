"""A write-only Socket.IO publisher; raises when Redis did not take what it publishes."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Any

import redis
import socketio
from redis.backoff import NoBackoff
from redis.retry import Retry

from shared import messages
from shared.errors import RepliesLost

if TYPE_CHECKING:
    from msgspec import Raw

    from shared.messages import Lookup

log = logging.getLogger(__name__)

GIVE_UP_AFTER_S = 1.0  # the asking gateway's own retry is the cure, so a worker never waits long
PAUSE_S = 0.05
REDIS_OPTIONS: dict[str, Any] = {
    "socket_connect_timeout": 1,
    "socket_timeout": 1,
    "socket_keepalive": True,
    "retry": Retry(NoBackoff(), 0),  # we retry, with a limit in time
}


class ReplyPublisher(socketio.RedisManager):
    """Publishes replies on the channels of the gateways that wait for them.

    The library's own publisher swallows what Redis did not take. Each process must have its own: the
    connection is made at the first use.
    """

    def __init__(self, url: str) -> None:
        super().__init__(url, write_only=True, redis_options=REDIS_OPTIONS)
        self._client: redis.Redis | None = None

    def client(self) -> redis.Redis:
        """Return this process's connection to Redis."""
        connection = self._client.connection if self._client is not None else None
        if self._client is not None and not (connection and connection.is_connected):
            # Made again by itself, it would go to where Redis was, not to where Sentinels say that it is.
            self._client.close()
            self._client = None
        if self._client is None:
            self._redis_connect()  # knows every kind of URL
            # One connection is all that a process needs, and to take it out of a pool each time costs.
            self._client = redis.Redis(
                connection_pool=self.redis.connection_pool, single_connection_client=True
            )
        return self._client

    def publish(self, channel: str, answered: list[tuple[Lookup, Raw]]) -> None:
        """Publish `answered` in one message; raises RepliesLost when Redis did not take it."""
        heard = self._publish_within(GIVE_UP_AFTER_S, channel, messages.encode_replies(answered))
        if not heard:
            log.info("nobody hears these replies; their gateway is gone", extra={"count": len(answered)})

    def _publish_within(self, seconds: float, channel: str, payload: bytes) -> int:
        until = time.monotonic() + seconds
        while True:
            try:
                return int(self.client().publish(channel, payload))
            except (redis.RedisError, OSError) as error:
                if time.monotonic() + PAUSE_S > until:
                    raise RepliesLost(f"Redis did not take the replies: {error}") from error
                time.sleep(PAUSE_S)
