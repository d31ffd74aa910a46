"""Fixtures for the tests of the transport: a websocket and a selector."""

from __future__ import annotations

import selectors
from collections.abc import Iterator

import pytest

from tests.gateway.transport.engineio_gateway import Gateway
from tests.gateway.transport.websocket import WebSocket


@pytest.fixture
def websocket() -> Iterator[WebSocket]:
    """Give a websocket that nobody reads yet."""
    websocket = WebSocket()
    yield websocket
    websocket.close()


@pytest.fixture
def selector() -> Iterator[selectors.BaseSelector]:
    with selectors.DefaultSelector() as selector:
        yield selector


@pytest.fixture
def gateway(selector: selectors.BaseSelector) -> Iterator[Gateway]:
    """An Engine.IO server that reads its websockets."""
    gateway = Gateway(selector)
    yield gateway
    gateway.close()
