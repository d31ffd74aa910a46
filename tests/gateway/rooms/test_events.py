"""What each event on `/chat` does and returns, and how it is refused."""

from __future__ import annotations

import time
from typing import Any

import jwt
import pytest

from gateway.rooms import events
from shared.names import ROOM_KEY_PREFIX
from tests.gateway.polling_client import PollingClient
from tests.gateway.rooms.conftest import MakeGateway
from tests.gateway.rooms.room_gateway import RoomGateway
from tests.stack.waiting import wait_until

SECRET = "rooms-of-the-tests-0123456789abcdef"


@pytest.fixture
def ann(gateway: RoomGateway) -> PollingClient:
    return gateway.client()


@pytest.fixture
def room(gateway: RoomGateway, ann: PollingClient) -> str:
    """A room with Ann in it."""
    created: str = ann.ask("create", {"title": "Words"})["room"]
    ann.ask("join", {"room": created, "name": "Ann"})
    gateway.deliver_all()
    return created


def token(**claims: Any) -> str:
    return jwt.encode(claims, SECRET, algorithm="HS256")


def message_of(answer: dict[str, Any]) -> str:
    text: str = answer["error"]["message"]
    return text


def test_a_join_is_acknowledged_with_all_that_a_client_needs(
    gateway: RoomGateway, room: str, ann: PollingClient
) -> None:
    ann.ask("say", {"room": room, "text": "hello", "id": 1})
    answer = gateway.client().ask("join", {"room": room, "name": " Bob "})

    assert answer.keys() == {"room", "title", "name", "key", "member", "members", "history", "more"}
    assert (answer["room"], answer["title"], answer["name"]) == (room, "Words", "Bob")
    assert [person["name"] for person in answer["members"]] == ["Ann", "Bob"]
    assert {"member": answer["member"], "name": "Bob"} in answer["members"]
    assert [message["text"] for message in answer["history"]] == ["hello"]
    assert answer["more"] is False
    assert answer["key"] not in answer["member"]


def test_the_same_key_is_the_same_member(gateway: RoomGateway, room: str) -> None:
    first = gateway.client().ask("join", {"room": room, "name": "Bob"})
    again = gateway.client().ask("join", {"room": room, "name": "Bob", "key": first["key"]})
    another = gateway.client().ask("join", {"room": room, "name": "Bob"})

    assert again["member"] == first["member"] != another["member"]


def test_a_message_is_acknowledged_and_delivered_with_its_number(
    gateway: RoomGateway, room: str, ann: PollingClient
) -> None:
    answer = ann.ask("say", {"room": room, "text": "hello", "id": 7})
    gateway.deliver_all()

    assert answer == {"id": 7, "seq": 1, "at": answer["at"]}
    (message,) = ann.events("message")
    assert (message["seq"], message["at"], message["id"], message["from"]) == (1, answer["at"], 7, "Ann")


def test_a_history_is_paged_and_says_whether_more_exists(room: str, ann: PollingClient) -> None:
    for number in range(1, 6):
        ann.ask("say", {"room": room, "text": "x", "id": number})
    newest = ann.ask("history", {"room": room, "limit": 3})
    oldest = ann.ask("history", {"room": room, "before": 3})

    assert [message["seq"] for message in newest["history"]] == [3, 4, 5]
    assert newest["more"] is True
    assert [message["seq"] for message in oldest["history"]] == [1, 2]
    assert oldest["more"] is False


def test_a_join_says_whether_messages_since_the_last_one_are_missing(
    gateway: RoomGateway, room: str, ann: PollingClient
) -> None:
    for number in range(1, 5):
        ann.ask("say", {"room": room, "text": "x", "id": number})
    complete = gateway.client().ask("join", {"room": room, "name": "Bob", "since": 2})
    gateway.redis.xdel(f"{ROOM_KEY_PREFIX}{room}:log", "3-0")
    incomplete = gateway.client().ask("join", {"room": room, "name": "Cid", "since": 2})

    assert [message["seq"] for message in complete["history"]] == [3, 4]
    assert complete["more"] is False
    assert [message["seq"] for message in incomplete["history"]] == [4]
    assert incomplete["more"] is True


def test_an_answer_holds_half_of_what_a_connection_may_leave_unread(make_gateway: MakeGateway) -> None:
    gateway = make_gateway(MAX_UNSENT_BYTES="20000", RATE_LIMIT="0")
    ann = gateway.client()
    room = ann.ask("create", {})["room"]
    ann.ask("join", {"room": room, "name": "Ann"})
    for number in range(1, 21):
        ann.ask("say", {"room": room, "text": "x" * 1000, "id": number})
    answer = ann.ask("history", {"room": room, "limit": 100})

    seqs = [message["seq"] for message in answer["history"]]
    assert seqs == list(range(seqs[0], 21))
    assert 7 <= len(seqs) <= 9
    assert answer["more"] is True


def test_leaving_ends_the_membership(gateway: RoomGateway, room: str, ann: PollingClient) -> None:
    assert ann.ask("leave", {"room": room}) == {"room": room}

    for event, sent in (
        ("leave", {"room": room}),
        ("say", {"room": room, "text": "x", "id": 1}),
        ("typing", {"room": room}),
        ("history", {"room": room}),
    ):
        answer = ann.ask(event, sent)
        assert answer["error"]["code"] == "not_a_member"
        assert message_of(answer) == "You are not in this room. Join it first."
    assert gateway.members.rooms() == []


def test_a_disconnect_leaves_all_rooms_and_forgets_the_client(
    gateway: RoomGateway, room: str, ann: PollingClient
) -> None:
    other = ann.ask("create", {})["room"]
    ann.ask("join", {"room": other, "name": "Ann"})
    ann.close()
    wait_until(lambda: not gateway.retries, "the departures to reach Redis")

    assert gateway.members.rooms() == []
    assert gateway.store.heartbeat(room, {})[1] == gateway.store.heartbeat(other, {})[1] == []


@pytest.mark.parametrize(
    ("event", "sent", "code"),
    [
        ("create", (), "bad_request"),
        ("create", ({}, {}), "bad_request"),
        ("create", ({"title": "x" * 101},), "too_long"),
        ("join", ({"room": "A" * 22, "name": "Bob"},), "no_such_room"),
        ("join", ({"room": "ROOM", "name": "word"},), "bad_request"),
        ("say", ({"room": "ROOM", "text": "x" * 2001, "id": 1},), "too_long"),
        ("shout", ({},), "bad_request"),
    ],
)
def test_a_refusal_is_an_acknowledgement_with_a_code_and_a_message(
    room: str, ann: PollingClient, event: str, sent: tuple[Any, ...], code: str
) -> None:
    filled = [{**each, "room": room} if each.get("room") == "ROOM" else each for each in sent]
    answer = ann.ask(event, *filled)

    assert answer["error"]["code"] == code
    assert message_of(answer).endswith(".")
    assert ann.ask("say", {"room": room, "text": "still here", "id": 2})["seq"] == 1


def test_a_room_that_has_ended_is_refused(gateway: RoomGateway, room: str, ann: PollingClient) -> None:
    gateway.redis.delete(ROOM_KEY_PREFIX + room)
    answer = ann.ask("say", {"room": room, "text": "x", "id": 1})

    assert answer["error"]["code"] == "no_such_room"
    assert message_of(answer) == "There is no such room, or it no longer exists."


def test_a_client_may_be_in_a_limited_number_of_rooms(make_gateway: MakeGateway) -> None:
    ann = make_gateway(MAX_ROOMS_PER_CLIENT="1").client()
    first, second = (ann.ask("create", {})["room"] for _ in range(2))
    ann.ask("join", {"room": first, "name": "Ann"})
    refused = ann.ask("join", {"room": second, "name": "Ann"})

    assert refused["error"]["code"] == "rate_limited"
    assert message_of(refused) == "This connection is already in 1 rooms. Leave one first."
    assert "error" not in ann.ask("join", {"room": first, "name": "Ann"})


def test_a_token_s_claims_limit_the_rooms_and_fix_the_name(make_gateway: MakeGateway) -> None:
    gateway = make_gateway(AUTH_SECRET=SECRET)
    host = gateway.client(token())
    mine, other = (host.ask("create", {})["room"] for _ in range(2))
    guest = gateway.client(token(rooms=[mine], name="Guest 7"))

    answer = guest.ask("create", {})
    assert answer["error"]["code"] == "unauthorized"
    assert message_of(answer) == "Your token does not allow creating rooms."
    answer = guest.ask("join", {"room": other, "name": "Bob"})
    assert answer["error"]["code"] == "unauthorized"
    assert message_of(answer) == "Your token does not allow joining this room."
    assert guest.ask("join", {"room": mine, "name": "Admin"})["name"] == "Guest 7"


@pytest.mark.parametrize("claims", [{"rooms": "all"}, {"rooms": None}, {"rooms": [7]}, {"name": 7}])
def test_malformed_claims_are_refused(make_gateway: MakeGateway, claims: dict[str, Any]) -> None:
    refusal = make_gateway(AUTH_SECRET=SECRET).client(token(**claims)).refusal

    assert refusal is not None
    assert refusal["data"]["code"] == "unauthorized"


def test_without_a_token_the_connection_is_refused(make_gateway: MakeGateway) -> None:
    refusal = make_gateway(AUTH_SECRET=SECRET).client().refusal

    assert refusal is not None
    assert refusal["data"]["code"] == "unauthorized"


def test_a_second_large_answer_waits_until_the_first_is_read(
    gateway: RoomGateway, room: str, ann: PollingClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "READ_TIME_LIMIT_S", 0.1)
    ann.emit("history", {"room": room}, number=1000)  # its answer stays unread
    began = time.monotonic()
    ann.emit("history", {"room": room}, number=1001)
    waited = time.monotonic() - began
    ann.events("message")  # reads all
    monkeypatch.setattr(events, "READ_TIME_LIMIT_S", 30.0)
    began = time.monotonic()
    ann.emit("history", {"room": room}, number=1002)

    assert waited >= 0.1
    assert time.monotonic() - began < 10.0
    assert gateway.members.rooms_of(ann.sid) == [room]


def test_a_connection_that_closes_while_it_waits_does_not_join(gateway: RoomGateway, room: str) -> None:
    """Nothing would ever remove it from the room again."""
    bob = gateway.client()
    bob.close()
    answer = gateway.events._acknowledge(gateway.events.join, bob.sid, {"room": room, "name": "Bob"})

    assert (answer["error"].code, answer["error"].message) == ("not_a_member", "The connection has closed.")
    assert gateway.members.rooms_of(bob.sid) == []


def test_a_fault_of_ours_is_an_internal_error_without_details(
    gateway: RoomGateway, room: str, ann: PollingClient, caplog: pytest.LogCaptureFixture
) -> None:
    gateway.redis.hset(ROOM_KEY_PREFIX + room, "title", b"\xff")  # no text
    answer = gateway.client().ask("join", {"room": room, "name": "Bob"})

    assert answer["error"]["code"] == "internal"
    assert "decode" not in message_of(answer)
    assert "a room event failed" in caplog.text
    assert ann.ask("say", {"room": room, "text": "still here", "id": 1})["seq"] == 1
