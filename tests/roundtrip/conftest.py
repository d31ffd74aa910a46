"""A connected reference client on each transport."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.clients.reference import ReferenceClient
from tests.stack import Stack

TRANSPORTS = ("websocket", "polling")


@pytest.fixture(params=TRANSPORTS)
def transport(request: pytest.FixtureRequest) -> str:
    """Each of the two ways to connect."""
    name: str = request.param
    return name


@pytest.fixture
def client(stack: Stack, transport: str) -> Iterator[ReferenceClient]:
    """A client that is connected to the shared stack."""
    with ReferenceClient(stack.gateway.url, transports=(transport,)) as connected:
        yield connected
