"""Events from Redis reach the members here once and in order, and missed messages are fetched."""

from __future__ import annotations

import json
from typing import Any

import pytest

from shared.names import ROOM_KEY_PREFIX
from shared.room_messages import NewMessage
from tests.gateway.polling_client import PollingClient
from tests.gateway.rooms.room_gateway import RoomGateway
from tests.stack.waiting import wait_until


@pytest.fixture
def ann(gateway: RoomGateway) -> PollingClient:
    return gateway.client()


@pytest.fixture
def room(gateway: RoomGateway, ann: PollingClient) -> str:
    """A room with Ann in it."""
    created: str = ann.ask("create", {})["room"]
    ann.ask("join", {"room": created, "name": "Ann"})
    gateway.deliver_all()
    return created


def say(gateway: RoomGateway, room: str, number: int) -> None:
    gateway.store.say(room, NewMessage(number, "Bob", "b", f"number {number}"))


def seqs(client: PollingClient) -> list[int]:
    return [message["seq"] for message in client.events("message")]


def wait_for(client: PollingClient, expected: list[int]) -> None:
    wait_until(lambda: seqs(client) == expected, f"messages {expected}")


def test_a_message_is_delivered_to_every_member_here_and_counted(
    gateway: RoomGateway, room: str, ann: PollingClient
) -> None:
    bob, stranger = gateway.client(), gateway.client()
    bob.ask("join", {"room": room, "name": "Bob"})
    say(gateway, room, 1)
    gateway.deliver_all()

    assert ann.events("message") == bob.events("message")
    assert [message["text"] for message in ann.events("message")] == ["number 1"]
    assert stranger.events("message") == []
    assert gateway.metrics.room_messages == 2


def test_a_repeated_event_is_delivered_once(gateway: RoomGateway, room: str, ann: PollingClient) -> None:
    say(gateway, room, 1)
    payload = event_of(gateway, room)
    for _ in range(3):
        gateway.delivery.deliver(payload)

    assert seqs(ann) == [1]


def test_a_missed_message_is_fetched_before_the_next_one_is_delivered(
    gateway: RoomGateway, room: str, ann: PollingClient
) -> None:
    say(gateway, room, 1)
    say(gateway, room, 2)
    gateway.drop_all()
    say(gateway, room, 3)
    gateway.deliver_all()

    wait_for(ann, [1, 2, 3])
    wait_until(lambda: gateway.metrics.room_catch_ups == 1, "the catch-up to be counted")


def test_after_a_reconnect_the_histories_of_all_rooms_are_read(
    gateway: RoomGateway, room: str, ann: PollingClient
) -> None:
    other = ann.ask("create", {})["room"]
    ann.ask("join", {"room": other, "name": "Ann"})
    for each in (room, other):
        say(gateway, each, 1)
    gateway.drop_all()
    gateway.delivery.reconnected()

    wait_until(lambda: len(ann.events("message")) == 2, "both messages")
    assert {message["room"] for message in ann.events("message")} == {room, other}


def test_messages_that_the_history_no_longer_holds_are_skipped(
    gateway: RoomGateway, room: str, ann: PollingClient
) -> None:
    for number in (1, 2, 3):
        say(gateway, room, number)
    gateway.drop_all()
    gateway.redis.xdel(f"{ROOM_KEY_PREFIX}{room}:log", "1-0")
    gateway.delivery.reconnected()

    wait_for(ann, [2, 3])
    say(gateway, room, 4)
    gateway.deliver_all()
    wait_for(ann, [2, 3, 4])


def test_a_forged_message_far_ahead_blocks_nothing(
    gateway: RoomGateway, room: str, ann: PollingClient
) -> None:
    say(gateway, room, 1)
    forged = json.loads(event_of(gateway, room))
    forged["message"]["seq"] = 10**6
    gateway.delivery.deliver(json.dumps(forged).encode())
    local = gateway.members.get(room)
    assert local is not None
    wait_until(lambda: not local.is_behind, "the gap to be found false")
    gateway.deliver_all()
    say(gateway, room, 2)
    gateway.deliver_all()

    assert seqs(ann) == [1, 2]


def test_presence_is_delivered_to_the_others(gateway: RoomGateway, room: str, ann: PollingClient) -> None:
    bob = gateway.client()
    member = bob.ask("join", {"room": room, "name": "Bob"})["member"]
    bob.ask("typing", {"room": room})
    bob.ask("leave", {"room": room})
    gateway.deliver_all()

    person: dict[str, Any] = {"room": room, "member": member, "name": "Bob"}
    for event in ("joined", "typing", "left"):
        assert ann.events(event) == [person]
        assert bob.events(event) == []


@pytest.mark.parametrize(
    "payload", [b"", b"\xff", b"[]", b"{}", b'{"event":"message"}', b'{"event":"emit"}', b"[" * 5000]
)
def test_a_malformed_event_is_dropped_and_counted(
    gateway: RoomGateway, room: str, ann: PollingClient, payload: bytes
) -> None:
    gateway.delivery.deliver(payload)
    say(gateway, room, 1)
    gateway.deliver_all()

    assert gateway.metrics.malformed == 1
    assert seqs(ann) == [1]


def event_of(gateway: RoomGateway, room: str) -> bytes:
    """Return the event that published the room's last message."""
    ((_id, fields),) = gateway.redis.xrevrange(f"{ROOM_KEY_PREFIX}{room}:log", count=1)
    return b'{"event":"message","message":' + fields[b"m"] + b"}"
