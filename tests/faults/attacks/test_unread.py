"""Attack: clients that make the gateway hold bytes for them: they never read, or never send the rest."""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Callable, Iterator

import pytest

from tests.clients.frames import PING, TEXT, client_frame
from tests.clients.raw import Closed, RawClient
from tests.faults.attacks.bystander import Bystander
from tests.faults.attacks.conftest import Guarding
from tests.stack import Stack, wait_until

MAX_TOTAL = 6_000_000  # bytes
PINGS = client_frame(b"x" * 125, PING) * 500
PONG_BYTES = 127
NEARLY_ALL = 900_000  # bytes unread, less than MAX_UNSENT_BYTES
CLIENTS = 40
MOST_GROWN = 20_000_000  # bytes
SENDERS = 150
MOST_LEFT = 30  # half of MAX_TOTAL is for them, and each counts with the system's buffer of 64 KB
NEARLY_A_MESSAGE = 60_000  # bytes, less than MAX_MESSAGE_BYTES
POST = b"POST /socket.io/?EIO=4&transport=polling&sid=x HTTP/1.1\r\nHost: x\r\n"
BODY = POST + b"Content-Length: 65000\r\n\r\n" + bytes(NEARLY_A_MESSAGE)
CHUNKS = POST + b"Transfer-Encoding: chunked\r\n\r\nF000\r\n" + bytes(NEARLY_A_MESSAGE)
HEADERS = b"GET / HTTP/1.1\r\n" + b"".join(b"X-%d: %s\r\n" % (number, b"x" * 7_500) for number in range(8))


@pytest.fixture(scope="module")
def bounded(guarding: Guarding) -> Iterator[Stack]:
    """Start a gateway that holds little for all slow clients together."""
    with guarding(MAX_UNSENT_TOTAL_BYTES=str(MAX_TOTAL)) as stack:
        yield stack


def test_pings_whose_answers_nobody_reads_end_their_connection(
    bounded: Stack, figures: Callable[[str], None]
) -> None:
    gateway = bounded.gateway
    memory = gateway.memory_bytes()
    with Bystander(gateway.url) as bystander, contextlib.ExitStack() as opened:
        quiet = bystander.quiet_p99()
        clients = [opened.enter_context(RawClient(gateway.port, receive_buffer=4096)) for _ in range(3)]
        for client in clients:
            client.join()
        sent = 0
        until = time.monotonic() + 10
        while not all(client.is_closed for client in clients) and time.monotonic() < until:
            for client in clients:
                with contextlib.suppress(Closed):
                    client.send(PINGS)
                    sent += 500
            time.sleep(0.05)
        grown = gateway.memory_bytes() - memory
        figures(f"cut off after {sent} pings, memory {grown / 1e6:+.1f} MB; {bystander.check(quiet)}")

    assert all(client.is_closed for client in clients)
    assert grown < MOST_GROWN
    assert "does not read" in gateway.log()


def test_many_clients_just_below_the_bound_are_bounded_together(
    bounded: Stack, figures: Callable[[str], None]
) -> None:
    gateway = bounded.gateway
    memory = gateway.memory_bytes()
    with Bystander(gateway.url) as bystander, contextlib.ExitStack() as opened:
        quiet = bystander.quiet_p99()
        most = 0
        for _ in range(CLIENTS):
            client = opened.enter_context(RawClient(gateway.port, receive_buffer=4096))
            client.join()
            with contextlib.suppress(Closed):
                for _ in range(NEARLY_ALL // (500 * PONG_BYTES)):
                    client.send(PINGS)
                    time.sleep(0.01)
            most = max(most, gateway.memory_bytes() - memory)
        most_left = MAX_TOTAL / NEARLY_ALL + 1  # and the bystander
        wait_until(
            lambda: gateway.metric("wordwire_connections") - 1 <= most_left,
            "the oldest to be cut off",
            within=10,
        )
        left = gateway.metric("wordwire_connections") - 1
        figures(
            f"{left:.0f} of {CLIENTS} left, memory at most {most / 1e6:+.1f} MB; {bystander.check(quiet)}"
        )

    assert left > 0
    assert most < MOST_GROWN
    wait_until(lambda: gateway.metric("wordwire_connections") == 0, "the clients to be forgotten")
    assert gateway.memory_bytes() < memory * 1.1 + 5_000_000


def half_request(sent: bytes) -> Callable[[int], socket.socket]:
    def open_one(port: int) -> socket.socket:
        opened = socket.create_connection(("127.0.0.1", port), timeout=10)
        opened.sendall(sent)
        return opened

    return open_one


def half_message(port: int) -> socket.socket:
    client = RawClient(port)
    client.join()
    client.send(client_frame(b"42" + b"x" * NEARLY_A_MESSAGE, TEXT)[:-10])
    return client.socket


@pytest.mark.parametrize(
    "attacker",
    [half_request(BODY), half_request(CHUNKS), half_request(HEADERS), half_message],
    ids=["body", "chunks", "headers", "message"],
)
def test_unfinished_messages_are_bounded_together(
    bounded: Stack, attacker: Callable[[int], socket.socket], figures: Callable[[str], None]
) -> None:
    gateway = bounded.gateway
    memory = gateway.memory_bytes()
    with Bystander(gateway.url) as bystander, contextlib.ExitStack() as opened:
        quiet = bystander.quiet_p99()
        sockets = []
        most = 0
        for _ in range(SENDERS):
            sockets.append(opened.enter_context(attacker(gateway.port)))
            most = max(most, gateway.memory_bytes() - memory)
        wait_until(lambda: sum(map(is_open, sockets)) <= MOST_LEFT, "the oldest to be cut off", within=5)
        figures(f"memory at most {most / 1e6:+.1f} MB; {bystander.check(quiet)}")

    assert most < MOST_GROWN


def is_open(sock: socket.socket) -> bool:
    """Return whether the gateway has not closed the connection; answers that come first do not count."""
    sock.setblocking(False)
    try:
        while sock.recv(4096):
            pass
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False
