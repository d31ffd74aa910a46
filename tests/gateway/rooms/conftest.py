"""Gateways for the tests of rooms that run in the tests' process."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.gateway.rooms.room_gateway import RoomGateway
from tests.stack.redis_process import RedisProcess

MakeGateway = Callable[..., RoomGateway]


@pytest.fixture
def make_gateway(redis_server: RedisProcess) -> Iterator[MakeGateway]:
    """Return a function that makes a gateway with some settings; all of them share one Redis."""
    made: list[RoomGateway] = []

    def make(**settings: str) -> RoomGateway:
        made.append(RoomGateway(redis_server.url, f"boot-{len(made) + 1}", **settings))
        return made[-1]

    yield make
    for gateway in made:
        gateway.close()


@pytest.fixture
def gateway(make_gateway: MakeGateway) -> RoomGateway:
    return make_gateway()
