"""The account of rooms' memory: what counts, what ends when it is full, and rooms that lost a key."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator

import pytest
import redis

from gateway.rooms.lua import room_keys
from gateway.rooms.store import BYTES_A_MESSAGE, EMPTY_ROOM_TTL_S, RoomStore
from shared.errors import NoSuchRoom
from shared.names import ROOM_KEY_PREFIX
from shared.room_messages import NewMessage, Person
from shared.settings import read_settings
from tests.stack.environment import clean_environ
from tests.stack.redis_process import RedisProcess

ANN, BOB = Person("a", "Ann"), Person("b", "Bob")


def make_store(server: RedisProcess, **environ: str) -> RoomStore:
    return RoomStore(read_settings({"REDIS_URL": server.url} | environ), "boot")


@pytest.fixture
def store(redis_server: RedisProcess) -> RoomStore:
    return make_store(redis_server)


@pytest.fixture
def client(redis_server: RedisProcess) -> Iterator[redis.Redis]:
    with redis_server.client() as client:
        yield client


def create(store: RoomStore, title: str = "Words", owner: str = "owner") -> str:
    room = secrets.token_urlsafe(16)
    store.create(room, title, owner)
    return room


def say(store: RoomStore, room: str, number: int | str, text: str = "hi", member: str = "a") -> int:
    return store.say(room, NewMessage(number, "Ann", member, text))[0]


def account(client: redis.Redis, owner: str) -> dict[str, float]:
    """Return the bytes of each room of `owner`, after a check that the sum is right."""
    found = client.zrange(f"{ROOM_KEY_PREFIX}@{owner}", 0, -1, withscores=True)
    rooms = {name.decode(): size for name, size in found}
    assert (client.zscore(f"{ROOM_KEY_PREFIX}@owners", owner) or 0) == sum(rooms.values())
    return rooms


@pytest.fixture
def owner() -> str:
    return secrets.token_hex(8)


def test_a_room_keeps_as_many_bytes_as_its_messages_may_have_on_average(
    redis_server: RedisProcess, client: redis.Redis, owner: str
) -> None:
    store = make_store(redis_server, ROOM_HISTORY="50")
    room = create(store, owner=owner)
    for number in range(1, 60):
        say(store, room, number, "x" * 20_000)
    few = [message.seq for message in store.messages_after(room, 0)]
    for number in range(60, 200):
        say(store, room, number, "short")
    many = [message.seq for message in store.messages_after(room, 0)]
    say(store, room, 200, "x" * 300_000)
    (alone,) = store.messages_after(room, 0)

    assert len(few) == 50 * BYTES_A_MESSAGE // 20_250
    assert few[-1] == 59
    assert len(many) == 50
    assert alone.seq == 200, "the newest is always kept"
    assert account(client, owner)[room] == pytest.approx(300_000, rel=0.01)


@pytest.mark.parametrize("size", [1, 100, 300, 2000, 30_000])
def test_the_account_of_a_room_is_its_memory(
    store: RoomStore, client: redis.Redis, owner: str, size: int
) -> None:
    room = create(store, owner=owner)
    for number in range(min(450, 900_000 // size)):
        say(store, room, f"{number:016}", "x" * size, member="m" * 32)
    key = ROOM_KEY_PREFIX + room
    used = sum(client.memory_usage(name, samples=0) or 0 for name in (key, f"{key}:log", f"{key}:seen"))

    assert account(client, owner)[room] == pytest.approx(used, rel=0.25)


def test_an_owner_s_account_holds_all_its_rooms(store: RoomStore, client: redis.Redis, owner: str) -> None:
    first, second = create(store, owner=owner), create(store, "x" * 100, owner)
    empty = account(client, owner)
    say(store, first, 1, "x" * 1000)
    said = account(client, owner)
    say(store, first, 1, "the same id")

    assert empty[second] - empty[first] == 95
    assert said[first] - empty[first] == pytest.approx(1200, abs=100)
    assert account(client, owner) == said


@pytest.mark.parametrize("lost", ["", ":log"])
def test_a_room_that_lost_a_key_has_ended(
    store: RoomStore, client: redis.Redis, owner: str, lost: str
) -> None:
    rooms = [create(store, owner=owner) for _ in range(4)]
    operations = (
        lambda room: store.join(room, ANN, "sid", None),
        lambda room: say(store, room, 2),
        lambda room: store.heartbeat(room, {"sid": ANN}),
    )
    for room in rooms:
        store.join(room, BOB, "sid-b", None)
        say(store, room, 1)
        client.delete(ROOM_KEY_PREFIX + room + lost)
    for room, operation in zip(rooms, operations, strict=False):
        with pytest.raises(NoSuchRoom):
            operation(room)
        assert client.keys(f"{ROOM_KEY_PREFIX}{room}*") == []

    if lost == ":log":  # else nobody knows whose it was, until the sweep
        assert account(client, owner).keys() == {rooms[3]}


def test_the_sweep_takes_expired_rooms_out_of_the_account(
    store: RoomStore, client: redis.Redis, owner: str
) -> None:
    expired, alive, young = (create(store, owner=owner) for _ in range(3))
    index = f"{ROOM_KEY_PREFIX}@rooms"
    client.delete(ROOM_KEY_PREFIX + expired)
    for room in (expired, alive):
        client.zadd(index, {f"{owner}/{room}": 1})
    store.sweep()

    assert account(client, owner).keys() == {alive, young}
    assert client.zscore(index, f"{owner}/{expired}") is None
    assert client.zscore(index, f"{owner}/{alive}") == pytest.approx(time.time() + EMPTY_ROOM_TTL_S, abs=10)


@pytest.fixture
def own_redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisProcess]:
    server = RedisProcess(tmp_path_factory.mktemp("own"), clean_environ())
    server.start()
    yield server
    server.end()


def test_rooms_of_whoever_holds_most_end_first_and_whole(own_redis: RedisProcess) -> None:
    store = make_store(own_redis)
    with own_redis.client() as client:
        small = create(store, owner="modest")
        say(store, small, 1)
        large = [create(store, owner="greedy") for _ in range(5)]
        for room in large:
            for number in range(20):
                say(store, room, number, "x" * 2000)
        tiny = create(store, owner="greedy")
        for age, room in enumerate(reversed(large)):
            for key in room_keys(room)[:2]:
                client.expire(key, 1000 + age)  # the last one has been empty for longest
        ended, freed = store.evict(80_000)

        assert ended == 2
        assert freed >= 80_000
        for room in large[3:]:
            assert client.keys(f"{ROOM_KEY_PREFIX}{room}*") == []
        for room in (small, tiny, *large[:3]):
            assert client.exists(ROOM_KEY_PREFIX + room)
        assert account(client, "greedy").keys() == {tiny, *large[:3]}
        assert store.evict(10**9)[0] == 5
        assert client.keys(f"{ROOM_KEY_PREFIX}@owner*") == []


def test_the_memory_of_redis_is_known(own_redis: RedisProcess) -> None:
    store = make_store(own_redis)
    with own_redis.client() as client:
        unlimited = store.memory()
        client.config_set("maxmemory", "50mb")

    assert unlimited[1] == 0
    assert store.memory()[1] == 50 * 2**20
    assert 500_000 < store.memory()[0] < 20_000_000


@pytest.mark.parametrize("key", ["@owners", "@rooms", "@{owner}"])
def test_a_key_of_the_account_that_has_another_type_is_replaced(
    store: RoomStore, client: redis.Redis, owner: str, key: str
) -> None:
    name = ROOM_KEY_PREFIX + key.format(owner=owner)
    operations: tuple[Callable[[], object], ...] = (
        lambda: create(store, owner=owner),
        lambda: store.evict(1),
        store.sweep,
    )
    for operation in operations:
        client.delete(name)
        client.hset(name, "x", 1)
        operation()
    room = create(store, owner=owner)

    assert say(store, room, 1) == 1
    assert client.type(name) == b"zset"
    client.delete(ROOM_KEY_PREFIX + "@owners", ROOM_KEY_PREFIX + "@rooms")
