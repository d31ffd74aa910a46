"""Rooms in a real Redis: history, members, expiry, and the events that each change publishes."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator

import pytest
import redis

from gateway.rooms.store import EMPTY_ROOM_TTL_S, SILENCE_LIMIT_S, RoomStore
from shared.errors import NoSuchRoom, RoomFull, Unavailable
from shared.names import ROOM_KEY_PREFIX, ROOMS_CHANNEL
from shared.room_messages import Joined, Left, NewMessage, Person, RoomEvent, Said, Typing, decode_event
from shared.settings import read_settings
from tests.stack.ports import free_port
from tests.stack.redis_process import RedisProcess

ANN, BOB = Person("a", "Ann"), Person("b", "Bob")


def make_store(server: RedisProcess, boot_id: str = "boot", **environ: str) -> RoomStore:
    return RoomStore(read_settings({"REDIS_URL": server.url} | environ), boot_id)


@pytest.fixture
def store(redis_server: RedisProcess) -> RoomStore:
    return make_store(redis_server)


@pytest.fixture
def client(redis_server: RedisProcess) -> Iterator[redis.Redis]:
    with redis_server.client() as client:
        yield client


@pytest.fixture
def room(store: RoomStore) -> str:
    return create(store)


class Subscription:
    """The events published since the test began."""

    def __init__(self, client: redis.Redis) -> None:
        self._client = client
        self.pubsub = client.pubsub()
        self.pubsub.subscribe(ROOMS_CHANNEL)

    def read(self) -> list[RoomEvent]:
        """Return the events published since the last call."""
        self._client.publish(ROOMS_CHANNEL, "end")
        found = []
        while (message := self.pubsub.get_message(timeout=5.0)) is None or message["data"] != b"end":
            if message is not None and message["type"] == "message":
                found.append(decode_event(message["data"]))
        return found


@pytest.fixture
def published(client: redis.Redis) -> Iterator[Subscription]:
    subscription = Subscription(client)
    yield subscription
    subscription.pubsub.close()


def create(store: RoomStore, title: str = "Words", owner: str = "owner") -> str:
    room = secrets.token_urlsafe(16)
    store.create(room, title, owner)
    return room


def say(store: RoomStore, room: str, number: int | str, text: str = "hi", member: str = "a") -> int:
    return store.say(room, NewMessage(number, "Ann", member, text))[0]


def silence(client: redis.Redis, room: str, member: str) -> None:
    """Make the member's last heartbeat too old."""
    client.zadd(f"{ROOM_KEY_PREFIX}{room}:seen", {member: time.time() - SILENCE_LIMIT_S - 2})


def test_a_room_without_a_message_expires_sooner(store: RoomStore, room: str, client: redis.Redis) -> None:
    key = ROOM_KEY_PREFIX + room
    empty_ttl = client.ttl(key)
    say(store, room, 1)

    assert empty_ttl == pytest.approx(EMPTY_ROOM_TTL_S, abs=5)
    assert client.ttl(key) == client.ttl(f"{key}:log") == pytest.approx(read_settings({}).room_ttl, abs=5)


def test_a_member_joins_with_the_newest_messages_or_with_the_missed_ones(store: RoomStore, room: str) -> None:
    store.join(room, BOB, "sid-b", None)
    for number in range(1, 61):
        say(store, room, number)

    fresh = store.join(room, ANN, "sid-a", None)
    back = store.join(room, ANN, "sid-a", 57)

    assert (fresh.seq, fresh.title, fresh.people) == (60, "Words", [ANN, BOB])
    assert [message.seq for message in fresh.history] == list(range(11, 61))
    assert [message.seq for message in back.history] == [58, 59, 60]


def test_a_history_ends_at_the_bytes_that_one_answer_holds(redis_server: RedisProcess) -> None:
    store = make_store(redis_server, MAX_UNSENT_BYTES="20000")
    room = create(store)
    for number in range(1, 21):
        say(store, room, number, "x" * 1000)

    seqs = [message.seq for message in store.join(room, ANN, "sid", 0).history]

    assert store.max_history_bytes == 10_000
    assert seqs == list(range(seqs[0], 21))
    assert 8 <= len(seqs) <= 10


def test_a_room_is_full_but_for_its_members(redis_server: RedisProcess) -> None:
    store = make_store(redis_server, MAX_ROOM_MEMBERS="1")
    room = create(store)
    store.join(room, ANN, "sid-a", None)

    with pytest.raises(RoomFull, match=r"This room is full\."):
        store.join(room, BOB, "sid-b", None)
    assert store.join(room, ANN, "another", None).people == [ANN]


def test_no_operation_creates_a_room(store: RoomStore, client: redis.Redis) -> None:
    unknown = secrets.token_urlsafe(16)
    for operation in (
        lambda: store.join(unknown, ANN, "sid", None),
        lambda: say(store, unknown, 1),
        lambda: store.heartbeat(unknown, {"sid": ANN}),
    ):
        with pytest.raises(NoSuchRoom):
            operation()
    store.leave(unknown, "a", "sid")

    assert client.keys(f"{ROOM_KEY_PREFIX}{unknown}*") == []


def test_creating_a_room_twice_changes_nothing(store: RoomStore, room: str) -> None:
    say(store, room, 1)
    store.create(room, "another title", "another owner")

    assert store.join(room, ANN, "sid", None).title == "Words"
    assert say(store, room, 2) == 2


def test_a_repeated_message_is_the_first_one(store: RoomStore, room: str, published: Subscription) -> None:
    first = store.say(room, NewMessage(1, "Ann", "a", "hello"))
    again = store.say(room, NewMessage(1, "Ann", "a", "something else"))

    assert first == again
    assert first[2] == "hello"
    assert say(store, room, "1") == 2, "1 and '1' are two ids"
    assert say(store, room, 1, member="b") == 3, "another member's id"
    events = published.read()
    assert all(isinstance(event, Said) for event in events)
    assert [event.message.seq for event in events if isinstance(event, Said)] == [1, 2, 3]


def test_the_history_keeps_its_newest_messages_and_forgets_the_ids_of_others(
    redis_server: RedisProcess, client: redis.Redis
) -> None:
    store = make_store(redis_server, ROOM_HISTORY="3")
    room = create(store)
    for number in range(1, 6):
        say(store, room, number)

    assert [message.seq for message in store.messages_after(room, 0)] == [3, 4, 5]
    ids = [field for field in client.hkeys(ROOM_KEY_PREFIX + room) if field.startswith(b"id:")]
    assert sorted(ids) == [b"id:a:3", b"id:a:4", b"id:a:5"]
    assert say(store, room, 1) == 6, "a dropped message is a new one"


def test_messages_are_read_after_and_before_a_number(store: RoomStore, room: str) -> None:
    for number in range(1, 8):
        say(store, room, number)

    assert [message.seq for message in store.messages_after(room, 5)] == [6, 7]
    assert [message.seq for message in store.messages_before(room, 5, 2)] == [3, 4]
    assert [message.seq for message in store.messages_before(room, None, 2)] == [6, 7]


def test_a_published_message_is_the_stored_one(store: RoomStore, room: str, published: Subscription) -> None:
    seq, at, _text = store.say(room, NewMessage(1, "Ann", "a", 'quotes " and\nlines', in_reply_to=3))

    (stored,) = store.messages_after(room, 0)
    assert published.read() == [Said(stored)]
    assert (stored.room, stored.seq, stored.at) == (room, seq, at)
    assert (stored.text, stored.in_reply_to) == ('quotes " and\nlines', 3)
    assert abs(at - time.time()) < 60


def test_a_malformed_entry_of_a_history_is_skipped(store: RoomStore, room: str, client: redis.Redis) -> None:
    say(store, room, 1)
    for fields in ({"m": "forged"}, {"m": "[" * 5000}, {"x": "{}"}):
        client.xadd(f"{ROOM_KEY_PREFIX}{room}:log", fields)

    assert [message.seq for message in store.messages_after(room, 0)] == [1]
    assert [message.seq for message in store.messages_before(room, None, 10)] == [1]
    assert [message.seq for message in store.join(room, ANN, "sid", 0).history] == [1]


def test_only_the_last_connection_of_a_member_removes_it(
    store: RoomStore, room: str, redis_server: RedisProcess, published: Subscription
) -> None:
    other_gateway = make_store(redis_server, "other")
    store.join(room, ANN, "old", None)
    other_gateway.join(room, ANN, "old", None)
    store.leave(room, "a", "old")
    still_there = store.heartbeat(room, {})[1]
    other_gateway.leave(room, "a", "old")

    assert still_there == [ANN]
    assert store.heartbeat(room, {}) == (0, [])
    assert published.read() == [Joined(room, "a", "Ann"), Left(room, "a", "Ann")]


def test_a_new_name_is_published(store: RoomStore, room: str, published: Subscription) -> None:
    store.join(room, ANN, "sid", None)
    store.join(room, ANN, "sid", None)
    store.join(room, Person("a", "Anna"), "sid", None)

    assert published.read() == [Joined(room, "a", "Ann"), Joined(room, "a", "Anna")]


def test_a_member_without_a_heartbeat_is_removed(
    store: RoomStore, room: str, client: redis.Redis, published: Subscription
) -> None:
    store.join(room, ANN, "sid-a", None)
    store.join(room, BOB, "sid-b", None)
    silence(client, room, "b")

    assert store.heartbeat(room, {"sid-a": ANN}) == (0, [ANN])
    assert published.read()[2:] == [Left(room, "b", "Bob")]
    silence(client, room, "a")
    assert store.join(room, BOB, "sid-b", None).people == [BOB]
    assert published.read() == [Left(room, "a", "Ann"), Joined(room, "b", "Bob")]


def test_a_heartbeat_keeps_a_member_and_brings_a_removed_one_back(
    store: RoomStore, room: str, client: redis.Redis, published: Subscription
) -> None:
    store.join(room, ANN, "sid-a", None)
    silence(client, room, "a")
    store.heartbeat(room, {"sid-a": ANN})
    seen = client.zscore(f"{ROOM_KEY_PREFIX}{room}:seen", "a")
    store.leave(room, "a", "sid-a")
    store.heartbeat(room, {"sid-a": ANN})

    assert seen == pytest.approx(time.time(), abs=5)
    assert published.read() == [Joined(room, "a", "Ann"), Left(room, "a", "Ann"), Joined(room, "a", "Ann")]


def test_a_heartbeat_of_an_old_connection_does_not_keep_its_member(
    store: RoomStore, room: str, client: redis.Redis
) -> None:
    store.join(room, ANN, "old", None)
    store.join(room, ANN, "new", None)
    silence(client, room, "a")

    assert store.heartbeat(room, {"old": ANN}) == (0, [])


def test_typing_is_published_and_stored_nowhere(
    store: RoomStore, room: str, client: redis.Redis, published: Subscription
) -> None:
    before = client.hgetall(ROOM_KEY_PREFIX + room)
    store.publish_typing(room, ANN)

    assert published.read() == [Typing(room, "a", "Ann")]
    assert client.hgetall(ROOM_KEY_PREFIX + room) == before


def test_without_redis_every_operation_raises_unavailable() -> None:
    store = RoomStore(read_settings({"REDIS_URL": f"redis://127.0.0.1:{free_port()}/0"}), "boot")
    for operation in (
        lambda: store.create("room", "title", "owner"),
        lambda: store.join("room", ANN, "sid", None),
        lambda: store.leave("room", "a", "sid"),
        lambda: say(store, "room", 1),
        lambda: store.heartbeat("room", {}),
        lambda: store.messages_after("room", 0),
        lambda: store.messages_before("room", None, 1),
        lambda: store.publish_typing("room", ANN),
    ):
        with pytest.raises(Unavailable, match=r"The room could not be reached\. Try again\."):
            operation()
