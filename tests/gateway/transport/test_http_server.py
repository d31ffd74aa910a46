"""The HTTP server on real sockets: its accept loop, its time limit, its places, and valid requests."""

from __future__ import annotations

import errno
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest

from gateway.transport import http_server
from gateway.transport import places as places_module
from gateway.transport.handshake import TAKE_SOCKET_KEY
from gateway.transport.http_server import HttpServer
from gateway.transport.listener import listen
from gateway.transport.places import IS_FULL_KEY, PAUSE_KEY, RESERVED, Places
from gateway.transport.unread import UnreadBytes
from tests.gateway.transport.http_client import Client, is_whole
from tests.gateway.transport.websocket import PATIENCE_S, eventlet, wait_until

LIMIT_BYTES = 20
PLACES = 3 * RESERVED
GET = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"


class Site:
    """A server whose app answers with the request's method, address and body, or as its path says."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.websockets: list[Any] = []
        self.places = Places(PLACES, lambda: len(self.websockets))
        self.unfinished = UnreadBytes(10**6, 10**6)
        self.may_answer = eventlet.Event()
        self.listener = listen(host, 0)
        self.server = HttpServer(self.listener, self._app, self.places, LIMIT_BYTES, self.unfinished)
        self.accepting = eventlet.spawn(self.server.accept_forever)
        self._clients: list[Client] = []

    def client(self, sent: bytes = b"") -> Client:
        """Connect a client and send something."""
        client = Client(self.listener.getsockname()[:2])
        self._clients.append(client)
        client.socket.sendall(sent)
        return client

    def answer(self, sent: bytes) -> bytes:
        """Return the response to the request of a new client."""
        client = self.client(sent)
        wait_until(lambda: client.is_ended or is_whole(client.received()))
        return client.received()

    def stop(self) -> None:
        """Stop accepting, and close every connection."""
        self.accepting.kill()
        self.listener.close()
        for client in self._clients:
            client.socket.close()

    def _app(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        match environ["PATH_INFO"]:
            case "/websocket":
                self.websockets.append(environ[TAKE_SOCKET_KEY](b"HTTP/1.1 101 Hello\r\n\r\n"))
                return ()
            case "/slow":
                self.may_answer.wait()
            case "/paused":
                environ[PAUSE_KEY](0.05)
        if environ[IS_FULL_KEY]:
            start_response("503 Service Unavailable", [])
            return [b"full"]
        start_response("200 OK", [])
        method, address = environ["REQUEST_METHOD"], environ["REMOTE_ADDR"]
        return [f"{method} {address} ".encode() + environ["wsgi.input"].read()]


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.stop()


@pytest.mark.parametrize("method", ["POST", "GET", "PUT", "OPTIONS"])
@pytest.mark.parametrize(
    "body",
    [b"Content-Length: 5\r\n\r\nhello", b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"],
    ids=["by length", "in chunks"],
)
def test_a_body_of_any_method_reaches_the_app_whole(site: Site, method: str, body: bytes) -> None:
    answer = site.answer(f"{method} / HTTP/1.1\r\nHost: x\r\n".encode() + body)

    assert answer.startswith(b"HTTP/1.1 200 OK\r\n")
    assert answer.endswith(f"{method} 127.0.0.1 hello".encode())


def test_requests_on_one_connection_are_answered_in_turn(site: Site) -> None:
    post = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n"
    client = site.client(GET + post + b"40" + GET)

    wait_until(lambda: client.received().count(b"200 OK") == 3)

    assert client.received().count(b"POST 127.0.0.1 40") == 1


def test_a_body_is_asked_for_if_its_client_wants_to_be_asked(site: Site) -> None:
    client = site.client(b"POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
    wait_until(lambda: client.received() == b"HTTP/1.1 100 Continue\r\n\r\n")

    client.socket.sendall(b"40")

    wait_until(lambda: client.received().endswith(b"POST 127.0.0.1 40"))


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 21\r\n\r\n", 413),
        (b"PUT / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
        (b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n", 400),
        (b"no request\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nHost: x\r\nBad Header\r\nContent-Length: 5\r\n\r\nhello", 400),
        (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length : 5\r\n\r\nhello", 400),
    ],
)
def test_a_bad_request_is_refused_and_its_connection_closed(site: Site, sent: bytes, status: int) -> None:
    client = site.client(sent)
    wait_until(lambda: client.received() and client.is_ended)

    assert f" {status} ".encode() in client.received()
    assert site.places.taken() == 0


def test_head_has_headers_only(site: Site) -> None:
    client = site.client(b"HEAD / HTTP/1.1\r\nHost: x\r\n\r\n" + GET)

    wait_until(lambda: client.received().count(b"200 OK") == 2)

    _first, second, body = client.received().split(b"\r\n\r\n")
    assert second.startswith(b"HTTP/1.1 200 OK")
    assert body == b"GET 127.0.0.1 "


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"GET / HT",
        b"GET / HTTP/1.1\r\nHost: x\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhel",
        b"OPTIONS / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
        GET + b"GET / HTTP/1.1\r\n",
    ],
    ids=["nothing", "half a line", "half the headers", "half a body", "half a chunk", "half the next one"],
)
def test_a_client_that_does_not_finish_its_request_is_cut_off(
    site: Site, monkeypatch: pytest.MonkeyPatch, sent: bytes
) -> None:
    client = site.client(sent)
    wait_until(lambda: site.places.taken() == 1 and (GET not in sent or client.received()))
    site.places.sweep()
    assert site.places.taken() == 1

    monkeypatch.setattr(places_module, "WAIT_LIMIT_S", -1.0)
    site.places.sweep()

    wait_until(lambda: client.received() is not None and client.is_ended)
    assert site.places.taken() == 0


def test_a_client_that_does_not_read_its_response_is_cut_off(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = site.client()
    with suppress(BlockingIOError):
        while True:
            client.socket.sendall(GET * 100)
            eventlet.sleep(0.001)
    monkeypatch.setattr(places_module, "WAIT_LIMIT_S", -1.0)

    site.places.sweep()

    wait_until(lambda: site.places.taken() == 0)


def test_silent_clients_never_keep_another_out(site: Site) -> None:
    for _ in range(2 * PLACES):
        site.client()
        eventlet.sleep(0)

    assert site.answer(GET).endswith(b"GET 127.0.0.1 ")
    assert site.places.taken() <= PLACES


def test_when_every_place_is_worked_for_an_urgent_request_is_still_answered(site: Site) -> None:
    slow = [site.client(b"GET /slow HTTP/1.1\r\nHost: x\r\n\r\n") for _ in range(PLACES - RESERVED)]
    wait_until(lambda: len(site.places._working) == len(slow))

    assert site.answer(GET).endswith(b"full")

    site.may_answer.send(None)
    wait_until(lambda: all(client.received().endswith(b"GET 127.0.0.1 ") for client in slow))


def test_a_paused_request_may_lose_its_place(site: Site) -> None:
    paused = b"GET /paused HTTP/1.1\r\nHost: x\r\n\r\n"
    assert site.answer(paused).endswith(b"GET 127.0.0.1 ")

    client = site.client(paused)
    wait_until(lambda: site.places.taken() == 2)
    eventlet.sleep(0.01)
    site.places.end_one()
    site.places.end_one()

    wait_until(lambda: client.received() is not None and client.is_ended)
    assert client.received() == b""


def test_a_websocket_takes_the_socket_and_the_bytes_ahead(site: Site) -> None:
    client = site.client(b"GET /websocket HTTP/1.1\r\nHost: x\r\n\r\nahead")
    wait_until(lambda: site.websockets)

    ((sock, ahead),) = site.websockets

    sock.sendall(b"later")
    wait_until(lambda: client.received() == b"HTTP/1.1 101 Hello\r\n\r\nlater")
    assert ahead == b"ahead"
    assert site.places.taken() == 1  # as a websocket
    sock.close()


@pytest.mark.parametrize(
    "number", [errno.EMFILE, errno.ENFILE, errno.ECONNRESET, errno.EPIPE, errno.ECONNABORTED, errno.ENOMEM]
)
def test_errors_of_accept_are_waited_out(site: Site, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(http_server, "ACCEPT_PAUSE_S", 0.001)
    accept = site.listener.accept
    errors = [OSError(number, "made up")] * 5

    def fail_first() -> Any:
        if errors:
            raise errors.pop()
        return accept()

    site.accepting.kill()
    site.server.socket.accept = fail_first
    site.accepting = eventlet.spawn(site.server.accept_forever)

    assert site.answer(GET).endswith(b"GET 127.0.0.1 ")
    assert not errors


def test_a_listener_that_closes_ends_the_loop(site: Site) -> None:
    site.listener.shutdown(socket.SHUT_RDWR)

    until = time.monotonic() + PATIENCE_S
    while not site.accepting.dead and time.monotonic() < until:
        eventlet.sleep(0.01)

    with pytest.raises(OSError, match="nvalid"):
        site.accepting.wait()
