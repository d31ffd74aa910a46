"""Listens to the Socket.IO message queue: the Redis channels that carry replies and room messages.

A gateway subscribes to two channels: its own for replies, and another that all gateways share for rooms.
"""

from __future__ import annotations

import logging
import time
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

import msgspec
import redis
import socketio
from msgspec import Struct
from redis.backoff import NoBackoff
from redis.retry import Retry

from shared import messages
from shared.names import (
    LOOKUP_QUEUE,
    QUESTION_QUEUE,
    QUESTION_WORKER_SUFFIX,
    ROOMS_CHANNEL,
    WORKERS_KEY,
    count_processes,
    reply_channel,
)
from shared.redis_client import redis_client
from shared.redis_clock import RedisClock

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from gateway.metrics import Metrics

log = logging.getLogger(__name__)

CANARY_INTERVAL_S = 1.0
SILENCE_LIMIT_S = 3.0  # after this long without a canary a subscription is dead, even if TCP reports no error
# For the answer to one command, or the first canary. An attempt that the network swallowed ends after this
# time, so the service is back within two seconds after the network.
REDIS_TIMEOUT_S = 1.0
BACK_OFF_FIRST_S = 0.05  # between two attempts to subscribe; python-socketio's back-off grows to 60 s
BACK_OFF_LAST_S = 0.25
WORKER_SILENCE_S = 6.0  # three heartbeats
OF_A_CLUSTER = (redis.exceptions.MovedError, redis.exceptions.ClusterDownError)
MOST_WORKERS = 10_000  # entries read at once
REPLIES_A_TURN = 32  # then the listener lets other green threads run
REDIS_OPTIONS: dict[str, Any] = {
    "socket_connect_timeout": REDIS_TIMEOUT_S,
    "socket_timeout": REDIS_TIMEOUT_S,
    "protocol": 2,  # with 3, redis-py formats each message for a debug log
    "retry": Retry(NoBackoff(), 0),  # a silent reconnect would hide a possible loss of replies
}


class Subscribers(Struct, frozen=True):
    """The functions that a ReplyListener calls.

    `on_reply(key, room, reply)` takes each reply, and `gathering()` surrounds all replies of one Redis
    message, so that they can go out together. `on_room_event(payload)` takes each message of the rooms'
    channel. `on_reconnect()` runs after each new subscription, the first one included.
    """

    on_reply: Callable[[str, str, messages.Reply], None]
    on_reconnect: Callable[[], None]
    on_room_event: Callable[[bytes], None] = lambda _payload: None
    gathering: Callable[[], AbstractContextManager[None]] = nullcontext


class ReplyListener(socketio.RedisManager):
    """A client manager for the Socket.IO server that listens from the start and reports every reconnect.

    python-socketio's own manager listens only once the first client has connected, and reconnects in silence.
    This one publishes only a canary, to its own channel, because its arrival proves that the subscription
    works.
    """

    redis: redis.Redis
    pubsub: Any

    def __init__(self, url: str, boot_id: str, metrics: Metrics) -> None:
        super().__init__(url, channel=reply_channel(boot_id))
        self._canary = messages.encode([messages.Canary(boot_id)])
        self._metrics = metrics
        self._subscribed_at = 0.0
        self._last_message_at = float("-inf")
        self._canary_sent_at = 0.0
        self._replies_this_turn = 0
        self.clock = RedisClock()
        self.is_cluster = False  # then Redis refuses commands for most keys
        self.canary_seconds = 0.0  # round trip of the last canary
        self.workers = self.question_workers = 0  # those with a recent heartbeat, by queue
        self.processes = {LOOKUP_QUEUE: 0, QUESTION_QUEUE: 0}  # of these workers
        self._redis_connect()

    def is_subscribed(self) -> bool:
        """Return whether a message has arrived within the last 4 s; the canary comes every second."""
        return time.monotonic() - self._last_message_at < SILENCE_LIMIT_S + CANARY_INTERVAL_S

    def canary_forever(self) -> None:
        """Publish the canary and count the workers once a second."""
        while True:
            try:
                self._send_canary()
            except (redis.RedisError, OSError):
                self._note_workers([])  # unknown; listen_forever logs the failure
            self.server.sleep(CANARY_INTERVAL_S)

    def listen_forever(self, subscribers: Subscribers) -> None:
        """Pass every message to `subscribers`; subscribe again whenever the subscription drops."""
        back_off = 0.0  # the first attempt is immediate, because replies are lost until it succeeds
        is_logged = False
        while True:
            try:
                self._subscribe()
                while self._last_message_at < self._subscribed_at:
                    self._listen_once(subscribers, within=REDIS_TIMEOUT_S)
                log.info("subscribed", extra={"channel": self.channel})
                subscribers.on_reconnect()
                back_off, is_logged = 0.0, False
                while True:
                    self._listen_once(subscribers)
            except (redis.RedisError, OSError) as error:
                if not is_logged:
                    is_logged = True
                    log.error("Redis does not answer; trying again", extra={"reason": str(error)})
                self._metrics.reconnects += 1
            self.server.sleep(back_off)
            back_off = min(max(back_off * 2, BACK_OFF_FIRST_S), BACK_OFF_LAST_S)

    def _redis_connect(self) -> None:
        self.redis = redis_client(self.redis_url, **REDIS_OPTIONS)
        self.pubsub = self._new_pubsub()
        self.connected = True

    def _new_pubsub(self) -> Any:
        return self.redis.pubsub(ignore_subscribe_messages=True)  # type: ignore[no-untyped-call]  # redis-py has no types for it

    def _thread(self) -> None:
        # python-socketio calls this when the first client connects, but listen_forever runs already.
        pass

    def _send_canary(self) -> None:
        self._canary_sent_at = time.monotonic()
        self.redis.publish(self.channel, self._canary)
        answer: Any = self.redis.time()
        self.clock.set(answer)
        since = answer[0] - WORKER_SILENCE_S
        try:
            found = self.redis.zrangebyscore(WORKERS_KEY, since, "+inf", 0, MOST_WORKERS)
        except OF_A_CLUSTER:
            self.is_cluster = True
            raise
        self.is_cluster = False
        self._note_workers(found)

    def _note_workers(self, names: Any) -> None:
        questions = [name for name in names if name.endswith(QUESTION_WORKER_SUFFIX.encode())]
        self.question_workers = len(questions)
        self.workers = len(names) - len(questions)
        self.processes[QUESTION_QUEUE] = sum(map(count_processes, questions))
        self.processes[LOOKUP_QUEUE] = sum(map(count_processes, names)) - self.processes[QUESTION_QUEUE]

    def _subscribe(self) -> None:
        # The order saves three round trips of four until replies arrive again: the new subscription takes the
        # canary's live connection from the pool before the old one returns its dead connection there.
        dropped, self.pubsub = self.pubsub, self._new_pubsub()
        try:
            self.pubsub.subscribe(self.channel, ROOMS_CHANNEL)
        finally:
            dropped.close()
        self._subscribed_at = time.monotonic()
        self._send_canary()  # its arrival confirms the subscription at once

    def _listen_once(self, subscribers: Subscribers, within: float = SILENCE_LIMIT_S) -> None:
        # get_message would first check whether there is anything to read, which costs as much as reading it.
        response = self.pubsub.connection.read_response(timeout=within)
        message = self.pubsub.handle_message(response)
        if message is None or message["type"] != "message":
            return
        self._last_message_at = time.monotonic()
        if message["channel"] == ROOMS_CHANNEL.encode():
            try:
                subscribers.on_room_event(message["data"])
            except Exception:  # one bad event must not cost the subscription
                log.exception("could not deliver a room event")
        else:
            with subscribers.gathering():
                self._receive(message["data"], subscribers)
            if self._replies_this_turn >= REPLIES_A_TURN:
                self._replies_this_turn = 0
                self.server.sleep(0)

    def _receive(self, payload: bytes, subscribers: Subscribers) -> None:
        try:
            received = messages.decode_channel(payload)
        except (msgspec.DecodeError, RecursionError, ValueError) as error:
            self._metrics.malformed += 1
            log.warning("dropped a malformed message from Redis", extra={"reason": str(error)})
            return
        self._replies_this_turn += len(received)
        for message in received:
            if isinstance(message, messages.EmitMessage):
                subscribers.on_reply(message.key, message.room, message.data[0])
            else:
                self.canary_seconds = time.monotonic() - self._canary_sent_at
