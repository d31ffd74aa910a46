"""Rooms over a real gateway: delivery to every member, the bot's answers, and returning members."""

from __future__ import annotations

import json
import time

from shared.names import ROOM_KEY_PREFIX
from tests.clients.room import ChatClient, join, say
from tests.stack import Stack


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


def test_a_too_long_question_is_answered_with_an_error(room: str, ann: ChatClient) -> None:
    asked = say(ann, room, "@word " + "what " * 250)

    answer = ann.wait_for("message", 2)
    assert answer["in_reply_to"] == asked
    assert answer["reply"]["error"]["code"] == "too_long"
    assert answer["text"] == answer["reply"]["error"]["message"]


def test_a_message_repeated_under_the_same_id_is_one_message_with_one_answer(
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


def test_a_room_whose_history_redis_evicted_has_ended(stack: Stack, room: str, ann: ChatClient) -> None:
    message = {"room": room, "text": "Hello", "id": 7}
    ann.ask("say", message)
    with stack.redis.client() as redis:
        redis.delete(f"{ROOM_KEY_PREFIX}{room}:log")

        assert ann.code("say", message) == "no_such_room"
        assert redis.keys(f"{ROOM_KEY_PREFIX}{room}*") == []


def test_a_returning_member_gets_exactly_the_missed_messages(
    stack: Stack, room: str, ann: ChatClient
) -> None:
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


def test_leaving_and_disconnecting_are_announced(
    stack: Stack, room: str, ann: ChatClient, bob: ChatClient
) -> None:
    join(bob, room, "Bob")
    assert bob.ask("leave", {"room": room}) == {"room": room}
    assert ann.wait_for("left")["name"] == "Bob"

    with ChatClient(stack.gateway.url) as cid:
        join(cid, room, "Cid")
    assert ann.wait_for("left", 2)["name"] == "Cid"
