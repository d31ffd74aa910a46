"""Attack: requests that never end, and responses that nobody reads."""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Callable, Iterator

import pytest

from tests.faults.attacks.bystander import Bystander
from tests.stack import Stack, wait_until

GONE_WITHIN_SECONDS = 10.0
SLACK_SECONDS = 1.5  # for a busy machine
ANSWERING_SECONDS = 5.0  # until the system takes no further response for any of the attackers
ATTACKERS_OF_A_KIND = 8
ATTACKERS = 15  # on each page
PAGES = ("/metrics", "/status.json", "/v1/openapi.json")
SESSION = b"/socket.io/?EIO=4&transport=polling"

# What the attackers of each kind send first; then it sends a byte now and then.
BEGUN = {
    "request line": b"GET /heal",
    "headers": b"GET /healthz HTTP/1.1\r\nHost: x\r\nX: ",
    "body of a GET": b"GET /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n",
    "body of a PUT": b"PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n",
    "body of an OPTIONS": b"OPTIONS " + SESSION + b" HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n",
    "chunk": b"POST " + SESSION + b" HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2000\r\n",
    "size of a chunk": b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1;",
    "body of a batch": b"POST /v1/batch HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n{",
    "lookup": b"GET /v1/pos?word=ha",
    "second lookup": b"GET /v1/pos?word=happy HTTP/1.1\r\nHost: x\r\n\r\n",
    "second request": b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /healthz HTTP/1.1\r\nX: ",
}


class SlowClient:
    """A connection that sends a byte now and then, and never reads."""

    def __init__(self, port: int, begun: bytes, drip: bytes = b"x") -> None:
        self.socket = socket.socket()
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        self.socket.connect(("127.0.0.1", port))
        self.socket.setblocking(False)
        self._drip = drip
        with contextlib.suppress(BlockingIOError):
            self.socket.sendall(begun)

    def goes_on(self) -> bool:
        """Send a little more, and return whether the gateway still takes it."""
        try:
            self.socket.send(self._drip)
        except BlockingIOError:
            return True
        except OSError:
            return False
        return True


@pytest.fixture
def slow_clients() -> Iterator[list[SlowClient]]:
    clients: list[SlowClient] = []
    yield clients
    for client in clients:
        client.socket.close()


def kinds_left(clients: dict[str, list[SlowClient]]) -> dict[str, int]:
    """Let each client send a little more; return how many of each kind the gateway still serves."""
    for left in clients.values():
        left[:] = [client for client in left if client.goes_on()]
    return {kind: len(left) for kind, left in clients.items() if left}


def test_half_made_requests_lose_their_places(
    stack: Stack, slow_clients: list[SlowClient], figures: Callable[[str], None]
) -> None:
    with Bystander(stack.gateway.url) as bystander:
        quiet = bystander.quiet_p99()
        files = stack.gateway.open_files()
        began = time.monotonic()
        clients = {
            kind: [SlowClient(stack.gateway.port, begun) for _ in range(ATTACKERS_OF_A_KIND)]
            for kind, begun in BEGUN.items()
        }
        slow_clients += [client for several in clients.values() for client in several]
        took: dict[str, float] = {}
        while (
            left := kinds_left(clients)
        ) and time.monotonic() < began + GONE_WITHIN_SECONDS + SLACK_SECONDS:
            took |= dict.fromkeys(left, time.monotonic() - began)
            time.sleep(0.1)

        figures(f"cut off after {max(took.values()):.1f} s; {bystander.check(quiet)}")
        assert not left, "they still have their places"
        wait_until(lambda: stack.gateway.open_files() <= files + 3, "the files to be closed")


def test_clients_that_read_no_response_lose_their_places(
    stack: Stack, slow_clients: list[SlowClient], figures: Callable[[str], None]
) -> None:
    requests = [f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode() * 200 for path in PAGES]
    with Bystander(stack.gateway.url) as bystander:
        quiet = bystander.quiet_p99()
        files = stack.gateway.open_files()
        began = time.monotonic()
        slow_clients += [
            SlowClient(stack.gateway.port, sent, b"") for sent in requests for _ in range(ATTACKERS)
        ]
        wait_until(lambda: stack.gateway.open_files() > files + ATTACKERS / 2, "the attackers' connections")
        wait_until(
            lambda: stack.gateway.open_files() <= files + 3,
            "the files to be closed",
            GONE_WITHIN_SECONDS + ANSWERING_SECONDS + SLACK_SECONDS,
        )
        figures(f"cut off after {time.monotonic() - began:.1f} s; {bystander.check(quiet)}")
