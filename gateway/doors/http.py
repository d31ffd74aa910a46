"""Serves health, readiness and metrics, leads to the doors, and guards the way to Socket.IO."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from prometheus_client import CONTENT_TYPE_LATEST

from gateway.transport.places import IS_FULL_KEY, PAUSE_KEY
from gateway.transport.server import EIO_SID_KEY
from shared import json_codec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from gateway.admission import Admission
    from gateway.doors.problems import Response
    from gateway.metrics import Metrics

log = logging.getLogger(__name__)

Environ = dict[str, Any]
SOCKETIO_PATH = "/socket.io"

# Repeats the id in a handshake's body for the balancer, which can then send the long-polling requests that
# follow (`?sid=`) to this gateway without a cookie.
SID_HEADER = "X-Engine-Io-Sid"

FULL = ("busy", "This gateway has no place for another request. Try again later.")
TOO_MANY_HANDSHAKES = ("busy", "Too many connections from your address have joined nothing. Try again later.")

OK = "200 OK"
BAD_REQUEST = "400 Bad Request"
FORBIDDEN = "403 Forbidden"
NOT_FOUND = "404 Not Found"
UNAVAILABLE = "503 Service Unavailable"


class HttpApp:
    """The WSGI application; it checks Socket.IO requests and passes them to `socketio_app`.

    Each of `doors` returns its response to a path, or None if the path leads elsewhere.
    """

    def __init__(
        self,
        socketio_app: Callable[..., Iterable[bytes]],
        *,
        admission: Admission,
        metrics: Metrics,
        not_ready: Callable[[], list[str]],
        status: Callable[[], dict[str, Any]],
        doors: Sequence[Callable[[str, Environ], Response | None]],
    ) -> None:
        self._socketio_app = socketio_app
        self._admission = admission
        self._metrics = metrics
        self._not_ready = not_ready
        self._status = status
        self._doors = doors
        self._pages: dict[str, Callable[[], tuple[str, Any]]] = {
            "/healthz": self._healthz,
            "/servez": self._servez,
            "/readyz": self._readyz,
            "/status.json": self._status_json,
        }

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer one request."""
        path = environ["PATH_INFO"]
        if path.startswith(SOCKETIO_PATH):
            return self._socketio(environ, start_response)
        if path == "/metrics":
            return _respond(start_response, OK, self._metrics.expose(), CONTENT_TYPE_LATEST)
        page = self._pages.get(path)
        if page is not None:
            return _respond_json(start_response, *page())
        for door in self._doors:
            found = door(path, environ)
            if found is not None:
                status, headers, body = found
                start_response(status, headers)
                return [body]
        return _respond_json(start_response, NOT_FOUND, _error("bad_request", "There is no such page."))

    def _socketio(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        # Without this header no websocket uses compression, which takes a third of the gateway's time and 90
        # KB a connection.
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        origin = environ.get("HTTP_ORIGIN")
        if not self._admission.is_allowed_origin(origin, environ):
            log.warning(
                "origin refused; CORS_ALLOWED_ORIGINS lists the allowed ones", extra={"origin": origin}
            )
            error = _error("unauthorized", "Pages of this origin may not connect. See CORS_ALLOWED_ORIGINS.")
            return _respond_json(start_response, FORBIDDEN, error)
        query = parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True)
        if "j" in query:  # JSONP would let any page read the answers, and run them as a script
            return _respond_json(start_response, BAD_REQUEST, _error("bad_request", "There is no JSONP."))
        if "sid" not in query and environ["REQUEST_METHOD"] != "OPTIONS":
            refusal = self._refusal(environ)
            if refusal is not None:
                return _respond_json(start_response, UNAVAILABLE, _error(*refusal))
        elif environ.get(IS_FULL_KEY):
            return _respond_json(start_response, UNAVAILABLE, _error(*FULL))

        def start_with_sid(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            if EIO_SID_KEY in environ:
                headers = [*headers, (SID_HEADER, environ[EIO_SID_KEY])]
            return start_response(status, headers, *rest)

        return self._socketio_app(environ, start_with_sid)

    def _refusal(self, environ: Environ) -> tuple[str, str] | None:
        """Return the (code, message) of a refused handshake; None when its turn has come."""
        if environ.get(IS_FULL_KEY):
            return FULL
        wait = self._admission.handshake_wait(environ)
        if wait is None:
            return TOO_MANY_HANDSHAKES
        if wait and PAUSE_KEY in environ:
            environ[PAUSE_KEY](wait)
        return self._admission.refusal(environ)

    def _healthz(self) -> tuple[str, Any]:
        """Report that the process is alive."""
        return OK, {"status": "alive"}

    def _servez(self) -> tuple[str, Any]:
        """Report to balancers whether this gateway takes new sessions.

        While it drains it answers 404, at which HAProxy sends no new sessions but does not mark it down. The
        first such answer begins the drain.
        """
        if not self._admission.departure.check():
            self._admission.start_draining()
        if self._admission.is_draining:
            return NOT_FOUND, {"status": "draining"}
        return OK, {"status": "serving"}

    def _status_json(self) -> tuple[str, Any]:
        """Return the figures that the page /status shows."""
        return OK, self._status()

    def _readyz(self) -> tuple[str, Any]:
        """Report whether a lookup could be answered now and, if not, the reasons."""
        reasons = self._not_ready()
        if reasons:
            return UNAVAILABLE, {"status": "not ready", "reasons": reasons}
        return OK, {"status": "ready"}


def _error(code: str, message: str) -> dict[str, Any]:
    return {"error": {"code": code, "message": message}}


def _respond_json(start_response: Callable[..., Any], status: str, content: Any) -> list[bytes]:
    return _respond(start_response, status, json_codec.dumps(content).encode(), "application/json")


def _respond(start_response: Callable[..., Any], status: str, body: bytes, content_type: str) -> list[bytes]:
    headers = [
        ("Content-Type", content_type),
        ("Content-Length", str(len(body))),
        ("Cache-Control", "no-store"),
    ]
    start_response(status, headers)
    return [body]
