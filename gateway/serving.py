"""eventlet's WSGI server, its limits, and the drain. With __main__, the only file that names eventlet."""

from __future__ import annotations

import logging
import resource
import signal
import time
from io import BytesIO
from typing import TYPE_CHECKING, Any

import eventlet
import eventlet.wsgi

from shared import json_codec
from shared.errors import TooLong

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gateway.app import Gateway
    from shared.settings import Settings

log = logging.getLogger(__name__)

LISTEN_BACKLOG = 1024
REQUEST_TIME_LIMIT_S = 9.0  # for a request to begin; again for its headers; and again for its body
SPARE_FILES = 64  # for Redis, logs and Python itself
DRAIN_CHECK_S = 0.05


class TimedHttpProtocol(eventlet.wsgi.HttpProtocol):
    """eventlet's HTTP, for clients that may send a request a byte at a time, or never."""

    # A websocket keeps both for as long as it is open, and uses neither; the library's take 24 KB a client.
    rbufsize = wbufsize = 1024  # bytes

    def _read_request_line(self) -> bytes:
        with eventlet.Timeout(REQUEST_TIME_LIMIT_S, TimeoutError("a request that never begins")):
            line: bytes = super()._read_request_line()
            return line

    def parse_request(self) -> bool:
        """Read the headers; the connection ends when they do not come in time."""
        with eventlet.Timeout(REQUEST_TIME_LIMIT_S, TimeoutError("headers that never end")):
            return bool(super().parse_request())


def serve(settings: Settings, gateway: Gateway) -> None:
    """Serve until SIGTERM or SIGINT, then drain; returns when every client is gone or the grace is over."""
    _allow_files(settings.max_connections + SPARE_FILES)
    # eventlet would share the port with whoever has it already, and half of the clients would go astray.
    listener = eventlet.listen((settings.host, settings.port), backlog=LISTEN_BACKLOG, reuse_port=False)
    for work in gateway.background:
        eventlet.spawn(_keep_alive, work)
    stop = eventlet.Event()
    for signal_number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(
            signal_number, lambda number, _frame: stop.ready() or stop.send(signal.Signals(number).name)
        )
    server = eventlet.spawn(
        eventlet.wsgi.server,
        listener,
        _with_timed_body(gateway.wsgi, settings.max_message_bytes),
        protocol=TimedHttpProtocol,
        max_size=settings.max_connections + SPARE_FILES,
        socket_timeout=REQUEST_TIME_LIMIT_S,
        debug=False,
        log_output=False,
    )
    host, port = listener.getsockname()[:2]
    log.info("serving", extra={"host": host, "port": port})
    name = stop.wait()
    log.info("draining", extra={"signal": name, "grace_s": settings.shutdown_grace})
    drain(gateway, settings.shutdown_grace)
    server.kill()
    log.info("stopped")


def drain(gateway: Gateway, grace_s: float) -> None:
    """Take no new sessions, serve those there are, and close each once it has nothing open."""
    gateway.admission.is_draining = True
    until = time.monotonic() + grace_s
    manager = gateway.server.manager

    def is_busy() -> bool:
        # What is open after its client has gone is asked in a room, where others wait for it.
        return bool(gateway.server.eio.sockets or gateway.dispatcher.pending() or gateway.errands)

    while is_busy() and time.monotonic() < until:
        for eio_sid, connection in list(gateway.server.eio.sockets.items()):
            sid = manager.sid_from_eio_sid(eio_sid, "/")
            is_done = sid is None or not gateway.dispatcher.pending(sid)
            # What is queued for a long-polling client that has gone will never be fetched.
            if connection.closed or (is_done and not connection.has_unsent):
                connection.abort("gateway is shutting down")
                gateway.server.eio.sockets.pop(eio_sid, None)
        eventlet.sleep(DRAIN_CHECK_S)
    for connection in list(gateway.server.eio.sockets.values()):
        connection.abort("gateway is shutting down")
    eventlet.sleep(0)  # what was just said goes out


def _keep_alive(work: Callable[[], None]) -> None:
    """Run a background loop, and again should it ever raise: without it lookups would wait for nothing."""
    while True:
        try:
            work()
        except Exception:
            log.exception("a background loop failed; starting it again", extra={"loop": work.__qualname__})
            eventlet.sleep(1)


def _with_timed_body(app: Callable[..., Iterable[bytes]], max_bytes: int) -> Callable[..., Iterable[bytes]]:
    """Return `app`, with each request's body read whole, within time and `max_bytes`, before it runs."""

    def timed(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] == "POST":
            if int(environ.get("CONTENT_LENGTH") or 0) > max_bytes:
                return _too_long(start_response, max_bytes)
            with eventlet.Timeout(REQUEST_TIME_LIMIT_S, TimeoutError("a body that never ends")):
                body = environ["wsgi.input"].read(max_bytes)
            environ["wsgi.input"] = BytesIO(body)
        return app(environ, start_response)

    return timed


def _too_long(start_response: Callable[..., Any], max_bytes: int) -> list[bytes]:
    message = f"A message has at most {max_bytes} bytes (MAX_MESSAGE_BYTES)."
    body = json_codec.dumps({"error": {"code": TooLong.code, "message": message}}).encode()
    headers = [
        ("Content-Type", "application/json"),
        ("Content-Length", str(len(body))),
        ("Connection", "close"),
    ]
    start_response("413 Content Too Large", headers)
    return [body]


def _allow_files(wanted: int) -> None:
    """Let this process open as many files as MAX_CONNECTIONS needs, as far as the system lets it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft >= wanted:
        return
    allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
    if allowed < wanted:
        log.warning(
            "too few open files for MAX_CONNECTIONS; raise the limit (ulimit -n) or lower the setting",
            extra={"allowed": allowed, "wanted": wanted},
        )
