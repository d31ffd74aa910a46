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
    from shared.messages import Lookup, Reply

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

    def client(self) -> redis.Redis:
        """Return this process's connection to Redis."""
        if not self.connected:
            self._redis_connect()
        client: redis.Redis = self.redis
        return client

    def publish(self, channel: str, answered: list[tuple[Lookup, Reply]]) -> None:
        """Publish `answered` in one message; raises RepliesLost when Redis did not take it."""
        payload = messages.encode(
            [
                messages.EmitMessage("reply", lookup.namespace, lookup.room, (reply,))
                for lookup, reply in answered
            ]
        )
        heard = self._publish_within(GIVE_UP_AFTER_S, channel, payload)
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
