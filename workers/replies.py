"""Publishes replies through Redis, and raises an error when Redis did not take them."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Any

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from shared import messages
from shared.errors import RepliesLost
from shared.redis_client import redis_client
from shared.redis_clock import RedisClock

if TYPE_CHECKING:
    from msgspec import Raw

    from shared.messages import Lookup

log = logging.getLogger(__name__)

GIVE_UP_AFTER_S = 1.0  # a worker never waits long, because the gateway retries
PAUSE_S = 0.05
REDIS_OPTIONS: dict[str, Any] = {
    # So that after one that the network swallowed there is time for another.
    "socket_connect_timeout": GIVE_UP_AFTER_S * 0.45,
    "socket_timeout": GIVE_UP_AFTER_S * 0.45,
    "retry": Retry(NoBackoff(), 0),  # we retry, with a limit in time
}


class ReplyPublisher:
    """Publishes replies on the channels of the gateways that wait for them.

    Each process needs its own publisher, which connects at its first use. Its heartbeat uses the same
    connection, so that no firewall forgets it between two lookups.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._client: redis.Redis | None = None
        self.clock = RedisClock()

    def client(self) -> redis.Redis:
        """Return this process's connection to Redis."""
        connection = self._client.connection if self._client is not None else None
        if self._client is not None and not (connection and connection.is_connected):
            # A reconnect would go to the old address of Redis; a new client asks the Sentinels.
            self._client.close()
            self._client = None
        if self._client is None:
            # A process needs one connection only, and taking it out of the pool for each reply costs time.
            pool = redis_client(self._url, **REDIS_OPTIONS).connection_pool
            self._client = redis.Redis(connection_pool=pool, single_connection_client=True)
        return self._client

    def publish(self, channel: str, answered: list[tuple[Lookup, Raw]]) -> None:
        """Publish `answered` as one message; raises RepliesLost if Redis did not take it."""
        heard = self._publish_within(GIVE_UP_AFTER_S, channel, messages.encode_replies(answered))
        if not heard:
            log.info("no gateway is subscribed to these replies", extra={"count": len(answered)})

    def _publish_within(self, seconds: float, channel: str, payload: bytes) -> int:
        until = time.monotonic() + seconds
        while True:
            try:
                return int(self.client().publish(channel, payload))
            except (redis.RedisError, OSError) as error:
                if time.monotonic() + PAUSE_S > until:
                    raise RepliesLost(f"Redis did not take the replies: {error}") from error
                time.sleep(PAUSE_S)
