"""Over HTTP a response is a list, in the reply and in the reply within it; the schemas say so."""

from __future__ import annotations

import json

import msgspec
import pytest

from shared.http_messages import Batch, Replies, encode_plain, plain_schemas
from shared.messages import Reply, failed


def test_the_response_is_a_list_in_the_second_answer_too() -> None:
    reply = Reply("pos", "well", '["n"]', also=Reply("lemmatizer", "geese", '["goose"]'), id="a")

    assert json.loads(encode_plain(reply)) == {
        "option": "pos",
        "word": "well",
        "response": ["n"],
        "id": "a",
        "also": {"option": "lemmatizer", "word": "geese", "response": ["goose"]},
    }


def test_the_replies_to_a_batch_keep_their_order() -> None:
    replies = Replies([Reply("pos", "a", "[]"), failed("pos", "b", "busy", "Later.")])

    assert [reply["word"] for reply in json.loads(encode_plain(replies))["replies"]] == ["a", "b"]


def test_the_schemas_name_every_struct_and_call_the_response_a_list() -> None:
    schemas = plain_schemas(Reply, Batch)

    assert {"Reply", "ReplyError", "Sense", "Match", "Context", "Where", "Batch", "BatchLookup"} <= set(
        schemas
    )
    assert json.loads(json.dumps(schemas))["Reply"]["properties"]["response"] == {"type": "array"}


@pytest.mark.parametrize("number", [0, 101])
def test_a_batch_has_up_to_a_hundred_lookups(number: int) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"lookups": [{"command": "random"}] * number}, Batch)
