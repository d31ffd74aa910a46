"""A link joins a gateway, and turns each way to fail into one error with a clear sentence."""

from __future__ import annotations

import socket
from typing import Any

import pytest
from wordwire import WordwireError, link
from wordwire.link import event_packet, joined, websocket_address

from tests.clients.python.wordwire.conftest import Serve, url_of
from tests.clients.python.wordwire.running import run
from tests.stack import Stack
from tests.stack.ports import free_port

GEESE = {"command": "lemmatizer", "word": "geese", "id": "1"}
BUSY = b'{"error":{"code":"busy","message":"The gateway is full."}}'
BUSY_RESPONSE = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: %d\r\n\r\n%s" % (len(BUSY), BUSY)


def failure(url: str, token: str | None = None) -> WordwireError:
    """Return the error of an attempt to join."""

    async def join() -> None:
        async with joined(url, token):
            pass

    with pytest.raises(WordwireError) as raised:
        run(join())
    return raised.value


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("http://127.0.0.1:5000", "ws://127.0.0.1:5000/socket.io/"),
        ("https://words.example/", "wss://words.example/socket.io/"),
        ("http://[::1]:80/behind/a/proxy/", "ws://[::1]:80/behind/a/proxy/socket.io/"),
    ],
)
def test_an_address_leads_to_the_websocket(url: str, address: str) -> None:
    assert websocket_address(url) == address + "?EIO=4&transport=websocket"


@pytest.mark.parametrize("url", ["", "localhost:5000", "ftp://words.example", "http://"])
def test_anything_else_is_no_address(url: str) -> None:
    with pytest.raises(ValueError, match=r"must look like http://HOST:PORT"):
        websocket_address(url)


def test_a_link_sends_and_hears_events(stack: Stack) -> None:
    async def ask() -> Any:
        async with joined(stack.gateway.url, None) as gateway:
            await gateway.send(event_packet("my_message", GEESE))
            return await anext(aiter(gateway.events()))

    name, reply = run(ask())
    assert (name, reply["id"], reply["response"]) == ("reply", "1", '["goose"]')


def test_a_port_where_nothing_listens() -> None:
    url = f"http://127.0.0.1:{free_port()}"
    error = failure(url)

    assert (error.code, str(error)) == ("unreachable", f"{url} can't be reached: nothing listens there.")


def test_a_host_that_does_not_exist() -> None:
    error = failure("http://wordwire.invalid")

    assert error.code == "unreachable"
    assert str(error).startswith("http://wordwire.invalid can't be reached: ")


def test_a_server_that_says_nothing(silent: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link, "HANDSHAKE_SECONDS", 0.1)
    error = failure(url_of(silent))

    assert (error.code, str(error)) == ("unreachable", f"{url_of(silent)} can't be reached: no answer came.")


@pytest.mark.parametrize(
    ("response", "code", "sentence"),
    [
        (b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "unreachable", "is not a Wordwire server"),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "unreachable", "can't be reached: "),
        (b"", "unreachable", "can't be reached: "),
        (BUSY_RESPONSE, "busy", "The gateway is full."),
        (b"HTTP/1.1 503 No server\r\nContent-Length: 0\r\n\r\n", "unavailable", "has no gateway"),
    ],
    ids=["another website", "another protocol", "nothing", "a full gateway", "a balancer"],
)
def test_a_server_that_is_none_or_is_not_ready(
    serve: Serve, response: bytes, code: str, sentence: str
) -> None:
    error = failure(serve(response).url)

    assert error.code == code
    assert sentence in str(error)
