"""The rooms of one gateway in this process, built as gateway/app.py does, on threads instead of eventlet."""

from __future__ import annotations

import time
from threading import Event, Thread
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import redis
import socketio

from gateway.admission import Admission
from gateway.lookups.dispatcher import Dispatcher
from gateway.metrics import Metrics
from gateway.rooms.bot import RoomBot
from gateway.rooms.delivery import Delivery
from gateway.rooms.events import RoomEvents
from gateway.rooms.members import Members
from gateway.rooms.presence import Presence
from gateway.rooms.retry_queue import RetryQueue
from gateway.rooms.store import RoomStore
from gateway.rooms.traffic import Traffic
from shared.names import CHAT_NAMESPACE, ROOMS_CHANNEL
from shared.settings import read_settings
from tests.gateway.polling_client import PollingClient
from tests.gateway.threaded_server import threaded_server
from tests.stack.waiting import wait_until

if TYPE_CHECKING:
    from shared.messages import Lookup, LookupBatch


class RoomGateway:
    """All parts of `/chat`. Events from Redis wait until `deliver_all`; lookups wait in `lookups`."""

    def __init__(self, url: str, boot_id: str, **environ: str) -> None:
        settings = read_settings({"REDIS_URL": url} | environ)
        self.lookups: list[Lookup] = []
        self.metrics = Metrics()
        self.server = threaded_server(settings, admission := Admission(settings))
        self.dispatcher = Dispatcher(settings, boot_id, self, self.metrics, event=Event(), sleep=time.sleep)
        self.members = Members()
        self.store = RoomStore(settings, boot_id)
        self.delivery = Delivery(self.server, self.members, self.store, self.metrics)
        self.retries = RetryQueue(self.store.run_all, Event(), time.sleep)
        self.traffic = Traffic(is_limited=bool(settings.rate_limit and settings.room_rate_limit))
        self.bot = RoomBot(
            self.dispatcher, self.members, self.store, retries=self.retries, traffic=self.traffic
        )
        self.presence = Presence(
            self.members, self.store, self.delivery, retries=self.retries, bot=self.bot, sleep=time.sleep
        )
        self.events = RoomEvents(
            settings,
            self.server,
            admission,
            members=self.members,
            store=self.store,
            presence=self.presence,
            bot=self.bot,
            traffic=self.traffic,
        )
        self.redis = redis.Redis.from_url(url, protocol=2)
        self._subscription = self.redis.pubsub(ignore_subscribe_messages=True)
        self._marker_channel = f"marker:{boot_id}"
        self._subscription.subscribe(ROOMS_CHANNEL, self._marker_channel)
        for loop in (
            self.dispatcher.publish_forever,
            self.delivery.catch_up_forever,
            self.retries.run_forever,
        ):
            Thread(target=loop, daemon=True).start()

    def publish(self, batch: LookupBatch) -> int:
        """Take a batch as the queue does; nobody answers it but the test."""
        self.lookups += batch.lookups
        return 1

    def keep_alive(self) -> None:
        """Do nothing, because there is no connection."""

    def client(self, token: str | None = None) -> PollingClient:
        """Connect a client."""
        return PollingClient(socketio.WSGIApp(self.server), CHAT_NAMESPACE, token)

    def deliver_all(self) -> None:
        """Finish waiting operations, then deliver every event that any gateway has published so far."""
        wait_until(lambda: not self.retries, "the retry queue to be empty")
        for message in self._received():
            self.delivery.deliver(message)

    def drop_all(self) -> None:
        """Lose every event that any gateway has published so far, as a broken subscription does."""
        wait_until(lambda: not self.retries, "the retry queue to be empty")
        self._received()

    def close(self) -> None:
        """Close the connections to Redis."""
        self._subscription.close()
        self.redis.close()

    def _received(self) -> list[bytes]:
        marker = uuid4().bytes
        self.redis.publish(self._marker_channel, marker)  # comes after everything published earlier
        found = []
        while (message := self._next())["data"] != marker:
            found.append(message["data"])
        return found

    def _next(self) -> Any:
        message = None
        while message is None:  # without one for a subscription's own confirmation
            message = self._subscription.get_message(timeout=5.0)
        return message
