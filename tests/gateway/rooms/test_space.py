"""Rooms end before Redis's memory is full, and only as many as must."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator

import pytest
import redis

from gateway.rooms import space
from gateway.rooms.space import RoomSpace
from gateway.rooms.store import RoomStore
from shared.names import ROOM_KEY_PREFIX
from shared.room_messages import NewMessage
from shared.settings import read_settings
from tests.stack.environment import clean_environ
from tests.stack.ports import free_port
from tests.stack.redis_process import RedisProcess

TEXT = "x" * 2000


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisProcess]:
    server = RedisProcess(tmp_path_factory.mktemp("redis"), clean_environ())
    server.start()
    yield server
    server.end()


@pytest.fixture
def client(server: RedisProcess) -> Iterator[redis.Redis]:
    with server.client() as client:
        client.flushall()
        client.config_set("maxmemory", 0)
        yield client


@pytest.fixture
def store(server: RedisProcess) -> RoomStore:
    return RoomStore(read_settings({"REDIS_URL": server.url}), "boot")


def filled_room(store: RoomStore, owner: str, messages: int = 100) -> str:
    room = secrets.token_urlsafe(16)
    store.create(room, "", owner)
    for number in range(messages):
        store.say(room, NewMessage(number, "Ann", "a", TEXT))
    return room


def limit_memory(client: redis.Redis, share_used: float) -> None:
    client.config_set("maxmemory", int(client.info("memory")["used_memory"] / share_used))


def test_with_memory_left_or_unlimited_no_room_ends(store: RoomStore, client: redis.Redis) -> None:
    rooms = [filled_room(store, "owner") for _ in range(5)]
    watcher = RoomSpace(store, time.sleep)
    watcher.look()
    limit_memory(client, space.MOST_USED - 0.02)
    watcher.look()

    assert all(client.exists(ROOM_KEY_PREFIX + room) for room in rooms)


def test_with_little_memory_left_as_many_rooms_end_as_must(
    store: RoomStore, client: redis.Redis, caplog: pytest.LogCaptureFixture
) -> None:
    modest = [filled_room(store, f"owner {number}", 5) for number in range(20)]
    greedy = [filled_room(store, "greedy") for _ in range(30)]
    limit_memory(client, space.MOST_USED + 0.02)
    watcher = RoomSpace(store, time.sleep)
    watcher.look()
    left = sum(client.exists(ROOM_KEY_PREFIX + room) for room in greedy)
    used, limit = store.memory()

    assert all(client.exists(ROOM_KEY_PREFIX + room) for room in modest)
    assert 20 <= left < 30
    assert watcher.limit_bytes == limit
    assert watcher.used_bytes > used  # before the rooms ended
    assert space.USED_AFTERWARDS - 0.05 <= used / limit <= space.USED_AFTERWARDS
    assert "Redis is nearly full" in caplog.text


def test_it_looks_soon_after_much_was_written(store: RoomStore) -> None:
    looks: list[float] = []
    pauses = 0

    class Counting(RoomSpace):
        def look(self) -> None:
            looks.append(pauses)
            super().look()

    def sleep(_seconds: float) -> None:
        nonlocal pauses
        pauses += 1
        if pauses == 3:
            filled_room(store, "owner", space.WRITTEN_BYTES // len(TEXT) + 1)
        if pauses == 6:
            raise StopIteration

    with pytest.raises(StopIteration):
        Counting(store, sleep).watch_forever()

    assert looks == [1, 3]


def test_without_redis_it_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    store = RoomStore(read_settings({"REDIS_URL": f"redis://127.0.0.1:{free_port()}/0"}), "boot")
    RoomSpace(store, time.sleep).look()

    assert "a room command to Redis failed" in caplog.text
