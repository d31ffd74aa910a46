"""Attack: one client sends nothing but messages that are refused, without a pause."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from tests.clients.frames import client_frame
from tests.clients.http import HttpClient
from tests.clients.raw import Closed, RawClient
from tests.faults.attacks.bystander import Bystander
from tests.faults.attacks.conftest import Guarding
from tests.stack import Stack

SECONDS = 2.0
AT_ONCE = 200
MOST_LOG_LINES = 1000
MOST_LINES_A_CONNECTION = 8

REFUSED = {
    "malformed": b"42{}",
    "binary": b'451-["my_message",{"_placeholder":true,"num":0}]',
    "unknown command": b'42["my_message",{"command":"no_such"}]',
    "unknown event": b'42["no_such"]',
    "too long": b'42["my_message",{"command":"pos","word":"' + b"x" * 200 + b'"}]',
    "unknown event of rooms": b'42/chat,["no_such"]',
    "no room": b'42/chat,1["say",{"room":"no_such","text":"x","id":1}]',
    "too fast": b'42["my_message",{"command":"pos","word":"run"}]',
    "join": b"40",
    "unknown namespace": b"40/no_such",
    "leave and join": b"41",
}


@pytest.fixture(scope="module")
def refusing(guarding: Guarding) -> Iterator[Stack]:
    """Start a gateway, which the tests flood one after the other."""
    with guarding() as stack:
        yield stack


@pytest.mark.parametrize("kind", REFUSED)
def test_refusals_without_end_cost_nobody(refusing: Stack, figures: Callable[[str], None], kind: str) -> None:
    gateway = refusing.gateway
    payload = client_frame(REFUSED[kind]) * AT_ONCE
    if kind == "leave and join":
        payload = (client_frame(b"41") + client_frame(b"40")) * AT_ONCE
    with Bystander(gateway.url) as bystander:
        quiet = bystander.quiet_p99()
        lines = gateway.log().count("\n")
        sent = connections = 0
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            with suppress(Closed, OSError, AssertionError), RawClient(gateway.port) as client:
                client.join()
                client.send_text("40/chat,")
                connections += 1
                while time.monotonic() < until:
                    client.send(payload)
                    sent += AT_ONCE
                    with suppress(TimeoutError):
                        client.next_packet(lambda _packet: False, 0.001)
        written = gateway.log().count("\n") - lines

        figures(
            f"{kind}: {sent} sent by {connections} connections, {written} log lines; {bystander.check(quiet)}"
        )
        assert written <= min(MOST_LOG_LINES, MOST_LINES_A_CONNECTION * connections)


@pytest.mark.parametrize(
    ("status", "path"),
    [(404, "/v1/no_such"), (400, "/v1/pos"), (400, "/v1/pos?word=a&word=b"), (429, "/v1/pos?word=run")],
)
def test_refusals_without_end_over_http_cost_nobody(
    refusing: Stack, figures: Callable[[str], None], status: int, path: str
) -> None:
    gateway = refusing.gateway
    with Bystander(gateway.url) as bystander, HttpClient(gateway.url) as client:
        quiet = bystander.quiet_p99()
        lines = gateway.log().count("\n")
        statuses = []
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            statuses.append(client.request("GET", path).status)
        written = gateway.log().count("\n") - lines
        figures(f"{path}: {len(statuses)} sent, {written} log lines; {bystander.check(quiet)}")

    assert set(statuses) <= {200, status}
    assert status in statuses
    assert written <= MOST_LINES_A_CONNECTION
