"""Serves clients on HOST and PORT within the limit on open files, and drains on a signal."""

from __future__ import annotations

import logging
import os
import resource
import signal
import time
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

import eventlet

from gateway.app import background_loops, http_app
from gateway.doors.guard import Visit
from gateway.transport.http_server import HttpServer
from gateway.transport.kept_connection import Plain
from gateway.transport.listener import listen
from gateway.transport.memory import give_back_forever, resident_bytes, trimmer
from gateway.transport.places import RESERVED, Places

if TYPE_CHECKING:
    from collections.abc import Callable

    from gateway.app import Gateway
    from shared.settings import Settings

log = logging.getLogger(__name__)

# For Redis, DNS and sockets that are being closed, besides the files open at the start.
SPARE_FILES: Final = 32
DRAIN_CHECK_S: Final = 0.05
KEPT_DOORS: Final = 256  # by path, found once
LISTENER_FAILED: Final = "the listener failed"


def serve(settings: Settings, gateway: Gateway) -> None:
    """Serve until SIGTERM or SIGINT, then drain for at most the grace period, and return.

    Raises OSError if nobody can be served, or no longer.
    """
    listener = listen(settings.host, settings.port)
    places = Places(_allow_files(settings.max_connections), lambda: gateway.server.eio.open_websockets)
    gateway.admission.limit_connections(places.for_connections)
    for name, loop in background_loops(gateway).items():
        eventlet.spawn(_keep_alive, name, loop)
    eventlet.spawn(_keep_alive, "sweep places", partial(places.sweep_forever, eventlet.sleep))
    if trim := trimmer():
        give_back = partial(give_back_forever, eventlet.sleep, trim, resident_bytes)
        eventlet.spawn(_keep_alive, "give memory back", give_back)
    stop = eventlet.Event()
    for signal_number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(
            signal_number, lambda number, _frame: stop.ready() or stop.send(signal.Signals(number).name)
        )
    eio = gateway.server.eio
    app, guard = http_app(settings, gateway, eventlet.Event)
    plain = Plain(
        lru_cache(KEPT_DOORS)(guard.door),
        partial(Visit, guard),
        eio.read_loop,
        eventlet.spawn_n,
        lambda: gateway.admission.is_draining,
    )
    server = HttpServer(listener, app, places, settings.max_message_bytes, eio.unfinished, plain=plain)
    accepting = eventlet.spawn(server.accept_forever)
    # The process ends with its server, so that its supervisor notices and starts another.
    accepting.link(lambda _ended: stop.ready() or stop.send(LISTENER_FAILED))
    host, port = listener.getsockname()[:2]
    log.info("serving", extra={"host": host, "port": port})
    reason = stop.wait()
    log.info("draining", extra={"reason": reason, "grace_s": settings.shutdown_grace})
    drain(gateway, settings.shutdown_grace)
    if reason == LISTENER_FAILED:
        accepting.wait()  # raises its error
    accepting.kill()
    log.info("stopped")


def drain(gateway: Gateway, grace_s: float) -> None:
    """Accept no new sessions, serve the existing ones, and close each as soon as it has no open lookup.

    First of all, a balancer that watches this gateway hears of it, and sends new sessions elsewhere.
    """
    until = time.monotonic() + grace_s
    departure = gateway.admission.departure
    departure.begin()
    while departure.is_watched() and not gateway.admission.is_draining and time.monotonic() < until:
        eventlet.sleep(DRAIN_CHECK_S)
    gateway.admission.start_draining()
    manager = gateway.server.manager

    def is_busy() -> bool:
        # A lookup that outlives its client comes from a room, whose other members wait for the answer.
        return bool(gateway.server.eio.sockets or gateway.queues.pending() or gateway.rooms.retries)

    while is_busy() and time.monotonic() < until:
        for eio_sid, connection in list(gateway.server.eio.sockets.items()):
            sid = manager.sid_from_eio_sid(eio_sid, "/")
            is_done = sid is None or not gateway.queues.pending(sid)
            # A long-polling client that has left never fetches its unsent messages.
            if connection.closed or (is_done and not connection.has_unsent):
                connection.abort("gateway is shutting down")
                gateway.server.eio.sockets.pop(eio_sid, None)
        eventlet.sleep(DRAIN_CHECK_S)
    for connection in list(gateway.server.eio.sockets.values()):
        connection.abort("gateway is shutting down")  # its client asks the next gateway again
    gateway.queues.give_up()  # which leaves the requests over HTTP
    eventlet.sleep(0)  # lets the last messages go out


def _keep_alive(name: str, loop: Callable[[], None]) -> None:
    """Run a background loop and restart it if it raises, because lookups depend on every loop."""
    while True:
        try:
            loop()
        except Exception:
            log.exception("a background loop failed; restarting it", extra={"loop": name})
            eventlet.sleep(1)


def _allow_files(max_connections: int) -> int:
    """Raise the limit on open files as far as MAX_CONNECTIONS needs, and return the places for sockets.

    A connection has one socket, and a second one during an upgrade or while it sends packets by long-polling.
    """
    open_now = len(os.listdir("/dev/fd"))  # noqa: PTH208 (names are all we need)
    wanted = open_now + SPARE_FILES + 2 * max_connections + 2 * RESERVED
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    allowed = soft
    if soft < wanted:
        allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
    if allowed < wanted:
        log.warning(
            "too low a limit on open files for MAX_CONNECTIONS; raise it (ulimit -n) or lower the setting",
            extra={"allowed": allowed, "wanted": wanted},
        )
    return min(allowed, wanted) - open_now - SPARE_FILES
