"""Connections that clients keep: plain requests are answered in turn, all others go back to the server."""

from __future__ import annotations

import selectors
import socket
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from gateway.transport import places as places_module
from gateway.transport.handshake import TAKE_SOCKET_KEY
from gateway.transport.http_server import HttpServer
from gateway.transport.kept_connection import MOST_BYTES, Plain
from gateway.transport.listener import listen
from gateway.transport.places import IS_FULL_KEY, RESERVED, Places
from gateway.transport.read_loop import ReadLoop
from gateway.transport.unread import UnreadBytes
from tests.gateway.transport.http_client import Client, is_whole
from tests.gateway.transport.websocket import eventlet, wait_until

if TYPE_CHECKING:
    from gateway.transport.responses import Response

PLACES = 3 * RESERVED
LARGE = b"x" * 4_000_000
LATER = "/v1/later"  # is answered when the test says so
Then = Callable[["Response"], None]


def get(target: str, *headers: str, method: str = "GET") -> bytes:
    return "\r\n".join([f"{method} {target} HTTP/1.1", "Host: x", *headers, "\r\n"]).encode()


class Site:
    """A server whose app says `slow`, its short way `fast`, and another without such a way."""

    def __init__(self, selector: selectors.BaseSelector) -> None:
        self.places = Places(PLACES, lambda: 0)
        self.loop = ReadLoop(selector, eventlet.sleep, UnreadBytes(10**6, 10**6))
        self.environs: list[dict[str, Any]] = []
        self.unanswered: list[Then] = []
        self.taken: list[tuple[Any, bytes]] = []
        self.listener, self.other_listener = listen("127.0.0.1", 0), listen("127.0.0.1", 0)
        self.is_draining = False
        plain = Plain(
            lambda path: path.startswith("/v1/") or None,
            self._begin,
            self.loop,
            eventlet.spawn_n,
            lambda: self.is_draining,
        )
        unfinished = UnreadBytes(10**6, 10**6)
        servers = (
            HttpServer(self.listener, self._app, self.places, 1000, unfinished, plain=plain),
            HttpServer(self.other_listener, self._app, Places(PLACES, lambda: 0), 1000, unfinished),
        )
        self._running = [eventlet.spawn(server.accept_forever) for server in servers]
        self._running.append(eventlet.spawn(self.loop.read_forever))
        self._clients: list[Client] = []

    def client(self) -> Client:
        """Return a client that has connected."""
        taken = self.places.taken()
        client = Client(self.listener.getsockname()[:2])
        self._clients.append(client)
        wait_until(lambda: self.places.taken() == taken + 1)
        return client

    def client_of_whole_server(self) -> Client:
        """Return a client of a server that has no short way."""
        client = Client(self.other_listener.getsockname()[:2])
        self._clients.append(client)
        return client

    def stop(self) -> None:
        for thread in self._running:
            thread.kill()
        self.listener.close()
        self.other_listener.close()
        for client in self._clients:
            client.socket.close()

    def _app(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        if environ["PATH_INFO"] == "/take":
            self.taken.append(environ[TAKE_SOCKET_KEY](b""))
            return []
        body = f"slow {environ['PATH_INFO']}".encode() + environ["wsgi.input"].read()
        start_response("200 OK", [("Content-Length", str(len(body)))])
        return [body]

    def _begin(self, _door: object, environ: dict[str, Any], then: Then) -> None:
        self.environs.append(environ)
        body = LARGE if environ["PATH_INFO"] == "/v1/large" else f"fast {environ['PATH_INFO']}".encode()
        response = ("200 OK", f"Content-Length: {len(body)}\r\n", body)
        if environ["PATH_INFO"] == LATER:
            self.unanswered.append(lambda _: then(response))
        else:
            then(response)


def ask(client: Client, sent: bytes) -> bytes:
    """Return the response to a request on a connection without another."""
    before = len(client.received())
    client.socket.setblocking(True)
    client.socket.sendall(sent)
    client.socket.setblocking(False)
    wait_until(lambda: client.is_ended or is_whole(client.received()[before:]))
    return client.received()[before:]


@pytest.fixture
def site(selector: selectors.BaseSelector) -> Iterator[Site]:
    site = Site(selector)
    yield site
    site.stop()


def test_plain_requests_take_the_short_way(site: Site) -> None:
    client = site.client()

    response = ask(client, get("/v1/a?word=ice+cream", "X-One: 1"))
    assert response.startswith(b"HTTP/1.1 200 OK\r\nDate: ")
    assert response.endswith(b"\r\n\r\nfast /v1/a")
    assert ask(client, get("/v1/B", "X-Two: 2")).endswith(b"fast /v1/B")
    first, second = site.environs
    assert (first["REQUEST_METHOD"], first["QUERY_STRING"], first["REMOTE_ADDR"]) == (
        "GET",
        "word=ice+cream",
        "127.0.0.1",
    )
    assert (first["HTTP_HOST"], first["HTTP_X_ONE"], second["HTTP_X_TWO"]) == ("x", "1", "2")
    assert "HTTP_X_ONE" not in second
    assert first[IS_FULL_KEY] is False


@pytest.mark.parametrize(
    "sent",
    [
        get("/v1/a", method="HEAD"),
        get("/v1/a", method="OPTIONS"),
        get("/elsewhere"),
        get("/v1/%61"),
        get("http://x/v1/a"),
        get("/v1/a", "Content-Length: 4") + b"body",
        get("/v1/a", "Content-Length: 4", "Content-Length: 4") + b"body",
        get("/v1/a", "Transfer-Encoding: chunked") + b"0\r\n\r\n",
        get("/v1/a", "Transfer-Encoding: chunked", "Content-Length: 5") + b"0\r\n\r\n",
        get("/v1/a", "Expect: 100-continue"),
        get("/v1/a", "X-One: 1", " folded: 2"),
        get("/v1/a", "X-One : 1"),
        get("/v1/a", "X-One: \u00e4"),
        get("/v1/a", "X-Twice: 1", "X-Twice: 2"),
        get("/v1/a", "X_Forwarded_For: 1"),
        get("/v1/a", "X-Long: " + MOST_BYTES * "x"),
        get("/v1/a", "Connection: close"),
        b"GET /v1/a HTTP/1.0\r\nHost: x\r\n\r\n",
        b"GET /v1/a HTTP/1.1\nHost: x\n\n",
        b"GET /v1/a HTTP/1.1\r\nX: x\r\n\r\n",
        b"\r\n" + get("/v1/a"),
    ],
)
def test_any_other_request_is_read_by_the_whole_server(site: Site, sent: bytes) -> None:
    expected = answers_to(site.client_of_whole_server(), sent)

    assert answers_to(site.client(), sent) == expected
    assert site.environs == []


def answers_to(client: Client, sent: bytes) -> list[bytes]:
    """Return all lines but the dates in answer to a request and to a last one."""
    before = len(client.received())
    client.socket.sendall(sent + get("/end", "Connection: close"))
    wait_until(lambda: client.received() is not None and client.is_ended)
    return [line for line in client.received()[before:].split(b"\r\n") if not line.startswith(b"Date:")]


def test_after_another_request_a_connection_is_kept_again(site: Site) -> None:
    client = site.client()

    assert ask(client, get("/v1/%61")).endswith(b"slow /v1/a")
    assert ask(client, get("/v1/a")).endswith(b"fast /v1/a")


def test_a_request_that_comes_in_pieces_is_answered(site: Site) -> None:
    client = site.client()
    client.socket.sendall(get("/v1/a")[:9])
    for _ in range(10):
        eventlet.sleep(0.001)

    assert ask(client, get("/v1/a")[9:]).endswith(b"slow /v1/a")


def test_requests_sent_ahead_are_answered_in_turn(site: Site) -> None:
    client = site.client()
    before = len(client.received())
    client.socket.sendall(get(LATER))
    wait_until(lambda: site.unanswered)
    client.socket.sendall(get("/v1/a") + get("/v1/%62") + get("/v1/c"))
    for _ in range(10):
        eventlet.sleep(0.001)
    assert client.received()[before:] == b""
    site.unanswered[0](None)  # type: ignore[arg-type]  # it knows its response
    wait_until(lambda: client.received().endswith(b"/v1/c"))

    bodies = [part[:10].strip() for part in client.received()[before:].split(b"\r\n\r\n")[1:]]
    assert bodies == [b"fast /v1/l", b"slow /v1/a", b"slow /v1/b", b"slow /v1/c"]


def test_a_websocket_gets_all_bytes_that_came_with_its_handshake(site: Site) -> None:
    client = site.client()
    client.socket.sendall(get("/take") + 3000 * b"x")
    wait_until(lambda: site.taken)

    assert site.taken[0][1] == 3000 * b"x"


def test_a_client_that_sends_no_more_still_gets_its_response(site: Site) -> None:
    client = site.client()
    client.socket.sendall(get(LATER))
    client.socket.shutdown(socket.SHUT_WR)
    wait_until(lambda: site.unanswered)
    site.unanswered[0](None)  # type: ignore[arg-type]  # it knows its response
    wait_until(lambda: client.received() and client.is_ended)

    assert client.received().endswith(f"fast {LATER}".encode())
    wait_until(lambda: site.places.taken() == 0)


def test_a_client_that_has_left_gives_its_place_back(site: Site) -> None:
    silent, asking = site.client(), site.client()
    asking.socket.sendall(get(LATER))
    wait_until(lambda: site.unanswered)
    silent.socket.close()
    wait_until(lambda: site.places.taken() == 1)
    asking.socket.close()
    site.unanswered[0](None)  # type: ignore[arg-type]  # it knows its response

    wait_until(lambda: site.places.taken() == 0)


def test_a_large_response_arrives_whole(site: Site) -> None:
    assert ask(client := site.client(), get("/v1/large")).endswith(b"\r\n\r\n" + LARGE)
    assert ask(client, get("/v1/a")).endswith(b"fast /v1/a")


@pytest.mark.parametrize("target", ["", "/v1/large"])
def test_silent_clients_and_those_that_do_not_read_lose_their_place(
    site: Site, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    client = site.client()
    if target:
        client.socket.sendall(get(target))
        wait_until(lambda: site.environs)
    monkeypatch.setattr(places_module, "WAIT_LIMIT_S", 0.0)
    site.places.sweep()
    wait_until(lambda: site.places.taken() == 0)

    wait_until(lambda: client.received() is not None and client.is_ended)


def test_a_request_without_a_place_is_marked(site: Site) -> None:
    clients = [site.client() for _ in range(PLACES)]
    for client in clients:
        client.socket.sendall(get(LATER))
    wait_until(lambda: len(site.unanswered) == PLACES)

    marks = [environ[IS_FULL_KEY] for environ in site.environs]
    assert marks == [False] * (PLACES - RESERVED) + [True] * RESERVED


def test_a_connection_that_cannot_be_kept_ends_no_other(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_reader: object) -> None:
        raise KeyError

    with monkeypatch.context() as broken:
        broken.setattr(site.loop, "add", fail)
        client = site.client()
        wait_until(lambda: client.received() is not None and client.is_ended)

    assert ask(site.client(), get("/v1/a")).endswith(b"fast /v1/a")


@pytest.mark.parametrize("target", ["/v1/a", "/v1/large", "/v1/%61", "/elsewhere"])
def test_while_it_drains_each_response_is_the_last_of_its_connection(site: Site, target: str) -> None:
    client = site.client()
    ask(client, get(target))
    before = len(client.received())
    site.is_draining = True
    ask(client, get(target))
    wait_until(lambda: client.received() and client.is_ended)

    head, _, body = client.received()[before:].partition(b"\r\n\r\n")
    assert b"\r\nConnection: close" in head
    assert f"Content-Length: {len(body)}".encode() in head
    wait_until(lambda: site.places.taken() == 0)
