"""A lookup comes back to the connection that asked, over both transports."""

from __future__ import annotations

import json

import pytest

from tests.clients.reference import ReferenceClient
from tests.stack import Stack
from tests.words import QUESTIONS, Question


def test_the_clients_use_the_transport_they_are_told(client: ReferenceClient, transport: str) -> None:
    assert client.transport == transport


def test_every_question_of_the_table_gets_its_answer(client: ReferenceClient) -> None:
    lookups = [(question, client.ask(**question.message)) for question in QUESTIONS]

    for question, lookup in lookups:
        reply = lookup.reply.result(10)
        assert question.is_answered_by(reply), (question, reply)


def test_the_original_client_hears_option_and_response_as_json_text(client: ReferenceClient) -> None:
    client.emit("my_message", {"command": "synonyms", "word": "ice cream", "pos": ""})

    reply = client.next_stray()
    assert reply["option"] == "synonyms"
    assert isinstance(reply["response"], str)
    assert json.loads(reply["response"]) == ["ice_cream", "icecream"]


def test_a_lookup_without_id_gets_one_that_ack_and_reply_share(client: ReferenceClient) -> None:
    ack = client.emit("my_message", {"command": "pos", "word": "well"}).result(5)

    assert ack["status"] == "queued"
    assert client.next_stray()["id"] == ack["id"]


@pytest.mark.parametrize("own_id", ["mine-1", "", "ümlaut <b>", 0, -1, 2**53 - 1])
def test_a_clients_own_id_is_echoed_as_it_is(client: ReferenceClient, own_id: str | int) -> None:
    lookup = client.ask(command="pos", word="happy", id=own_id)

    assert lookup.ack.result(5) == {"id": own_id, "status": "queued"}
    assert lookup.reply.result(5)["id"] == own_id


def test_the_same_id_may_be_used_again_once_it_is_answered(client: ReferenceClient) -> None:
    first = client.ask(command="pos", word="happy", id="again").answer()
    second = client.ask(command="lemmatizer", word="geese", id="again").answer()

    assert (first, second) == (["a", "s"], ["goose"])


def test_white_space_is_collapsed_in_the_word_that_is_echoed(client: ReferenceClient) -> None:
    reply = client.ask(command="pos", word="  hot \t dog ").reply.result(5)

    assert reply["word"] == "hot dog"


@pytest.mark.parametrize("pos", [None, ""])
def test_pos_null_or_empty_is_the_same_as_left_out(client: ReferenceClient, pos: str | None) -> None:
    assert client.ask(command="lemmatizer", word="leaves", pos=pos).answer() == ["leaf"]


def test_two_clients_with_the_same_ids_never_see_each_others_replies(stack: Stack) -> None:
    synonyms = Question("synonyms", "geese", None, [])
    lemma = Question("lemmatizer", "leaves", "v", ["leave"])
    with (
        ReferenceClient(stack.gateway.url) as one,
        ReferenceClient(stack.gateway.url, transports=("polling",)) as other,
    ):
        pairs = [
            (one.ask(**synonyms.message, id=number), other.ask(**lemma.message, id=number))
            for number in range(30)
        ]

        for one_lookup, other_lookup in pairs:
            assert one_lookup.reply.result(10)["word"] == "geese"
            assert other_lookup.answer() == ["leave"]
        assert one.stray_replies == []
        assert other.stray_replies == []
