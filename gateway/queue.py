"""The Socket.IO message queue (RedisManager) as this gateway listens to it, never silent.

It hears its own channel, on which its replies come, and the common one, which tells of rooms.
"""

from __future__ import annotations

import logging
import time
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

import msgspec
import redis
import socketio
from redis.backoff import NoBackoff
from redis.retry import Retry

from shared import messages
from shared.names import ROOMS_CHANNEL, WORKERS_KEY, reply_channel

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from gateway.metrics import Metrics

log = logging.getLogger(__name__)

CANARY_INTERVAL_S = 1.0
SILENCE_LIMIT_S = 3.0  # a subscription that hears no canary for so long is dead, whatever TCP says
BACK_OFF_FIRST_S = 0.05  # between two tries to subscribe; the library's own goes up to 60 s
BACK_OFF_LAST_S = 0.5
WORKER_SILENCE_S = 6.0  # three heartbeats
REPLIES_A_TURN = 32  # then others have their turn
REDIS_OPTIONS: dict[str, Any] = {
    "socket_connect_timeout": 2,
    "socket_timeout": 2,
    "socket_keepalive": True,
    "protocol": 2,  # with 3, redis-py makes text of each message, for a log that nobody reads
    "retry": Retry(NoBackoff(), 0),  # to subscribe again in silence would hide that replies may be lost
}


class MessageQueue(socketio.RedisManager):
    """Hears replies on this gateway's own channel, and gives each to `on_reply(key, room, reply)`.

    What the common channel tells of rooms goes to `on_room_event(payload)`.

    What a gateway says to its own connections stays in the process; nothing is published here but the
    canary, by which the gateway knows that it still hears its channel.
    """

    redis: Any
    pubsub: Any

    def __init__(self, url: str, boot_id: str, metrics: Metrics) -> None:
        super().__init__(url, channel=reply_channel(boot_id), redis_options=REDIS_OPTIONS)
        self._canary = messages.encode([messages.Canary(boot_id)])
        self._metrics = metrics
        self._last_heard = float("-inf")
        self._sung_at = 0.0
        self._heard_this_turn = 0
        self.canary_seconds = 0.0  # how long the canary took, the last time that it was heard
        self.on_reply: Callable[[str, str, messages.Reply], None]
        self.on_room_event: Callable[[bytes], None]
        self.on_reconnect: Callable[[], None]
        # Around all replies of one message, which may then be sent together.
        self.gathering: Callable[[], AbstractContextManager[None]] = nullcontext
        self.workers = 0

    def is_subscribed(self) -> bool:
        """Return whether this gateway has heard its own channel lately."""
        return time.monotonic() - self._last_heard < SILENCE_LIMIT_S + CANARY_INTERVAL_S

    def canary_forever(self) -> None:
        """Publish the canary, and count the workers, each second."""
        while True:
            try:
                self._sing()
            except (redis.RedisError, OSError):
                self.workers = 0  # not known; the listener is the one that logs
            self.server.sleep(CANARY_INTERVAL_S)

    def _sing(self) -> None:
        client = self._client()
        self._sung_at = time.monotonic()
        client.publish(self.channel, self._canary)
        seconds, _ = client.time()
        self.workers = client.zcount(WORKERS_KEY, seconds - WORKER_SILENCE_S, "+inf")

    def _thread(self) -> None:
        # The library would start listening when the first client connects; a gateway listens from its start.
        pass

    def listen_forever(self) -> None:
        """Hear this gateway's channel; after a drop, subscribe again at once."""
        back_off = 0.0  # at first at once: each reply that comes meanwhile is lost
        is_told = False
        while True:
            try:
                self._subscribe()
                while self._last_heard < self._subscribed_at:
                    self._listen_once()
                log.info("subscribed", extra={"channel": self.channel})
                self.on_reconnect()
                back_off, is_told = 0.0, False
                while True:
                    self._listen_once()
            except (redis.RedisError, OSError) as error:
                if not is_told:
                    is_told = True
                    log.error("Redis does not answer; trying again", extra={"reason": str(error)})
                self._metrics.reconnects += 1
            self.server.sleep(back_off)
            back_off = min(max(back_off * 2, BACK_OFF_FIRST_S), BACK_OFF_LAST_S)

    def _client(self) -> redis.Redis:
        if not self.connected:
            self._redis_connect()  # knows every kind of URL, and makes connections when they are needed
        client: redis.Redis = self.redis
        return client

    def _subscribe(self) -> None:
        client = self._client()
        # The new subscription takes over the canary's connection, which stands, before the old one gives
        # back its own: a round trip instead of four until replies are heard again.
        dropped, self.pubsub = self.pubsub, client.pubsub(ignore_subscribe_messages=True)
        try:
            self.pubsub.subscribe(self.channel, ROOMS_CHANNEL)
        finally:
            dropped.close()
        self._subscribed_at = time.monotonic()
        self._sing()  # to hear at once that it is so

    def _listen_once(self) -> None:
        # What get_message does, but that asks first whether there is something, which costs as much again.
        response = self.pubsub.connection.read_response(timeout=SILENCE_LIMIT_S)
        message = self.pubsub.handle_message(response)
        if message is None or message["type"] != "message":
            return
        self._last_heard = time.monotonic()
        if message["channel"] == ROOMS_CHANNEL.encode():
            self.on_room_event(message["data"])
        else:
            with self.gathering():
                self._take(message["data"])
            if self._heard_this_turn >= REPLIES_A_TURN:
                self._heard_this_turn = 0
                self.server.sleep(0)

    def _take(self, payload: bytes) -> None:
        try:
            heard = messages.decode_channel(payload)
        except (msgspec.DecodeError, RecursionError, ValueError) as error:
            self._metrics.malformed += 1
            log.warning("dropped a malformed message from Redis", extra={"reason": str(error)})
            return
        self._heard_this_turn += len(heard)
        for message in heard:
            if isinstance(message, messages.EmitMessage):
                self.on_reply(message.key, message.room, message.data[0])
            else:
                self.canary_seconds = time.monotonic() - self._sung_at
