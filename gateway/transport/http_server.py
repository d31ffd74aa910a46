"""Serves a WSGI app to every TCP client, on eventlet's HTTP protocol, with an accept loop that never ends.

eventlet's own accept loop ends for ever at the first error of accept(), as when the process has no file left;
the process then lives on and answers nobody. Its protocol reads a body only if asked, and waits without end.
"""

from __future__ import annotations

import errno
import logging
import socket
import time
from contextlib import suppress
from io import BufferedReader, BytesIO
from typing import TYPE_CHECKING, Any, Final

import eventlet
import eventlet.wsgi

from gateway.access.addresses import network_of, plain_address
from gateway.transport.handshake import TAKE_SOCKET_KEY
from gateway.transport.kept_connection import Ahead, KeptConnection, Plain
from gateway.transport.places import IS_FULL_KEY, PAUSE_KEY, Places
from gateway.transport.request_body import BadBody, Source, read_body
from gateway.transport.unread import COUNTED_FROM
from shared import json_codec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gateway.transport.unread import UnreadBytes

log = logging.getLogger(__name__)

# The longest word of a lookup, a text of 2,000 characters, takes up to 24 KB in an address.
MAX_REQUEST_LINE_BYTES: Final = 32_768
ACCEPTS_A_TURN: Final = 2  # then those who are connected have their turn
ACCEPT_PAUSE_S: Final = 0.1  # when the system has no file or memory for another socket
LOG_PAUSE_S: Final = 10.0

# What accept() reports about one client that has left; nothing is wrong here. (See "Error handling" in
# accept(2): Linux also passes on errors of the network.)
_CLIENT_ERRORS: Final = {
    errno.ECONNABORTED,
    errno.ECONNRESET,
    errno.EHOSTDOWN,
    errno.EHOSTUNREACH,
    errno.EINTR,
    errno.ENETDOWN,
    errno.ENETUNREACH,
    errno.ENOPROTOOPT,
    errno.ENOTCONN,
    errno.EOPNOTSUPP,
    errno.EPIPE,
    errno.EPROTO,
    errno.ETIMEDOUT,
}
_LISTENER_CLOSED: Final = {errno.EBADF, errno.EINVAL, errno.ENOTSOCK}


class HttpServer(eventlet.wsgi.Server):
    """Accepts clients and answers their requests with `app`, within the `places` there are."""

    def __init__(
        self,
        listener: Any,
        app: Callable[..., Any],
        places: Places,
        max_body_bytes: int,
        unfinished: UnreadBytes,
        *,
        plain: Plain | None = None,
    ) -> None:
        super().__init__(listener, listener.getsockname(), app, log_output=False, debug=False)
        self.max_http_version = "HTTP/1.1"
        self.url_length_limit = MAX_REQUEST_LINE_BYTES
        self.places = places
        self.max_body_bytes = max_body_bytes
        self.unfinished = unfinished
        self.plain = plain
        self._logged_at = 0.0

    def accept_forever(self) -> None:
        """Accept clients until the listener closes; wait out every error of accept()."""
        while True:
            for _ in range(ACCEPTS_A_TURN):
                try:
                    accepted, address = self.socket.accept()
                except OSError as error:
                    if error.errno in _LISTENER_CLOSED:
                        raise
                    self._wait_out(error)
                    continue
                client = plain_address(address)
                network = network_of(client[0])
                self.places.make_room(network)
                if self.plain is None:
                    self.serve(accepted, client)
                    continue
                try:
                    self.keep(self.plain, accepted, client, network)
                except Exception:
                    log.exception("keeping a new connection failed")
                    accepted.close()
            eventlet.sleep(0)

    def keep(self, plain: Plain, sock: Any, client: tuple[str, int], network: str) -> None:
        """Serve plain requests without a green thread; the first other one gets one."""
        KeptConnection(sock, client, network, plain=plain, places=self.places, hand_over=self.serve)

    def serve(self, sock: Any, client: tuple[str, int], ahead: bytes = b"") -> None:
        """Serve a connection, of which `ahead` has been read already, in a green thread."""
        eventlet.spawn(self._serve, [client, sock, "", ahead])

    def _wait_out(self, error: OSError) -> None:
        if error.errno in _CLIENT_ERRORS:
            return
        now = time.monotonic()
        if now - self._logged_at > LOG_PAUSE_S:
            self._logged_at = now
            log.error("can't accept connections; trying again", extra={"reason": str(error)})
        self.places.end_one()
        eventlet.sleep(ACCEPT_PAUSE_S)

    def _serve(self, state: list[Any]) -> None:
        try:
            HttpConnection(state, self)
        except (OSError, EOFError):
            pass  # the client has left, or has lost its place
        except Exception:
            log.exception("serving an HTTP connection failed")


class HttpConnection(eventlet.wsgi.HttpProtocol):
    """One TCP connection: it reads each request whole, and then answers it."""

    # An open websocket keeps both buffers and uses neither; at eventlet's sizes they take 24 KB a client.
    rbufsize = wbufsize = 1024  # bytes

    server: HttpServer
    connection: Any
    rfile: Any
    wfile: Any

    def setup(self) -> None:
        """Take a place; the first request must come whole within the time limit."""
        super().setup()
        if ahead := self.conn_state.pop():
            room = max(self.rbufsize, len(ahead))
            self.rfile = BufferedReader(Ahead(ahead, self.rfile.detach()), room)
        self._is_first = True
        self._received = 0  # bytes of a request that is not whole
        self._is_taken = False  # the socket has become a websocket
        self._lost_place = eventlet.Event()
        self.network = network_of(self.client_address[0])
        self.server.places.waits(self)

    def handle(self) -> None:
        """Answer requests until one of the two sides has enough."""
        while True:
            self.close_connection = True
            self.handle_one_request()
            if self.close_connection:
                return
            plain = self.server.plain
            if plain and self.command == "GET" and plain.door(self.path) and self._keep(plain):
                return
            self._is_first = False
            self.server.places.waits(self)
            eventlet.sleep(0)  # a client that sends its requests ahead takes turns with the others

    def end(self) -> None:
        """Close the socket; the green thread that waits for the client notices."""
        self._lost_place.send(None)
        with suppress(OSError):  # the client may have left already
            self.connection.shutdown(socket.SHUT_RDWR)

    def give_up(self, unread: int) -> None:  # noqa: ARG002 (a Holder's signature)
        """End the wait for the rest of a request, because all unfinished ones take too much memory."""
        self.server.places.end(self)

    def parse_request(self) -> bool:
        """Read the headers; a request on a connection that was idle has the whole time limit."""
        if not self._is_first:
            self.server.places.waits(self)
        self.rfile = Source(self.rfile, self._note_received)
        return bool(super().parse_request())

    def get_environ(self) -> dict[str, Any]:
        """Return the request's environ, with the means to take the socket and to pause."""
        environ: dict[str, Any] = super().get_environ()
        environ["SERVER_PROTOCOL"] = self.request_version
        environ[TAKE_SOCKET_KEY] = self._take_socket
        environ[PAUSE_KEY] = self._pause
        return environ

    def handle_one_response(self) -> None:
        """Read the body, and answer."""
        unread = self.environ["eventlet.input"]

        def ask_for_body() -> None:
            if unread.should_send_hundred_continue:
                self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
                self.wfile.flush()
                unread.is_hundred_continue_response_sent = True

        try:
            source = Source(self.rfile, self._note_received)
            body = read_body(source, self.headers, self.server.max_body_bytes, ask_for_body)
        except BadBody as error:
            self._refuse(error)
            return
        finally:
            self._received = 0
            self.server.unfinished.forget(self)
        # Nothing is left for eventlet to discard.
        unread.position, unread.chunk_length = unread.content_length or 0, 0
        self.environ["wsgi.input"] = BytesIO(body)
        self.environ["CONTENT_LENGTH"] = str(len(body))
        self.environ[IS_FULL_KEY] = not self.server.places.works(self)
        self.application = self._answer
        super().handle_one_response()

    def finish(self) -> None:
        """Close the socket and give the place back.

        The library leaves a socket open to the garbage collector when its last bytes can't be sent.
        """
        self.environ: dict[str, Any] = {}  # it refers to this connection
        self.server.unfinished.forget(self)
        for file in (self.wfile, self.rfile):
            with suppress(OSError):
                file.close()
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)
        self.connection.close()
        self.server.places.left(self)

    def log_message(self, *_message: Any) -> None:
        """Log nothing: the library would write a line for each malformed request."""

    def _note_received(self, number: int) -> None:
        self._received += number
        if self._received > COUNTED_FROM:
            self.server.unfinished.grew(self, self._received)

    def _answer(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        result: Iterable[bytes] = self.server.app(environ, start_response)
        if not self._is_taken:
            self.server.places.waits(self)  # until the client has read the response
            if self.server.plain is not None and self.server.plain.is_draining():
                self.close_connection = True
        return [] if self.command == "HEAD" else result

    def _pause(self, seconds: float) -> None:
        self.server.places.waits(self)
        with eventlet.Timeout(seconds, False):
            self._lost_place.wait()
            raise EOFError("another client has taken the place")
        self.server.places.works(self)

    def _take_socket(self, response: bytes) -> tuple[Any, bytes]:
        """Send `response`, and return the socket with the bytes that have already come after the request."""
        self.wfile.write(response)
        self.wfile.flush()
        ahead = self._ahead()
        self._is_taken = True
        self.server.places.left(self)
        eventlet.wsgi.WSGI_LOCAL.already_handled = True  # there is no other response
        return self._detach(), ahead

    def _keep(self, plain: Plain) -> bool:
        """Leave the socket to a KeptConnection, if nothing has come yet after the request."""
        if self._ahead():
            self.connection.setblocking(True)
            return False
        self.server.keep(plain, self._detach(), self.client_address, self.network)
        return True

    def _ahead(self) -> bytes:
        """Return the bytes that have already come after the request; the socket no longer waits for any."""
        self.connection.setblocking(False)
        ahead: bytes = self.rfile.peek() if self.rfile.readable() else b""
        return ahead

    def _detach(self) -> Any:
        real = self.connection.fd
        return type(self.connection)(type(real)(fileno=real.detach()))

    def _refuse(self, error: BadBody) -> None:
        self.close_connection = True
        body = json_codec.dumps({"error": {"code": error.code, "message": str(error)}}).encode()
        head = (
            f"HTTP/1.1 {error.status}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        )
        self.wfile.write(head.encode() + body)
        self.wfile.flush()
