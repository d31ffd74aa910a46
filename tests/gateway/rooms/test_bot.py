"""The bot in a room: its lookups carry the room's address, and its answers are messages of the room."""

from __future__ import annotations

from typing import Any

import pytest

from shared.messages import Context, Lookup, Reply
from shared.names import ASK_EVENT, CHAT_NAMESPACE
from tests.gateway.polling_client import PollingClient
from tests.gateway.rooms.conftest import MakeGateway
from tests.gateway.rooms.room_gateway import RoomGateway
from tests.stack.waiting import wait_until


@pytest.fixture
def ann(gateway: RoomGateway) -> PollingClient:
    return gateway.client()


@pytest.fixture
def room(ann: PollingClient) -> str:
    """A room with Ann in it."""
    created: str = ann.ask("create", {})["room"]
    ann.ask("join", {"room": created, "name": "Ann"})
    return created


def lookup(gateway: RoomGateway, number: int = 1) -> Lookup:
    """Return lookup `number` once it is on the queue."""
    wait_until(lambda: len(gateway.lookups) >= number, f"lookup {number}")
    return gateway.lookups[number - 1]


def settle(gateway: RoomGateway, asked: Lookup, **fields: Any) -> None:
    """Answer a lookup as a worker does, and deliver the events of it."""
    gateway.dispatcher.settle(asked.key, asked.room, Reply("antonyms", "hot", '["cold"]', **fields))
    gateway.deliver_all()


def answers(client: PollingClient) -> list[dict[str, Any]]:
    return [message for message in client.events("message") if message.get("bot")]


def test_a_question_is_a_lookup_of_the_room_and_its_answer_a_message(
    gateway: RoomGateway, room: str, ann: PollingClient
) -> None:
    seq = ann.ask("say", {"room": room, "text": "@word what's the opposite of hot?", "id": 1})["seq"]
    asked = lookup(gateway)
    settle(gateway, asked, text="The opposite of hot is cold.")

    assert (asked.namespace, asked.room, asked.command) == (CHAT_NAMESPACE, f"room:{room}", ASK_EVENT)
    assert asked.text == "what's the opposite of hot?"
    (answer,) = answers(ann)
    assert (answer["from"], answer["member"], answer["in_reply_to"]) == ("word", "word", seq)
    assert answer["text"] == "The opposite of hot is cold."
    assert answer["reply"] == {"option": "antonyms", "word": "hot", "response": '["cold"]'}


def test_other_messages_are_no_lookups(gateway: RoomGateway, room: str, ann: PollingClient) -> None:
    for number, text in enumerate(("hello", "either/or", "hello @word", "/etc/hosts is a file")):
        ann.ask("say", {"room": room, "text": text, "id": number})

    assert gateway.dispatcher.pending() == 0


def test_a_question_follows_on_from_the_last_answer_in_its_room(
    gateway: RoomGateway, room: str, ann: PollingClient
) -> None:
    ann.ask("say", {"room": room, "text": "/definition light", "id": 1})
    context = Context("definition", "light")
    settle(gateway, lookup(gateway), context=context)
    ann.ask("say", {"room": room, "text": "@word and as a verb?", "id": 2})

    assert lookup(gateway, 1).context is None
    assert lookup(gateway, 2).context == context


def test_a_repeated_question_has_one_answer(gateway: RoomGateway, room: str, ann: PollingClient) -> None:
    question = {"room": room, "text": "/antonyms hot", "id": 1}
    ann.ask("say", question)
    settle(gateway, lookup(gateway, 1), text="cold")
    ann.ask("say", question)
    settle(gateway, lookup(gateway, 2), text="cold")

    assert len(answers(ann)) == 1


def test_a_repeated_question_joins_its_pending_lookup(
    gateway: RoomGateway, room: str, ann: PollingClient
) -> None:
    for _ in range(3):
        ann.ask("say", {"room": room, "text": "/antonyms hot", "id": 1})

    assert gateway.dispatcher.pending() == 1
    assert gateway.metrics.joined == 2


def test_a_refused_question_is_answered_with_the_reason(
    gateway: RoomGateway, room: str, ann: PollingClient
) -> None:
    ann.ask("say", {"room": room, "text": "@word " + "what " * 250, "id": 1})
    gateway.deliver_all()

    (answer,) = answers(ann)
    assert answer["reply"]["error"]["code"] == "too_long"
    assert answer["text"] == answer["reply"]["error"]["message"]
    assert gateway.dispatcher.pending() == 0


def test_the_limits_of_lookups_hold_for_a_room(make_gateway: MakeGateway) -> None:
    gateway = make_gateway(MAX_PENDING_PER_CLIENT="1")
    ann = gateway.client()
    room = ann.ask("create", {})["room"]
    ann.ask("join", {"room": room, "name": "Ann"})
    for number in (1, 2):
        ann.ask("say", {"room": room, "text": "/antonyms hot", "id": number})
    gateway.deliver_all()

    (answer,) = answers(ann)
    assert answer["in_reply_to"] == 2
    assert answer["reply"]["error"]["code"] == "rate_limited"


def test_an_answer_is_kept_for_the_history_of_a_room_that_everybody_has_left(
    gateway: RoomGateway, room: str, ann: PollingClient
) -> None:
    ann.ask("say", {"room": room, "text": "/antonyms hot", "id": 1})
    ann.ask("leave", {"room": room})
    settle(gateway, lookup(gateway), text="cold")

    history = ann.ask("join", {"room": room, "name": "Ann"})["history"]
    assert [message["text"] for message in history] == ["/antonyms hot", "cold"]


def test_an_empty_room_without_open_lookups_is_forgotten(
    gateway: RoomGateway, room: str, ann: PollingClient
) -> None:
    """Its allowance would stay for ever."""
    ann.ask("say", {"room": room, "text": "/antonyms hot", "id": 1})
    ann.ask("leave", {"room": room})
    allowances = gateway.bot._allowances
    while_open = list(allowances)
    settle(gateway, lookup(gateway), text="cold")

    assert while_open == [room]
    assert allowances == {}
