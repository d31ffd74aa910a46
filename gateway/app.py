"""Builds every part of a gateway once and connects the parts."""

from __future__ import annotations

import logging
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import socketio
from msgspec import Struct

from gateway.admission import Admission
from gateway.doors.api import api_doors
from gateway.doors.asyncapi import asyncapi, schemas
from gateway.doors.described import openapi
from gateway.doors.guard import Guard
from gateway.doors.http import HttpApp
from gateway.doors.mcp import MCP_DOORS
from gateway.doors.web_files import WebFiles
from gateway.doors.words import PAGE, Words
from gateway.lookups.dispatcher import EXPIRY_SLACK_S, Dispatcher
from gateway.lookups.events import LookupEvents
from gateway.lookups.publisher import Publisher
from gateway.lookups.queues import QUESTION_KEYS, Queues
from gateway.message_queue import ReplyListener, Subscribers
from gateway.metrics import Metrics
from gateway.readiness import Readiness
from gateway.rooms.bot import RoomBot
from gateway.rooms.delivery import Delivery
from gateway.rooms.events import RoomEvents
from gateway.rooms.members import Members
from gateway.rooms.presence import Presence
from gateway.rooms.retry_queue import RetryQueue
from gateway.rooms.space import RoomSpace
from gateway.rooms.store import RoomStore
from gateway.rooms.traffic import Traffic
from gateway.transport.server import Server
from shared import json_codec
from shared.messages import encode
from shared.names import QUESTION_QUEUE, QUEUES
from shared.version import build_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from selectors import BaseSelector

    from shared.settings import Settings

PING_INTERVAL_S = 25
PING_TIMEOUT_S = 20
WEB_CLIENT = Path(__file__).parent / "web" / "dist"


class Rooms(Struct):
    """The parts of namespace `/chat`."""

    members: Members
    delivery: Delivery
    presence: Presence
    retries: RetryQueue
    space: RoomSpace


class Gateway(Struct):
    """The parts of a gateway."""

    metrics: Metrics
    admission: Admission
    listener: ReplyListener
    server: Server
    readiness: Readiness
    queues: Queues
    rooms: Rooms
    build_info: dict[str, str]


def build(settings: Settings, selector: BaseSelector) -> Gateway:
    """Return a gateway that is ready to serve. `selector` must be Python's own, not eventlet's."""
    boot_id = uuid4().hex
    metrics = Metrics()
    admission = Admission(settings)
    publishers = {
        queue: Publisher(settings.broker_url, settings.lookup_deadline + EXPIRY_SLACK_S, queue)
        for queue in QUEUES
    }
    listener = ReplyListener(settings.socketio_queue_url, boot_id, metrics)

    def malformed(eio_sid: str, reason: str) -> None:
        events.malformed(eio_sid, reason)  # made after the server, because it registers its handlers there

    server = _server(settings, listener, admission, selector, malformed)
    readiness = Readiness(publishers, listener, server.sleep)
    queues = Queues(
        *(
            Dispatcher(
                settings,
                boot_id,
                publishers[queue],
                metrics,
                event=server.eio.create_event(),
                sleep=server.sleep,
                queue_length=partial(readiness.queue_lengths.__getitem__, queue),
                name=QUESTION_KEYS if queue == QUESTION_QUEUE else "",
                processes=partial(listener.processes.__getitem__, queue),
                redis_time=listener.clock.now,
            )
            for queue in QUEUES
        )
    )
    events = LookupEvents(server, admission, queues, metrics, boot_id)
    rooms = _rooms(settings, boot_id, server, admission, queues=queues, metrics=metrics)
    build_info = build_of(settings)
    metrics.gauge("wordwire_build_info", "1, with the code's version.", lambda: 1, **build_info)
    return Gateway(metrics, admission, listener, server, readiness, queues, rooms, build_info)


def _rooms(
    settings: Settings,
    boot_id: str,
    server: Server,
    admission: Admission,
    *,
    queues: Queues,
    metrics: Metrics,
) -> Rooms:
    members = Members()
    store = RoomStore(settings, boot_id)
    delivery = Delivery(server, members, store, metrics)
    retries = RetryQueue(store.run_all, server.eio.create_event(), server.sleep)
    traffic = Traffic(is_limited=bool(settings.rate_limit and settings.room_rate_limit))
    bot = RoomBot(queues, members, store, retries=retries, traffic=traffic)
    presence = Presence(members, store, delivery, retries=retries, bot=bot, sleep=server.sleep)
    RoomEvents(
        settings,
        server,
        admission,
        members=members,
        store=store,
        presence=presence,
        bot=bot,
        traffic=traffic,
    )
    return Rooms(members, delivery, presence, retries, RoomSpace(store, server.sleep))


def _server(
    settings: Settings,
    listener: ReplyListener,
    admission: Admission,
    selector: BaseSelector,
    on_malformed: Callable[[str, str], None],
) -> Server:
    return Server(
        on_opened=admission.opened,
        on_closed=admission.closed,
        on_malformed=on_malformed,
        may_join=admission.may_join,
        client_manager=listener,
        json=json_codec,
        async_mode="eventlet",
        async_handlers=False,  # our handlers only queue a lookup, so they need no thread each
        cors_allowed_origins=admission.is_allowed_origin,
        ping_interval=PING_INTERVAL_S,
        ping_timeout=PING_TIMEOUT_S,
        max_http_buffer_size=settings.max_message_bytes,
        max_unsent_bytes=settings.max_unsent_bytes,
        max_unsent_total_bytes=settings.max_unsent_total_bytes,
        selector=selector,
        logger=logging.getLogger("socketio"),
        engineio_logger=logging.getLogger("engineio"),
    )


def http_app(settings: Settings, gateway: Gateway, new_event: Callable[[], Any]) -> tuple[HttpApp, Guard]:
    """Return the WSGI application of `gateway`, and the guard of its doors; `new_event` is eventlet's."""
    _add_gauges(gateway)
    documents = {
        "openapi.json": openapi(needs_token=bool(settings.auth_secret)),
        "asyncapi.json": asyncapi(),
        "schemas.json": {"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": schemas()},
    }
    files = WebFiles(WEB_CLIENT, settings.frame_ancestors)
    pages = Words(files.file(PAGE), settings.public_origin)
    lookups = api_doors({name: encode(each) for name, each in documents.items()})
    guard = Guard(
        gateway.admission,
        gateway.queues,
        gateway.metrics,
        new_event=new_event,
        at_once=settings.max_pending_per_client,
        doors=lookups | MCP_DOORS | pages.doors(),
    )
    app = HttpApp(
        socketio.WSGIApp(gateway.server),
        admission=gateway.admission,
        metrics=gateway.metrics,
        not_ready=gateway.readiness.reasons,
        status=partial(_status, gateway),
        doors=(guard.response, files.response),
    )
    return app, guard


def background_loops(gateway: Gateway) -> dict[str, Callable[[], None]]:
    """Return the loops, by name, that must each run in a green thread while `gateway` serves."""

    def reconnected() -> None:
        gateway.queues.reconnected()
        gateway.rooms.delivery.reconnected()

    engine = gateway.server.eio
    lookups, questions = gateway.queues.all
    subscribers = Subscribers(
        on_reply=gateway.queues.settle,
        on_reconnect=reconnected,
        on_room_event=gateway.rooms.delivery.deliver,
        gathering=engine.flusher.gathering,
    )
    return {
        "publish lookups": lookups.publish_forever,
        "watch lookups": lookups.watch_forever,
        "publish questions": questions.publish_forever,
        "watch questions": questions.watch_forever,
        "listen": partial(gateway.listener.listen_forever, subscribers),
        "canary": gateway.listener.canary_forever,
        "check broker": gateway.readiness.check_forever,
        "catch up with rooms": gateway.rooms.delivery.catch_up_forever,
        "room heartbeat": gateway.rooms.presence.heartbeat_forever,
        "retry for rooms": gateway.rooms.retries.run_forever,
        "space for rooms": gateway.rooms.space.watch_forever,
        "sweep": partial(gateway.admission.sweep_forever, gateway.server.sleep),
        "ping": engine.ping_forever,
        "read": engine.read_loop.read_forever,
    }


def _add_gauges(gateway: Gateway) -> None:
    admission, queues, rooms = gateway.admission, gateway.queues, gateway.rooms
    listener, readiness = gateway.listener, gateway.readiness
    gauge = gateway.metrics.gauge
    gauge("wordwire_connections", "Open connections.", admission.open_connections)
    gauge("wordwire_pending", "Lookups without a reply yet.", queues.pending)
    gauge(
        "wordwire_oldest_waiting_seconds",
        "Age of the oldest lookup without a reply; 0 if there is none.",
        queues.oldest_age,
    )
    gauge(
        "wordwire_reply_channel_seconds",
        "Last round trip from this gateway through Redis and back, measured once a second.",
        lambda: listener.canary_seconds,
    )
    gauge("wordwire_ready", "1 if a lookup could be answered now, else 0.", lambda: not readiness.reasons())
    gauge(
        "wordwire_queue_batches",
        "Batches on the queue that no worker has taken.",
        lambda: sum(readiness.queue_lengths.values()),
    )
    gauge("wordwire_rooms", "Rooms with a member on this gateway.", rooms.members.count_rooms)
    gauge("wordwire_room_members", "Room memberships on this gateway.", rooms.members.count_memberships)
    gauge("wordwire_workers", "Workers with a recent heartbeat.", lambda: listener.workers)
    _add_redis_gauges(gateway)


def _add_redis_gauges(gateway: Gateway) -> None:
    space, gauge = gateway.rooms.space, gateway.metrics.gauge
    is_up = gateway.readiness.is_redis_reachable
    gauge("wordwire_redis_up", "1 if Redis and the broker answer this gateway, else 0.", is_up)
    gauge("wordwire_redis_memory_bytes", "Memory that Redis uses.", lambda: space.used_bytes)
    gauge(
        "wordwire_redis_memory_limit_bytes",
        "The most memory that Redis may use; 0 for no limit.",
        lambda: space.limit_bytes,
    )


def _status(gateway: Gateway) -> dict[str, Any]:
    """Return the content of /status.json."""
    reasons = gateway.readiness.reasons()
    return {
        "ready": not reasons,
        "reasons": reasons,
        "draining": gateway.admission.is_draining,
        "workers": gateway.listener.workers,
        "connections": gateway.admission.open_connections(),
        "pending": gateway.queues.pending(),
        "queued_batches": sum(gateway.readiness.queue_lengths.values()),
        "queued": gateway.readiness.queue_lengths,
        "commands": gateway.metrics.recent.summary(time.monotonic()),
        **gateway.build_info,
    }
