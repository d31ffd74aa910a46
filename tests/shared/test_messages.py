"""The messages on the wires: their exact JSON, and the refusal of malformed and forged ones."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from msgspec import Raw

from shared.messages import (
    MAX_BATCH,
    MAX_QUEUE_MESSAGE_BYTES,
    NOTHING,
    Canary,
    Context,
    EmitMessage,
    Lookup,
    LookupBatch,
    Reply,
    Where,
    decode_batch,
    decode_channel,
    encode,
    encode_replies,
    failed,
)

LOOKUP = Lookup(key="boot-1", namespace="/", room="sid", command="pos", word="geese")
REPLY = Reply("pos", "geese", '["n"]')
EMIT = {
    "method": "emit",
    "event": "reply",
    "namespace": "/",
    "room": "sid",
    "key": "boot-1",
    "data": [{"option": "pos", "word": "geese", "response": '["n"]'}],
}


def test_replies_are_published_in_python_socketios_form() -> None:
    """With the lookup's key; a reply is sent as it was encoded before."""
    published = encode_replies([(LOOKUP, Raw(encode(REPLY)))])

    assert json.loads(published) == [EMIT]
    assert decode_channel(published) == [EmitMessage("reply", "/", "sid", "boot-1", (REPLY,))]


def test_a_gateway_hears_its_own_canary() -> None:
    assert decode_channel(encode([Canary("boot")])) == [Canary("boot")]


@pytest.mark.parametrize(
    "forged",
    [
        {"event": "disconnect"},
        {"method": "close_room"},
        {"room": None},
        {"data": [{"option": "pos"}]},
        {"data": []},
        {"key": 1},
    ],
)
def test_a_channel_carries_nothing_but_whole_replies(forged: dict[str, Any]) -> None:
    """Whatever else python-socketio's own queue could order."""
    with pytest.raises(msgspec.DecodeError):
        decode_channel(json.dumps([EMIT | forged]).encode())


def test_a_batch_survives_celerys_json() -> None:
    batch = LookupBatch("wordwire:replies:boot", 1.5, [LOOKUP])

    fields = json.loads(encode(batch))

    assert decode_batch(fields) == batch
    assert set(fields["lookups"][0]) == {"key", "namespace", "room", "command", "word"}


@pytest.mark.parametrize("fields", [None, {}, {"channel": "c", "expires_at": 1, "lookups": [{"key": "k"}]}])
def test_a_malformed_batch_is_refused(fields: Any) -> None:
    with pytest.raises(msgspec.ValidationError):
        decode_batch(fields)


def test_a_reply_always_has_option_word_and_response_and_omits_empty_fields() -> None:
    """The original client parses the response of every reply."""
    assert json.loads(encode(Reply("pos", "", NOTHING))) == {"option": "pos", "word": "", "response": "[]"}
    assert json.loads(encode(Reply("pos", "", NOTHING, id=0, context=Context("pos"))))["id"] == 0


def test_a_failed_lookup_is_a_reply_with_code_and_message() -> None:
    assert json.loads(encode(failed("pos", "geese", "timeout", "No answer came in time."))) == {
        "option": "pos",
        "word": "geese",
        "response": "[]",
        "error": {"code": "timeout", "message": "No answer came in time."},
    }


@pytest.mark.parametrize("command", ["gloss", "synonyms"])
def test_the_longest_lookups_fit_into_one_message_of_the_queue(command: str) -> None:
    """Each with four bytes a character; base64 makes four bytes of three."""
    longest = "🏦" * 100
    where = Where(
        longest,
        longest,
        (longest,) * 10,
        longest,
        pattern=longest,
        rhymes_with=longest,
        about=longest,
        silent=longest,
    )
    lookup = Lookup(command, "🏦" * 2000, key="k" * 60, namespace="/", room="r" * 200)
    if command == "synonyms":
        lookup = Lookup(
            command, longest, word2=longest, where=where, sentence=longest * 3,
            key="k" * 60, namespace="/", room="r" * 200,
        )  # fmt: skip
    batch = encode(LookupBatch("channel", 1.5, [lookup] * MAX_BATCH))

    assert len(batch) * 4 / 3 < MAX_QUEUE_MESSAGE_BYTES * 0.95
