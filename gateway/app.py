"""Builds every part of a gateway once, and ties them together."""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import engineio.payload
import socketio
from msgspec import Struct

from gateway.admission import Admission
from gateway.dispatcher import Dispatcher
from gateway.events import LookupEvents
from gateway.http import HttpApp
from gateway.local_rooms import LocalRooms
from gateway.metrics import Metrics
from gateway.publisher import Publisher
from gateway.queue import MessageQueue
from gateway.room_bot import RoomBot
from gateway.room_errands import RoomErrands
from gateway.room_hearing import RoomHearing
from gateway.room_store import RoomStore
from gateway.rooms import RoomEvents
from gateway.server import Server
from gateway.webfiles import WebFiles
from shared import json_codec
from shared.errors import Unavailable
from shared.names import CHAT_NAMESPACE

if TYPE_CHECKING:
    from collections.abc import Callable
    from selectors import BaseSelector

    from gateway.pending import PendingLookup
    from shared.messages import Reply
    from shared.settings import Settings

log = logging.getLogger(__name__)

PING_INTERVAL_S = 25
PING_TIMEOUT_S = 20
MAX_PACKETS_A_POST = 256  # the library's 16 cuts off a client that sends 17 messages at once, again and again
BROKER_CHECK_INTERVAL_S = 1.0
WEB_CLIENT = Path(__file__).parent / "web" / "dist"


class Gateway(Struct):
    """The parts that whoever serves a gateway needs."""

    wsgi: HttpApp
    server: Server
    admission: Admission
    dispatcher: Dispatcher
    errands: RoomErrands
    background: list[Callable[[], None]]


def build(settings: Settings, selector: BaseSelector) -> Gateway:
    """Return a gateway that is ready to be served; its `background` must run, each in a (green) thread.

    `selector` must be a real one, not eventlet's.
    """
    boot_id = uuid4().hex
    metrics = Metrics()
    admission = Admission(settings)
    publisher = Publisher(settings.broker_url)
    queue = MessageQueue(settings.socketio_queue_url, boot_id, metrics)
    server = _server(settings, queue, admission, selector)
    broker = BrokerCheck(publisher, server.sleep)
    events = LookupEvents(server, admission, metrics, boot_id)
    local_rooms = LocalRooms()
    room_store = RoomStore(settings)
    hearing = RoomHearing(server, local_rooms, room_store, metrics, boot_id)
    errands = RoomErrands(server.eio.create_event(), server.sleep)
    bot = RoomBot(local_rooms, room_store, errands)
    RoomEvents(
        settings,
        server,
        admission,
        rooms=local_rooms,
        store=room_store,
        hearing=hearing,
        errands=errands,
        bot=bot,
    )

    def deliver(entry: PendingLookup, reply: Reply) -> None:
        (bot if entry.lookup.namespace == CHAT_NAMESPACE else events).deliver(entry, reply)

    def reconnected() -> None:
        dispatcher.reconnected()
        hearing.reconnected()

    dispatcher = Dispatcher(
        settings,
        boot_id,
        publisher,
        deliver,
        metrics,
        event=server.eio.create_event(),
        sleep=server.sleep,
        queue_length=lambda: broker.length,
    )
    events.dispatcher = bot.dispatcher = dispatcher
    queue.on_reply = dispatcher.settle
    queue.gathering = server.eio.flusher.gathering
    queue.on_room_event = hearing.hear
    queue.on_reconnect = reconnected

    def not_ready() -> list[str]:
        return _reasons(broker, queue)

    def status() -> dict[str, Any]:
        return {
            "ready": not not_ready(),
            "reasons": not_ready(),
            "draining": admission.is_draining,
            "workers": queue.workers,
            "connections": admission.open_connections(),
            "pending": dispatcher.pending(),
            "queued_batches": broker.length,
            "commands": metrics.recent.summary(time.monotonic()),
        }

    metrics.gauge("wordwire_connections", "Open connections.", admission.open_connections)
    metrics.gauge("wordwire_pending", "Lookups without a reply yet.", dispatcher.pending)
    metrics.gauge(
        "wordwire_oldest_waiting_seconds",
        "Age of the oldest lookup without a reply, wherever it waits; 0 when there is none.",
        dispatcher.oldest_age,
    )
    metrics.gauge(
        "wordwire_reply_channel_seconds",
        "From this gateway through Redis back to it, the last time it tried (each second).",
        lambda: queue.canary_seconds,
    )
    metrics.gauge("wordwire_ready", "1 if a lookup could be answered now, else 0.", lambda: not not_ready())
    metrics.gauge(
        "wordwire_queue_batches", "Batches on the queue that no worker has taken.", lambda: broker.length
    )
    metrics.gauge("wordwire_rooms", "Rooms that somebody here is in.", lambda: len(local_rooms))
    metrics.gauge("wordwire_room_members", "Memberships of rooms here.", lambda: local_rooms.members)
    metrics.gauge("wordwire_workers", "Workers that were heard of lately.", lambda: queue.workers)
    return Gateway(
        wsgi=HttpApp(
            socketio.WSGIApp(server),
            admission=admission,
            metrics=metrics,
            not_ready=not_ready,
            status=status,
            web=WebFiles(WEB_CLIENT, settings.frame_ancestors).response,
        ),
        server=server,
        admission=admission,
        dispatcher=dispatcher,
        errands=errands,
        background=[
            dispatcher.publish_forever,
            dispatcher.watch_forever,
            queue.listen_forever,
            queue.canary_forever,
            broker.check_forever,
            hearing.catch_up_forever,
            hearing.beat_forever,
            errands.run_forever,
            admission.sweep_forever,
            server.eio.ping_forever,
            server.eio.readers.read_forever,
        ],
    )


class BrokerCheck:
    """Whether the broker answers, and how long its queue is."""

    def __init__(self, publisher: Publisher, sleep: Callable[[float], object]) -> None:
        self._publisher = publisher
        self._sleep = sleep
        self.is_reachable = False
        self.length = 0

    def check_forever(self) -> None:
        """Ask the broker each second."""
        while True:
            try:
                self.length = self._publisher.queue_length()
                self.is_reachable = True
            except Unavailable:
                self.is_reachable = False
            self._sleep(BROKER_CHECK_INTERVAL_S)


def _server(settings: Settings, queue: MessageQueue, admission: Admission, selector: BaseSelector) -> Server:
    engineio.payload.Payload.max_decode_packets = MAX_PACKETS_A_POST
    server = Server(
        client_manager=queue,
        json=json_codec,
        async_mode="eventlet",
        async_handlers=False,  # our handlers only put a lookup in line
        cors_allowed_origins=admission.is_allowed_origin,
        ping_interval=PING_INTERVAL_S,
        ping_timeout=PING_TIMEOUT_S,
        max_http_buffer_size=settings.max_message_bytes,
        max_unsent_bytes=settings.max_unsent_bytes,
        selector=selector,
        logger=logging.getLogger("socketio"),
        engineio_logger=logging.getLogger("engineio"),
    )
    admission.server = server
    server.on_opened = admission.opened
    server.on_closed = admission.closed
    return server


def _reasons(broker: BrokerCheck, queue: MessageQueue) -> list[str]:
    """Return why lookups can't be answered now; empty when they can."""
    reasons = []
    if not broker.is_reachable:
        reasons.append("the broker (BROKER_URL or REDIS_URL) does not answer")
    if not queue.is_subscribed():
        reasons.append("this gateway does not hear its reply channel (SOCKETIO_QUEUE_URL or REDIS_URL)")
    elif not queue.workers:
        reasons.append("no worker is listening; start one with `make worker`")
    return reasons
