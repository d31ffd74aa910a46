"""The transports, and a connected reference client on each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.clients.reference import ReferenceClient
from tests.clients.room import ChatClient
from tests.stack import Stack

TRANSPORTS = ("websocket", "polling")


@pytest.fixture(params=TRANSPORTS)
def transport(request: pytest.FixtureRequest) -> str:
    """One of the two Socket.IO transports."""
    name: str = request.param
    return name


@pytest.fixture
def client(stack: Stack, transport: str) -> Iterator[ReferenceClient]:
    """A reference client, connected to the shared stack."""
    with ReferenceClient(stack.gateway.url, transports=(transport,)) as connected:
        yield connected


@pytest.fixture
def ann(stack: Stack, transport: str) -> Iterator[ChatClient]:
    """A client by either transport."""
    with ChatClient(stack.gateway.url, transport=transport) as client:
        yield client


@pytest.fixture
def bob(stack: Stack) -> Iterator[ChatClient]:
    """A client by websocket."""
    with ChatClient(stack.gateway.url) as client:
        yield client


@pytest.fixture
def room(ann: ChatClient) -> str:
    """A room that Ann made and is in."""
    made: str = ann.ask("create", {"title": "Words"})["room"]
    ann.ask("join", {"room": made, "name": "Ann"})
    return made
