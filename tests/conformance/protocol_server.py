"""The servers that the suites of Engine.IO and Socket.IO ask for, on the port of the first argument."""

# ruff: noqa: E402  # patch before any other import, as the gateway does
import warnings

warnings.filterwarnings("ignore", message="\nEventlet is deprecated")
from selectors import DefaultSelector

import eventlet

eventlet.monkey_patch()

import sys
from collections.abc import Callable
from typing import Any

import engineio
import socketio

from gateway.admission import Admission
from gateway.transport.engine import Engine
from gateway.transport.http_server import HttpServer
from gateway.transport.listener import listen
from gateway.transport.places import Places
from gateway.transport.server import Server
from shared import json_codec
from shared.settings import read_settings
from tests.conformance.limits import MAX_BYTES, PING_INTERVAL_S, PING_TIMEOUT_S

PLACES = 1000
OPTIONS: dict[str, Any] = {
    "async_mode": "eventlet",
    "async_handlers": False,
    "ping_interval": PING_INTERVAL_S,
    "ping_timeout": PING_TIMEOUT_S,
    "max_http_buffer_size": MAX_BYTES,
    "max_unsent_bytes": MAX_BYTES,
    "max_unsent_total_bytes": 0,
}


def echo_engine() -> Engine:
    """Return an Engine.IO server that sends every message back."""
    engine = Engine(selector=DefaultSelector(), **OPTIONS)
    engine.on("message", engine.send)
    return engine


def echo_server(admission: Admission) -> Server:
    """Return a Socket.IO server that sends every message back, in `/` and `/custom`."""
    server = Server(
        on_opened=admission.opened,
        on_closed=admission.closed,
        on_malformed=lambda _sid, _reason: None,
        json=json_codec,
        selector=DefaultSelector(),
        **OPTIONS,
    )
    for namespace in ("/", "/custom"):
        _echo_in(server, namespace, admission)
    return server


def _echo_in(server: Server, namespace: str, admission: Admission) -> None:
    def connect(sid: str, _environ: dict[str, Any], auth: Any = None) -> None:
        admission.join(server.eio_sid(sid, namespace), None, namespace)
        eventlet.spawn(server.emit_locally, "auth", auth or {}, namespace, sid)

    def message(sid: str, *sent: Any) -> None:
        server.emit("message-back", tuple(sent), to=sid, namespace=namespace)

    server.on("connect", connect, namespace=namespace)
    server.on("message", message, namespace=namespace)
    server.on("message-with-ack", lambda _sid, *sent: tuple(sent), namespace=namespace)


def main(port: int) -> None:
    """Serve both suites until the process is ended."""
    admission = Admission(read_settings({}))
    engine, server = echo_engine(), echo_server(admission)
    apps = {"/engine.io/": engineio.WSGIApp(engine), "/socket.io/": socketio.WSGIApp(server)}

    def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        return apps[environ["PATH_INFO"]](environ, start_response)

    for each in (engine, server.eio):
        eventlet.spawn(each.ping_forever)
        eventlet.spawn(each.read_loop.read_forever)
    eventlet.spawn(admission.sweep_forever, eventlet.sleep)
    places = Places(PLACES, lambda: 0)
    HttpServer(listen("127.0.0.1", port), app, places, MAX_BYTES, engine.unfinished).accept_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]))
