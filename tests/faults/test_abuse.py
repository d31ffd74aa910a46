"""Fault 13: connections whose only purpose is abuse."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Self

import pytest

from tests.clients.frames import CONTINUATION, TEXT, client_frame
from tests.clients.raw import Closed, RawClient
from tests.clients.reference import ReferenceClient
from tests.conftest import STACKS
from tests.stack import GatewayProcess, Stack, wait_until

MAX_CONNECTIONS = 60
CLOSED_WITHIN_SECONDS = 10.0
SLACK_SECONDS = 1.5  # for a busy machine
SPEED_BELOW_SECONDS = 0.25  # a p99 below this is the machine's noise, doubled or not
SPARE_FILES = 3


@pytest.fixture(scope="module")
def abused(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Stack]:
    """Start a stack whose gateway accepts few connections."""
    folder = tmp_path_factory.mktemp("abused")
    with Stack(folder, LOG_LEVEL="info", MAX_CONNECTIONS=str(MAX_CONNECTIONS)) as stack:
        pytestconfig.stash[STACKS].append(stack)
        yield stack.start()


class Bystander:
    """A client that sends one lookup after the other and measures each."""

    def __init__(self, url: str) -> None:
        self._client = ReferenceClient(url)
        self._stop = threading.Event()
        self._seconds: list[float] = []
        self._errors: list[str] = []
        self._thread = threading.Thread(target=self._ask)

    def __enter__(self) -> Self:
        self._client.__enter__()
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._stop.set()
        self._thread.join()
        self._client.__exit__()

    def p99(self) -> float:
        """Return the 99th percentile, in seconds, of the lookups since the last call."""
        assert not self._errors, self._errors
        seconds, self._seconds = sorted(self._seconds), []
        return seconds[int(0.99 * len(seconds))]

    def _ask(self) -> None:
        while not self._stop.wait(0.03):
            began = time.monotonic()
            reply = self._client.ask(command="pos", word="happy").reply.result(15)
            if "error" in reply:
                self._errors.append(str(reply))
            self._seconds.append(time.monotonic() - began)


def half_headers(gateway: GatewayProcess) -> Iterator[None]:
    """Send a request's headers one byte at a time, with pauses."""
    with socket.create_connection(("127.0.0.1", gateway.port), timeout=0.2) as client:
        client.sendall(b"GET /socket.io/?EIO=4 HTTP/1.1\r\nHost: x\r\nX: ")
        while True:
            yield
            with contextlib.suppress(TimeoutError):
                client.sendall(b"x")
                if not client.recv(100):
                    return


def never_join(gateway: GatewayProcess) -> Iterator[None]:
    """Open a websocket and answer its pings, but join nothing."""
    with RawClient(gateway.port) as client:
        client.upgrade()
        while not client.waits_for_close(within=0.01):
            yield


def never_poll(gateway: GatewayProcess) -> Iterator[None]:
    """Open a long-polling session and never poll; the test checks that the gateway forgets it."""
    assert gateway.status("/socket.io/?EIO=4&transport=polling") == 200
    yield


def never_read(gateway: GatewayProcess) -> Iterator[None]:
    """Join and send messages, but never read the replies."""
    with RawClient(gateway.port, receive_buffer=4096) as client:
        client.join()
        with contextlib.suppress(Closed):
            for _ in range(100):
                for _ in range(400):
                    client.emit("my_message", {"command": "no_such", "word": "happy"}, ack=1)
                yield


def endless_continuation(gateway: GatewayProcess) -> Iterator[None]:
    """Send a message that always has one more fragment."""
    with RawClient(gateway.port) as client:
        client.join()
        with contextlib.suppress(Closed):
            client.send(client_frame(b"42", TEXT, final=False))
            while True:
                client.send(client_frame(b" ", CONTINUATION, final=False))
                yield


def huge_frames(gateway: GatewayProcess) -> Iterator[None]:
    """Send frames of a megabyte."""
    with RawClient(gateway.port) as client:
        client.join()
        with contextlib.suppress(Closed):
            while True:
                client.send_text(b"4" * 1_000_000)
                yield


# Offences at the same time, each with the number of its offenders.
OFFENCES: dict[str, dict[Callable[[GatewayProcess], Iterator[None]], int]] = {
    "waiting": {half_headers: 10, never_join: 10, never_poll: 10, endless_continuation: 10},
    "never reading": {never_read: 3},
    "huge frames": {huge_frames: 10},
}


@pytest.mark.parametrize("kind", OFFENCES)
def test_offenders_are_closed_and_others_hardly_notice(
    abused: Stack, kind: str, figures: Callable[[str], None]
) -> None:
    gateway = abused.gateway
    files = gateway.open_files()
    with Bystander(gateway.url) as bystander:
        time.sleep(2.0)
        before = bystander.p99()
        began = time.monotonic()
        offenders = [offence(gateway) for offence, number in OFFENCES[kind].items() for _ in range(number)]
        while offenders and time.monotonic() - began < CLOSED_WITHIN_SECONDS + SLACK_SECONDS:
            offenders = [offender for offender in offenders if next(offender, "closed") != "closed"]
            time.sleep(0.1)
        took = time.monotonic() - began
        left = {offender.__name__ for offender in offenders}
        for offender in offenders:
            offender.close()
        wait_until(
            lambda: gateway.metric("wordwire_connections") <= 1,
            "the gateway to forget the offenders",
            max(1.0, CLOSED_WITHIN_SECONDS + SLACK_SECONDS - took),
        )
        during = bystander.p99()

    figures(
        f"closed after {took:.1f} s; p99 of the other client {before * 1000:.0f} ms before, "
        f"{during * 1000:.0f} ms during the abuse"
    )
    assert not left
    assert during < max(2 * before, SPEED_BELOW_SECONDS)
    wait_until(lambda: gateway.open_files() <= files + SPARE_FILES, "the files to be closed")


@pytest.mark.waits
def test_twice_the_cap_of_connections(abused: Stack, figures: Callable[[str], None]) -> None:
    gateway = abused.gateway
    wait_until(lambda: gateway.metric("wordwire_connections") == 0, "an empty gateway", within=15)
    files = gateway.open_files()
    with contextlib.ExitStack() as opened:
        clients = [opened.enter_context(RawClient(gateway.port)) for _ in range(2 * MAX_CONNECTIONS)]
        answers = []
        for client in clients:
            answers.append(client.upgrade())
            if " 101 " in answers[-1]:
                client.send_text("40")  # otherwise it would give way to those that come later
        taken = [client for client, answer in zip(clients, answers, strict=True) if " 101 " in answer]
        refused = [answer for answer in answers if " 503 " in answer]

        figures(f"{len(taken)} accepted, {len(refused)} refused of {2 * MAX_CONNECTIONS}")
        assert (len(taken), len(refused)) == (MAX_CONNECTIONS, MAX_CONNECTIONS)
        first = taken[0]
        first.emit("my_message", {"command": "lemmatizer", "word": "geese"})
        assert first.next_reply()["response"] == '["goose"]'
        assert gateway.status("/healthz") == 200

    wait_until(lambda: gateway.open_files() <= files + SPARE_FILES, "the files to be closed")
    with ReferenceClient(gateway.url) as client:
        assert client.ask(command="lemmatizer", word="geese").answer() == ["goose"]


@pytest.mark.waits
def test_connections_per_address_are_capped_by_the_header_of_a_trusted_proxy(stack: Stack) -> None:
    settings = {"MAX_CONNECTIONS_PER_ADDRESS": "2", "TRUSTED_PROXIES": "127.0.0.1"}
    gateway = stack.add_gateway("per_address", **settings)
    polling = "/socket.io/?EIO=4&transport=polling"

    def opens(address: str) -> int:
        return gateway.get(polling, {"X-Forwarded-For": address})[0]

    try:
        gateway.wait_until_ready()

        assert [opens("192.0.2.1") for _ in range(3)] == [200, 200, 503]
        assert [opens("192.0.2.2") for _ in range(3)] == [200, 200, 503]
        # The gateway ignores entries that a client put in front of the proxy's own.
        assert opens("198.51.100.7, 192.0.2.1") == 503
    finally:
        gateway.end()
        del stack.gateways["per_address"]
