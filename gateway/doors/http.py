"""Serves health, readiness and metrics, leads to the doors, and guards the way to Socket.IO."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from prometheus_client import CONTENT_TYPE_LATEST

from gateway.transport.places import IS_FULL_KEY, PAUSE_KEY
from gateway.transport.responses import JSON, NEVER_KEEP, Environ, Response, pairs, respond
from gateway.transport.server import EIO_SID_KEY
from shared import json_codec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from gateway.admission import Admission
    from gateway.metrics import Metrics

log = logging.getLogger(__name__)

SOCKETIO_PATH = "/socket.io"

# Repeats the id in a handshake's body for the balancer, which can then send the long-polling requests that
# follow (`?sid=`) to this gateway without a cookie.
SID_HEADER = "X-Engine-Io-Sid"

FULL = (503, "busy", "This gateway has no place for another request. Try again later.")
TOO_MANY_HANDSHAKES = (
    503,
    "busy",
    "Too many connections from your address have joined nothing. Try again later.",
)
FOREIGN = (403, "unauthorized", "Pages of this origin may not connect. See CORS_ALLOWED_ORIGINS.")
# JSONP would let any page read the answers, and run them as a script.
JSONP = (400, "bad_request", "There is no JSONP.")
NO_SUCH_PAGE = (404, "bad_request", "There is no such page.")


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
        self._doors = doors
        self._pages: dict[str, Callable[[], Response]] = {
            "/metrics": lambda: respond(200, metrics.expose(), CONTENT_TYPE_LATEST, NEVER_KEEP),
            "/healthz": lambda: _json(200, {"status": "alive"}),
            "/servez": self._servez,
            "/readyz": self._readyz,
            "/status.json": lambda: _json(200, status()),
        }

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer one request."""
        path = environ["PATH_INFO"]
        if path.startswith(SOCKETIO_PATH):
            # Without this header no websocket uses compression, which takes a third of the gateway's time and
            # 90 KB a connection.
            environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
            refusal = self._refusal(environ)
            if refusal is None:
                return self._socketio_app(environ, _with_sid(environ, start_response))
            found = _error(*refusal)
        else:
            found = self._found(path, environ) or _error(*NO_SUCH_PAGE)
        status, headers, body = found
        start_response(status, pairs(headers))
        return [body]

    def _found(self, path: str, environ: Environ) -> Response | None:
        if path in self._pages:
            return self._pages[path]()
        return next(filter(None, (door(path, environ) for door in self._doors)), None)

    def _refusal(self, environ: Environ) -> tuple[int, str, str] | None:
        """Return the (status, code, message) of a refused request; a handshake waits for its turn."""
        origin = environ.get("HTTP_ORIGIN")
        if not self._admission.is_allowed_origin(origin, environ):
            log.warning(
                "origin refused; CORS_ALLOWED_ORIGINS lists the allowed ones", extra={"origin": origin}
            )
            return FOREIGN
        query = parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True)
        if "j" in query:
            return JSONP
        if environ.get(IS_FULL_KEY):
            return FULL
        if "sid" in query or environ["REQUEST_METHOD"] == "OPTIONS":
            return None
        wait = self._admission.handshake_wait(environ)
        if wait is None:
            return TOO_MANY_HANDSHAKES
        if wait and PAUSE_KEY in environ:
            environ[PAUSE_KEY](wait)
        refusal = self._admission.refusal(environ)
        return refusal and (503, *refusal)

    def _servez(self) -> Response:
        """Report to balancers whether this gateway takes new sessions.

        While it drains it answers 404, at which HAProxy sends no new sessions but does not mark it down. The
        first such answer begins the drain.
        """
        if not self._admission.departure.check():
            self._admission.start_draining()
        if self._admission.is_draining:
            return _json(404, {"status": "draining"})
        return _json(200, {"status": "serving"})

    def _readyz(self) -> Response:
        """Report whether a lookup could be answered now and, if not, the reasons."""
        reasons = self._not_ready()
        if reasons:
            return _json(503, {"status": "not ready", "reasons": reasons})
        return _json(200, {"status": "ready"})


def _with_sid(environ: Environ, start_response: Callable[..., Any]) -> Callable[..., Any]:
    def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
        if EIO_SID_KEY in environ:
            headers = [*headers, (SID_HEADER, environ[EIO_SID_KEY])]
        return start_response(status, headers, *rest)

    return start


def _error(status: int, code: str, message: str) -> Response:
    return _json(status, {"error": {"code": code, "message": message}})


def _json(status: int, content: Any) -> Response:
    return respond(status, json_codec.dumps(content).encode(), JSON, NEVER_KEEP)
