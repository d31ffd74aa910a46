"""Every kind of malformed message gets its typed error, in the acknowledgement and as a `reply`."""

from __future__ import annotations

from typing import Any

import pytest

from shared.catalog import COMMANDS
from tests.clients.reference import ReferenceClient
from tests.stack.waiting import DEADLINE_S

FINE = {"command": "synonyms", "word": "happy"}

# The payload, and the code of its error.
MALFORMED: list[tuple[Any, str]] = [
    ({"word": "happy"}, "bad_request"),
    ({"command": "synonyms"}, "bad_request"),
    ({"command": None, "word": "happy"}, "bad_request"),
    ({"command": 7, "word": "happy"}, "bad_request"),
    ({"command": ["synonyms"], "word": "happy"}, "bad_request"),
    ({"command": "synonyms", "word": 7}, "bad_request"),
    ({"command": "synonyms", "word": None}, "bad_request"),
    ({"command": "synonyms", "word": {"a": 1}}, "bad_request"),
    ({"command": "synonyms", "word": ""}, "bad_request"),
    ({"command": "synonyms", "word": " \t\n "}, "bad_request"),
    ({"command": "synonyms", "word": "hap\x00py"}, "bad_request"),
    ({"command": "synonyms", "word": "hap\x1b[31mpy"}, "bad_request"),
    ({"command": "synonyms", "word": "hap\x7fpy"}, "bad_request"),
    ({"command": "lemmatizer", "word": "leaves", "pos": "x"}, "bad_request"),
    ({"command": "lemmatizer", "word": "leaves", "pos": 1}, "bad_request"),
    (FINE | {"id": 1.5}, "bad_request"),
    (FINE | {"id": True}, "bad_request"),
    (FINE | {"id": []}, "bad_request"),
    (FINE | {"id": 2**53}, "bad_request"),
    (FINE | {"id": "i" * 129}, "too_long"),
    ({"command": "synonyms", "word": "w" * 101}, "too_long"),
    ({"command": "synonyms", "word": "ü" * 5000}, "too_long"),
    ({"command": "no_such", "word": "happy"}, "unknown_command"),
    ({"command": "", "word": "happy"}, "unknown_command"),
    ({"command": "Synonyms", "word": "happy"}, "unknown_command"),
    ({"command": "__class__", "word": "happy"}, "unknown_command"),
    (None, "bad_request"),
    ("synonyms happy", "bad_request"),
    (7, "bad_request"),
    ([], "bad_request"),
    ([FINE], "bad_request"),
    ({}, "bad_request"),
    (b"synonyms", "bad_request"),
    (FINE | {"word": b"happy"}, "bad_request"),
]


@pytest.mark.parametrize(("sent", "code"), MALFORMED, ids=lambda value: repr(value)[:40])
def test_a_malformed_message_gets_a_reply_with_its_code(
    client: ReferenceClient, sent: Any, code: str
) -> None:
    client.emit("my_message", sent)

    reply = client.next_stray()
    assert reply["error"]["code"] == code
    assert reply["response"] == "[]"
    assert isinstance(reply["option"], str)
    assert isinstance(reply["word"], str)
    assert isinstance(reply["id"], str | int)


def test_a_refused_lookup_has_its_error_in_the_ack_too(client: ReferenceClient) -> None:
    lookup = client.ask(command="no_such", word="happy", id="mine")

    error = lookup.ack.result(DEADLINE_S)["error"]
    assert lookup.ack.result(DEADLINE_S)["id"] == "mine"
    assert lookup.reply.result(DEADLINE_S)["error"] == error
    assert set(error) == {"code", "message"}


def test_the_error_of_an_unknown_command_names_all_commands(client: ReferenceClient) -> None:
    message = client.ask(command="no_such", word="happy").reply.result(DEADLINE_S)["error"]["message"]

    for command in COMMANDS:
        assert command.name in message


def test_my_message_needs_exactly_one_argument(client: ReferenceClient) -> None:
    for sent in ((), (FINE, FINE)):
        ack = client.emit("my_message", *sent).result(DEADLINE_S)

        assert ack["error"]["code"] == "bad_request"
        assert client.next_stray()["error"]["code"] == "bad_request"


@pytest.mark.parametrize("event", ["your_message", "", "*"])
def test_the_error_of_an_unknown_event_names_the_events(client: ReferenceClient, event: str) -> None:
    client.emit(event, FINE)

    error = client.next_stray()["error"]
    assert error["code"] == "bad_request"
    assert "my_message" in error["message"]


def test_a_client_still_gets_answers_after_malformed_messages(client: ReferenceClient) -> None:
    for sent, _ in MALFORMED[:5]:
        client.emit("my_message", sent)

    assert client.ask(**FINE).answer()[:1] == ["happy"]
