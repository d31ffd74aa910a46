"""Rooms over a real gateway: who may do what, what everybody hears, and what is refused."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import jwt
import pytest

from shared.names import REPLY_CHANNEL_PREFIX, ROOM_KEY_PREFIX, ROOMS_CHANNEL
from tests.clients.reference import ReferenceClient
from tests.clients.room import ChatClient
from tests.stack import Stack
from tests.stack.waiting import wait_until

SECRET = "rooms-of-the-tests-0123456789abcdef"


@pytest.fixture
def ann(stack: Stack, transport: str) -> Iterator[ChatClient]:
    with ChatClient(stack.gateway.url, transport=transport) as client:
        yield client


@pytest.fixture
def bob(stack: Stack) -> Iterator[ChatClient]:
    with ChatClient(stack.gateway.url) as client:
        yield client


@pytest.fixture
def room(ann: ChatClient) -> str:
    """A room that Ann made and is in."""
    made: str = ann.ask("create", {"title": "Words"})["room"]
    ann.ask("join", {"room": made, "name": "Ann"})
    return made


def join(client: ChatClient, room: str, name: str, **more: Any) -> dict[str, Any]:
    answer = client.ask("join", {"room": room, "name": name, **more})
    assert "error" not in answer, answer
    return answer


def say(client: ChatClient, room: str, text: str) -> int:
    answer = client.ask("say", {"room": room, "text": text, "id": uuid4().hex})
    assert "error" not in answer, answer
    seq: int = answer["seq"]
    return seq


def test_two_people_talk(room: str, ann: ChatClient, bob: ChatClient) -> None:
    joined = join(bob, room, "Bob")
    assert joined["title"] == "Words"
    assert [person["name"] for person in joined["members"]] == ["Ann", "Bob"]
    assert joined["history"] == []
    assert ann.wait_for("joined") == {"room": room, "member": joined["member"], "name": "Bob"}

    ack = bob.ask("say", {"room": room, "text": "Hello, <b>Ann</b>", "id": 7})

    heard = ann.wait_for("message")
    assert heard == bob.wait_for("message")
    assert heard == {
        "room": room,
        "seq": 1,
        "at": ack["at"],
        "id": 7,
        "from": "Bob",
        "member": joined["member"],
        "text": "Hello, <b>Ann</b>",
    }
    assert ack == {"id": 7, "seq": 1, "at": heard["at"]}
    assert abs(heard["at"] - time.time()) < 60
    assert bob.of("joined") == []


def test_the_bot_answers_in_the_room_under_the_question(room: str, ann: ChatClient, bob: ChatClient) -> None:
    join(bob, room, "Bob")

    asked = say(bob, room, "@word what's the opposite of hot?")

    for client in (ann, bob):
        answer = client.wait_for("message", 2)
        assert answer["in_reply_to"] == asked
        assert (answer["bot"], answer["from"], answer["seq"]) == (True, "word", asked + 1)
        assert "cold" in answer["text"]
        assert answer["reply"]["option"] == "antonyms"
        assert "cold" in json.loads(answer["reply"]["response"])
        assert "key" not in answer["reply"]


def test_a_command_is_a_question_and_the_next_one_follows_on_from_it(room: str, ann: ChatClient) -> None:
    say(ann, room, "/definition light")
    first = ann.wait_for("message", 2)["reply"]
    assert (first["option"], first["word"]) == ("definition", "light")

    say(ann, room, "@word and as a verb?")

    follow_up = ann.wait_for("message", 4)["reply"]
    assert (follow_up["option"], follow_up["word"], follow_up["pos"]) == ("definition", "light", "v")


def test_a_question_that_is_too_long_is_answered_so(room: str, ann: ChatClient) -> None:
    asked = say(ann, room, "@word " + "what " * 100)

    answer = ann.wait_for("message", 2)
    assert answer["in_reply_to"] == asked
    assert answer["reply"]["error"]["code"] == "too_long"
    assert answer["text"] == answer["reply"]["error"]["message"]


def test_said_again_under_the_same_id_it_is_one_message_and_one_answer(
    room: str, ann: ChatClient, bob: ChatClient
) -> None:
    join(bob, room, "Bob")
    message = {"room": room, "text": "/synonyms happy", "id": "mine"}

    acks = [ann.ask("say", message) for _ in range(3)]
    ann.wait_for("message", 2)
    acks.append(ann.ask("say", message))
    other = bob.ask("say", message)
    ann.wait_for("message", 4)
    acks.append(ann.ask("say", message | {"text": "/antonyms happy"}))
    last = say(ann, room, "the end")

    assert acks == [acks[0]] * 5
    assert other["seq"] == 3, "another member's message of the same id is another message"
    assert ann.wait_for("message", 5)["seq"] == last == 5
    assert [heard["seq"] for heard in ann.of("message")] == [1, 2, 3, 4, 5]


def test_said_again_once_a_full_redis_dropped_the_history_it_is_a_new_message(
    stack: Stack, room: str, ann: ChatClient
) -> None:
    message = {"room": room, "text": "Hello", "id": 7}
    first = ann.ask("say", message)
    with stack.redis.client() as redis:
        redis.delete(f"{ROOM_KEY_PREFIX}{room}:log")

    again = ann.ask("say", message)

    assert again["seq"] == first["seq"] + 1
    assert [kept["seq"] for kept in ann.ask("history", {"room": room})["history"]] == [again["seq"]]


def test_who_comes_back_gets_exactly_what_was_missed(stack: Stack, room: str, ann: ChatClient) -> None:
    with ChatClient(stack.gateway.url) as before:
        key = join(before, room, "Bob")["key"]
        say(ann, room, "one")
        before.wait_for("message")
    ann.wait_for("left")
    say(ann, room, "two")
    say(ann, room, "three")

    with ChatClient(stack.gateway.url) as again:
        joined = join(again, room, "Bob", key=key, since=1)
        say(ann, room, "four")

        assert [message["text"] for message in joined["history"]] == ["two", "three"]
        assert not joined["more"]
        assert again.wait_for("message")["text"] == "four"
        assert joined["member"] == ann.of("joined")[0]["member"], "the same member as before"


def test_joining_again_is_safe(room: str, ann: ChatClient, bob: ChatClient) -> None:
    first = join(bob, room, "Bob")
    again = join(bob, room, "Bob", key=first["key"])
    say(ann, room, "hello")

    assert len(again["members"]) == 2
    assert bob.wait_for("message")["text"] == "hello"
    assert ann.wait_for("message")["seq"] == 1
    assert len(ann.of("joined")) == 1


def test_a_connection_is_one_member_of_a_room(
    stack: Stack, room: str, ann: ChatClient, bob: ChatClient
) -> None:
    first = join(bob, room, "Bob")
    second = join(bob, room, "Rob")

    assert second["member"] != first["member"]
    assert ann.wait_for("left")["member"] == first["member"]
    with ChatClient(stack.gateway.url) as cid:
        members = join(cid, room, "Cid")["members"]
    assert [person["name"] for person in members] == ["Ann", "Cid", "Rob"]


def test_history_goes_back_page_by_page(room: str, ann: ChatClient) -> None:
    for number in range(1, 8):
        say(ann, room, f"number {number}")

    newest = ann.ask("history", {"room": room, "limit": 3})
    middle = ann.ask("history", {"room": room, "limit": 3, "before": newest["history"][0]["seq"]})
    oldest = ann.ask("history", {"room": room, "limit": 3, "before": middle["history"][0]["seq"]})

    assert [[m["seq"] for m in page["history"]] for page in (oldest, middle, newest)] == [
        [1],
        [2, 3, 4],
        [5, 6, 7],
    ]
    assert [page["more"] for page in (oldest, middle, newest)] == [False, True, True]


def test_the_typing_of_others_is_seen(room: str, ann: ChatClient, bob: ChatClient) -> None:
    member = join(bob, room, "Bob")["member"]

    assert bob.ask("typing", {"room": room}) == {}

    assert ann.wait_for("typing") == {"room": room, "member": member, "name": "Bob"}
    assert bob.of("typing") == []
    assert ann.ask("history", {"room": room})["history"] == []


def test_leaving_and_disconnecting_are_told(
    stack: Stack, room: str, ann: ChatClient, bob: ChatClient
) -> None:
    join(bob, room, "Bob")
    assert bob.ask("leave", {"room": room}) == {"room": room}
    assert ann.wait_for("left")["name"] == "Bob"

    with ChatClient(stack.gateway.url) as cid:
        join(cid, room, "Cid")
    assert ann.wait_for("left", 2)["name"] == "Cid"


@pytest.mark.parametrize("event", ["say", "history", "typing", "leave"])
def test_only_members_do_anything_in_a_room(room: str, bob: ChatClient, event: str) -> None:
    sent = {"room": room, "text": "let me in", "id": 1}

    assert bob.code(event, sent) == "not_a_member"
    join(bob, room, "Bob")
    assert bob.code(event, sent) == ""
    if event != "leave":
        bob.ask("leave", {"room": room})
    assert bob.code(event, sent) == "not_a_member"


def test_who_left_reads_nothing_more(room: str, ann: ChatClient, bob: ChatClient) -> None:
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
def test_what_can_t_be_done_is_refused_in_the_ack(
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


def test_a_room_is_full_and_a_client_is_in_so_many_rooms(alone: Stack) -> None:
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


def test_a_history_keeps_so_many_messages_and_says_when_some_are_gone(alone: Stack) -> None:
    with ChatClient(alone.gateway.url) as ann:
        room = ann.ask("create", {})["room"]
        key = join(ann, room, "Ann")["key"]
        for number in range(1, 9):
            say(ann, room, f"number {number}")
        joined = join(ann, room, "Ann", key=key, since=1)

    assert [message["seq"] for message in joined["history"]] == [4, 5, 6, 7, 8]
    assert joined["more"] is True


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """A gateway with small limits. No worker: nothing is asked."""
    with Stack(
        tmp_path_factory.mktemp("rooms"), MAX_ROOM_MEMBERS="2", MAX_ROOMS_PER_CLIENT="3", ROOM_HISTORY="5"
    ) as stack:
        stack.redis.start()
        stack.add_gateway("gateway-1").wait_until_healthy()
        yield stack


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """A gateway that asks for tokens, and limits nothing else."""
    with Stack(tmp_path_factory.mktemp("guarded"), AUTH_SECRET=SECRET, RATE_LIMIT="0") as stack:
        stack.redis.start()
        stack.add_gateway("gateway-1").wait_until_healthy()
        yield stack


def token(**claims: Any) -> str:
    return jwt.encode(claims, SECRET, algorithm="HS256")


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
