"""Room messages keep their form on the wire, because an upgrade mixes gateways of two versions."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from shared import messages
from shared.messages import Reply
from shared.room_messages import (
    Joined,
    Left,
    NewMessage,
    RoomEvent,
    RoomMessage,
    Said,
    Typing,
    decode_event,
    decode_message,
)

PERSON = {"room": "r", "member": "a", "name": "Ann"}
MESSAGE = {"id": 7, "from": "Ann", "member": "a", "text": "hello", "room": "r", "seq": 1, "at": 0.5}
STORED = RoomMessage(id=7, from_="Ann", member="a", text="hello", room="r", seq=1, at=0.5)


@pytest.mark.parametrize(
    ("event", "form"),
    [
        (Joined(**PERSON), {"event": "joined"} | PERSON),
        (Left(**PERSON), {"event": "left"} | PERSON),
        (Typing(**PERSON), {"event": "typing"} | PERSON),
        (Said(STORED), {"event": "message", "message": MESSAGE}),
    ],
)
def test_an_event_has_its_form_and_is_read_back(event: RoomEvent, form: dict[str, Any]) -> None:
    encoded = messages.encode(event)

    assert json.loads(encoded) == form
    assert decode_event(encoded) == event


def test_a_message_leaves_out_empty_fields_and_gets_its_place_later() -> None:
    fields = {"id": "x", "from": "word", "member": "word", "text": "cold"}
    bot = {"bot": True, "in_reply_to": 1, "reply": {"option": "antonyms", "word": "hot", "response": "[]"}}

    assert json.loads(messages.encode(NewMessage("x", "word", "word", "cold"))) == fields
    answer = NewMessage("x", "word", "word", "cold", True, 1, Reply("antonyms", "hot", "[]"))
    assert json.loads(messages.encode(answer)) == fields | bot
    stored = decode_message(json.dumps(fields | bot | {"room": "r", "seq": 2, "at": 1.0}).encode())
    assert (stored.seq, stored.in_reply_to, stored.reply) == (2, 1, answer.reply)


@pytest.mark.parametrize(
    "payload",
    [b"", b"\xff", b"{}", b'{"event":"emit"}', b'{"event":"joined","room":"r"}', b'{"event":"message"}'],
)
def test_a_malformed_event_raises(payload: bytes) -> None:
    with pytest.raises((msgspec.DecodeError, ValueError)):
        decode_event(payload)


@pytest.mark.parametrize("missing", ["id", "from", "member", "text", "room", "seq", "at"])
def test_a_message_without_one_of_its_fields_raises(missing: str) -> None:
    stored = {name: value for name, value in MESSAGE.items() if name != missing}

    with pytest.raises(msgspec.ValidationError, match=missing):
        decode_message(json.dumps(stored).encode())
