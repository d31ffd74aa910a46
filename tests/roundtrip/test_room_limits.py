"""The limits of rooms over a real gateway: members, rooms, rate, history, and the claims of tokens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jwt
import pytest

from tests.clients.room import ChatClient, join, say
from tests.stack import Stack

SECRET = "rooms-of-the-tests-0123456789abcdef"


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """A gateway with small limits, and no worker because no test asks the bot."""
    with Stack(
        tmp_path_factory.mktemp("rooms"), MAX_ROOM_MEMBERS="2", MAX_ROOMS_PER_CLIENT="3", ROOM_HISTORY="5"
    ) as stack:
        stack.redis.start()
        stack.add_gateway("gateway-1").wait_until_healthy()
        yield stack


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """A gateway that requires tokens and has no rate limits."""
    with Stack(tmp_path_factory.mktemp("guarded"), AUTH_SECRET=SECRET, RATE_LIMIT="0") as stack:
        stack.redis.start()
        stack.add_gateway("gateway-1").wait_until_healthy()
        yield stack


def token(**claims: Any) -> str:
    return jwt.encode(claims, SECRET, algorithm="HS256")


def test_members_of_a_room_and_rooms_of_a_client_are_limited(alone: Stack) -> None:
    with ChatClient(alone.gateway.url) as ann, ChatClient(alone.gateway.url) as bob:
        rooms = [ann.ask("create", {})["room"] for _ in range(4)]
        key = join(ann, rooms[0], "Ann")["key"]
        with ChatClient(alone.gateway.url) as cid:
            join(cid, rooms[0], "Cid")
            assert bob.code("join", {"room": rooms[0], "name": "Bob"}) == "room_full"
            join(ann, rooms[0], "Ann", key=key)
        join(ann, rooms[1], "Ann")
        join(ann, rooms[2], "Ann")
        assert ann.code("join", {"room": rooms[3], "name": "Ann"}) == "rate_limited"
        ann.ask("leave", {"room": rooms[1]})
        join(ann, rooms[3], "Ann")


def test_too_many_messages_are_refused_with_the_time_to_wait(alone: Stack) -> None:
    with ChatClient(alone.gateway.url) as ann:
        room = ann.ask("create", {})["room"]
        join(ann, room, "Ann")
        answers = [ann.ask("say", {"room": room, "text": "x", "id": number}) for number in range(30)]

    refused = [answer["error"] for answer in answers if "error" in answer]
    assert {error["code"] for error in refused} == {"rate_limited"}
    assert all(0 < error["retry_after"] <= 0.2 for error in refused)
    assert 10 <= len(answers) - len(refused) < 20


def test_a_history_keeps_a_limited_number_of_messages_and_says_when_some_are_missing(alone: Stack) -> None:
    with ChatClient(alone.gateway.url) as ann:
        room = ann.ask("create", {})["room"]
        key = join(ann, room, "Ann")["key"]
        for number in range(1, 9):
            say(ann, room, f"number {number}")
        joined = join(ann, room, "Ann", key=key, since=1)

    assert [message["seq"] for message in joined["history"]] == [4, 5, 6, 7, 8]
    assert joined["more"] is True


def test_a_token_may_limit_rooms_and_fix_the_name(guarded: Stack) -> None:
    url = guarded.gateway.url
    with ChatClient(url, token=token()) as host:
        mine, other = host.ask("create", {})["room"], host.ask("create", {})["room"]
        join(host, mine, "Host")
        with ChatClient(url, token=token(rooms=[mine], name="Guest 7")) as guest:
            assert guest.code("create", {}) == "unauthorized"
            assert guest.code("join", {"room": other, "name": "x"}) == "unauthorized"
            assert join(guest, mine, "Admin")["name"] == "Guest 7"
            say(guest, mine, "hello")
            assert host.wait_for("message")["from"] == "Guest 7"


def test_without_limits_there_are_none_in_rooms(guarded: Stack) -> None:
    with ChatClient(guarded.gateway.url, token=token()) as host:
        room = host.ask("create", {})["room"]
        join(host, room, "Host")
        assert [say(host, room, "x") for _ in range(100)] == list(range(1, 101))


def test_a_big_history_is_cut_to_what_a_connection_may_hold(guarded: Stack) -> None:
    with ChatClient(guarded.gateway.url, token=token()) as host:
        room = host.ask("create", {})["room"]
        key = join(host, room, "Host")["key"]
        for _ in range(300):
            say(host, room, "話" * 2000)
        joined = join(host, room, "Host", key=key, since=0)
        seqs = [message["seq"] for message in joined["history"]]
        assert joined["more"]
        assert seqs == list(range(seqs[0], 301))
        while joined["more"]:
            joined = host.ask("history", {"room": room, "before": seqs[0], "limit": 100})
            seqs = [message["seq"] for message in joined["history"]] + seqs
        assert seqs == list(range(1, 301))
