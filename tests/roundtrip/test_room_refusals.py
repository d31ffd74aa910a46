"""Rooms refuse strangers, and requests that no member may make."""

from __future__ import annotations

from typing import Any

import pytest

from shared.names import REPLY_CHANNEL_PREFIX, ROOM_KEY_PREFIX, ROOMS_CHANNEL
from tests.clients.reference import ReferenceClient
from tests.clients.room import ChatClient, join, say
from tests.stack import Stack
from tests.stack.waiting import wait_until


@pytest.mark.parametrize("event", ["say", "history", "typing", "leave"])
def test_only_members_do_anything_in_a_room(room: str, bob: ChatClient, event: str) -> None:
    sent = {"room": room, "text": "let me in", "id": 1}

    assert bob.code(event, sent) == "not_a_member"
    join(bob, room, "Bob")
    assert bob.code(event, sent) == ""
    if event != "leave":
        bob.ask("leave", {"room": room})
    assert bob.code(event, sent) == "not_a_member"


def test_a_former_member_receives_nothing(room: str, ann: ChatClient, bob: ChatClient) -> None:
    join(bob, room, "Bob")
    say(ann, room, "for all")
    bob.wait_for("message")
    bob.ask("leave", {"room": room})

    say(ann, room, "for those here")

    ann.wait_for("message", 2)
    assert [message["text"] for message in bob.of("message")] == ["for all"]


def test_neither_a_guess_nor_a_sid_nor_a_name_of_redis_is_a_room(
    stack: Stack, room: str, ann: ChatClient, bob: ChatClient
) -> None:
    with ReferenceClient(stack.gateway.url) as asker:
        for name in (
            "A" * 22,
            room[:-1] + ("A" if room[-1] != "A" else "B"),
            ann.sid,
            asker.sid,
            "/",
            f"room:{room}",
            ROOM_KEY_PREFIX + room,
            f"{room}:log",
            ROOMS_CHANNEL,
            REPLY_CHANNEL_PREFIX,
            "",
        ):
            assert bob.code("join", {"room": name, "name": "Mallory"}) == "no_such_room", name
            assert bob.code("say", {"room": name, "text": "x", "id": 1}) in {"no_such_room", "not_a_member"}
            assert bob.code("history", {"room": name}) in {"no_such_room", "not_a_member"}
        assert asker.ask(command="synonyms", word="happy").answer()
        assert asker.stray_replies == []
    assert bob.heard == []
    assert ann.heard == []


@pytest.mark.parametrize(
    ("event", "sent", "code"),
    [
        ("create", (), "bad_request"),
        ("create", ("text",), "bad_request"),
        ("create", ({"title": 7},), "bad_request"),
        ("create", ({"title": "x" * 101},), "too_long"),
        ("join", ({"room": "ROOM", "name": ""},), "bad_request"),
        ("join", ({"room": "ROOM", "name": "word"},), "bad_request"),
        ("join", ({"room": "ROOM", "name": "x" * 41},), "too_long"),
        ("join", ({"room": "ROOM", "name": "x", "since": -1},), "bad_request"),
        ("say", ({"room": "ROOM", "text": "x"},), "bad_request"),
        ("say", ({"room": "ROOM", "text": " ", "id": 1},), "bad_request"),
        ("say", ({"room": "ROOM", "text": "x" * 2001, "id": 1},), "too_long"),
        ("say", ({"room": "ROOM", "text": "x", "id": "x" * 129},), "too_long"),
        ("say", ({"room": "ROOM", "text": "x", "id": 1}, "more"), "bad_request"),
        ("history", ({"room": "ROOM", "limit": 1000},), "bad_request"),
        ("shout", ({},), "bad_request"),
    ],
)
def test_an_impossible_request_is_refused_in_the_ack(
    room: str, ann: ChatClient, event: str, sent: tuple[Any, ...], code: str
) -> None:
    filled = [
        {**each, "room": room} if isinstance(each, dict) and each.get("room") == "ROOM" else each
        for each in sent
    ]

    answer = ann.ask(event, *filled)

    assert answer["error"]["code"] == code
    assert answer["error"]["message"]
    assert say(ann, room, "still here") == 1


def test_forged_messages_on_the_common_channel_are_dropped_and_counted(
    stack: Stack, room: str, ann: ChatClient
) -> None:
    counted = stack.gateway.metric("wordwire_malformed_total")
    with stack.redis.client() as redis:
        for payload in (
            b"",
            b"\xff",
            b"[]",
            b"{}",
            b'{"event":"message"}',
            b'{"event":"emit","room":"x"}',
            b"[" * 5000,
        ):
            redis.publish(ROOMS_CHANNEL, payload)
    wait_until(
        lambda: stack.gateway.metric("wordwire_malformed_total") == counted + 7, "all to be counted", 5
    )

    assert say(ann, room, "still here") == 1
    assert ann.wait_for("message")["text"] == "still here"
