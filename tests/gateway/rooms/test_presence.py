"""Members here and in Redis stay the same: joins, departures, heartbeats, and the repair of lost events."""

from __future__ import annotations

import logging
import secrets
from typing import Any

import pytest

from gateway.rooms.store import JoinedRoom
from shared.errors import NoSuchRoom, NotAMember, RoomFull
from shared.names import ROOM_KEY_PREFIX
from shared.room_messages import NewMessage, Person
from tests.gateway.polling_client import PollingClient
from tests.gateway.rooms.conftest import MakeGateway
from tests.gateway.rooms.room_gateway import RoomGateway
from tests.stack.waiting import wait_until

ANN, BOB = Person("a", "Ann"), Person("b", "Bob")
UNKNOWN = "A" * 22


@pytest.fixture
def other(make_gateway: MakeGateway, gateway: RoomGateway) -> RoomGateway:  # noqa: ARG001 (made first)
    """A second gateway."""
    return make_gateway()


@pytest.fixture
def room(gateway: RoomGateway) -> str:
    created = secrets.token_urlsafe(16)
    gateway.store.create(created, "Words", "owner")
    return created


def say(gateway: RoomGateway, room: str, number: int) -> None:
    gateway.store.say(room, NewMessage(number, "Bob", "b", "hi"))


def people_in_redis(gateway: RoomGateway, room: str) -> list[Person]:
    wait_until(lambda: not gateway.retries, "the retry queue to be empty")
    return gateway.store.heartbeat(room, {})[1]


def join(client: PollingClient, room: str, name: str) -> str:
    member: str = client.ask("join", {"room": room, "name": name})["member"]
    return member


def test_a_join_returns_the_members_and_the_history(
    gateway: RoomGateway, other: RoomGateway, room: str
) -> None:
    say(gateway, room, 1)
    other.presence.join(room, "sid-b", BOB, None)
    joined = gateway.presence.join(room, "sid-a", ANN, None)

    assert joined.people == [ANN, BOB]
    assert [message.seq for message in joined.history] == [1]
    assert gateway.members.membership(room, "sid-a").person == ANN


def test_a_join_includes_the_messages_that_others_here_received_meanwhile(
    gateway: RoomGateway, room: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else they would be missing: this gateway never delivers a message twice."""
    gateway.presence.join(room, "sid-b", BOB, None)
    say(gateway, room, 1)
    join_in_redis = gateway.store.join

    def join_slowly(*arguments: Any) -> JoinedRoom:
        found = join_in_redis(*arguments)
        for number in (2, 3):
            say(gateway, room, number)
        gateway.deliver_all()
        return found

    monkeypatch.setattr(gateway.store, "join", join_slowly)
    joined = gateway.presence.join(room, "sid-a", ANN, None)

    assert (joined.seq, [message.seq for message in joined.history]) == (3, [1, 2, 3])


def test_a_refused_join_leaves_nothing_behind(make_gateway: MakeGateway, room: str) -> None:
    gateway = make_gateway(MAX_ROOM_MEMBERS="1")
    with pytest.raises(NoSuchRoom):
        gateway.presence.join(UNKNOWN, "sid", ANN, None)
    gateway.store.join(room, BOB, "elsewhere", None)
    with pytest.raises(RoomFull):
        gateway.presence.join(room, "sid", ANN, None)

    assert gateway.members.rooms() == gateway.members.rooms_of("sid") == []
    assert people_in_redis(gateway, room) == [BOB]


def test_a_connection_that_joins_under_another_key_is_the_other_member(
    gateway: RoomGateway, room: str
) -> None:
    gateway.presence.join(room, "sid", ANN, None)
    gateway.presence.join(room, "sid", BOB, None)

    assert people_in_redis(gateway, room) == [BOB]
    assert gateway.members.count_memberships() == 1


def test_leaving_removes_a_member_here_and_in_redis(gateway: RoomGateway, room: str) -> None:
    gateway.presence.join(room, "sid", ANN, None)
    gateway.presence.leave(room, "sid")

    assert gateway.members.rooms() == []
    assert people_in_redis(gateway, room) == []
    with pytest.raises(NotAMember):
        gateway.presence.leave(room, "sid")


def test_a_heartbeat_brings_back_a_member_that_redis_has_lost(
    gateway: RoomGateway, other: RoomGateway, room: str
) -> None:
    gateway.presence.join(room, "sid", ANN, None)
    other.store.join(room, BOB, "elsewhere", None)
    gateway.redis.delete(f"{ROOM_KEY_PREFIX}{room}:seen")
    gateway.presence.heartbeat()

    assert people_in_redis(gateway, room) == [ANN]


def test_a_heartbeat_does_not_keep_a_member_that_leaves_meanwhile(
    gateway: RoomGateway, room: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    gateway.presence.join(room, "sid", ANN, None)
    heartbeats_in_redis = gateway.store.heartbeats

    def heartbeats_after_leave(*arguments: Any) -> list[tuple[int, list[Person]] | None]:
        gateway.presence.leave(room, "sid")
        wait_until(lambda: not gateway.retries, "the departure to reach Redis")
        return heartbeats_in_redis(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(gateway.store, "heartbeats", heartbeats_after_leave)
        gateway.presence.heartbeat()

    assert people_in_redis(gateway, room) == []


def test_a_heartbeat_finds_a_lost_last_message(gateway: RoomGateway, room: str) -> None:
    ann = gateway.client()
    join(ann, room, "Ann")
    say(gateway, room, 1)
    gateway.drop_all()
    gateway.presence.heartbeat()

    wait_until(lambda: ann.events("message"), "the message")
    assert [message["seq"] for message in ann.events("message")] == [1]


def test_the_second_heartbeat_repairs_lost_joins_and_departures(
    gateway: RoomGateway, other: RoomGateway, room: str
) -> None:
    ann, bob, cid = gateway.client(), other.client(), other.client()
    join(ann, room, "Ann")
    bob_member = join(bob, room, "Bob")
    gateway.deliver_all()
    cid_member = join(cid, room, "Cid")
    bob.ask("leave", {"room": room})
    other.drop_all()
    gateway.drop_all()

    gateway.presence.heartbeat()
    first = ann.events("joined")[1:] + ann.events("left")
    gateway.presence.heartbeat()

    assert first == [], "they may still be on their way"
    assert ann.events("joined")[1:] == [{"room": room, "member": cid_member, "name": "Cid"}]
    assert ann.events("left") == [{"room": room, "member": bob_member, "name": "Bob"}]


def test_a_room_goes_back_to_the_last_message_that_redis_has(
    gateway: RoomGateway, room: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Redis loses its newest messages in a failover, and then uses their numbers again."""
    ann = gateway.client()
    join(ann, room, "Ann")
    for number in (1, 2, 3):
        say(gateway, room, number)
    gateway.deliver_all()
    gateway.redis.hset(ROOM_KEY_PREFIX + room, "seq", 1)
    history = f"{ROOM_KEY_PREFIX}{room}:log"
    entry, fields = gateway.redis.xrange(history)[0]
    gateway.redis.delete(history)
    gateway.redis.xadd(history, fields, entry)
    with caplog.at_level(logging.WARNING):
        gateway.presence.heartbeat()
    say(gateway, room, 4)
    gateway.deliver_all()

    assert "Redis has fewer messages of a room than were delivered" in caplog.text
    assert [message["seq"] for message in ann.events("message")] == [1, 2, 3, 2]


def test_a_heartbeat_goes_on_after_a_room_that_has_ended(gateway: RoomGateway, room: str) -> None:
    ended = gateway.client().ask("create", {})["room"]
    gateway.presence.join(ended, "sid", BOB, None)
    gateway.presence.join(room, "sid", ANN, None)
    gateway.redis.delete(ROOM_KEY_PREFIX + ended, f"{ROOM_KEY_PREFIX}{room}:seen")
    gateway.presence.heartbeat()

    assert people_in_redis(gateway, room) == [ANN]
