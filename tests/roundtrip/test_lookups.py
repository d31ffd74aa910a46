"""A reply goes to the connection that sent the lookup, over both transports."""

from __future__ import annotations

import json

import pytest

from tests.clients.reference import ReferenceClient
from tests.stack import Stack
from tests.stack.waiting import DEADLINE_S
from tests.words import QUESTIONS, Question


def test_the_clients_use_the_given_transport(client: ReferenceClient, transport: str) -> None:
    assert client.transport == transport


def test_every_question_of_the_table_gets_its_answer(client: ReferenceClient) -> None:
    lookups = [(question, client.ask(**question.message)) for question in QUESTIONS]

    for question, lookup in lookups:
        reply = lookup.reply.result(DEADLINE_S)
        assert question.is_answered_by(reply), (question, reply)


def test_the_original_client_gets_option_and_response_as_json_text(client: ReferenceClient) -> None:
    client.emit("my_message", {"command": "synonyms", "word": "ice cream", "pos": ""})

    reply = client.next_stray()
    assert reply["option"] == "synonyms"
    assert isinstance(reply["response"], str)
    assert json.loads(reply["response"]) == ["ice_cream", "icecream"]


def test_a_form_reaches_the_worker(client: ReferenceClient) -> None:
    lookup = client.ask(command="inflect", word="go", form="past")

    [found] = json.loads(lookup.reply.result(DEADLINE_S)["response"])
    assert (found["form"], found["words"]) == ("past", ["went"])


def test_a_sentence_reaches_the_worker(client: ReferenceClient) -> None:
    plain = client.ask(command="definition", word="bank").reply.result(DEADLINE_S)
    lookup = client.ask(command="definition", word="bank", sentence="the bank lent us the money")

    reply = lookup.reply.result(DEADLINE_S)
    assert sorted(json.loads(reply["response"])) == sorted(json.loads(plain["response"]))
    assert json.loads(reply["response"])[0].startswith("a financial institution")
    assert reply["senses"][0]["likelihood"] == max(sense["likelihood"] for sense in reply["senses"])
    assert "senses" not in plain


def test_a_description_brings_words_with_their_meanings(client: ReferenceClient) -> None:
    where = {"starts": "a"}
    reply = client.ask(command="reverse", word="a fear of heights", where=where).reply.result(DEADLINE_S)

    assert json.loads(reply["response"])[0] == "acrophobia"
    assert reply["matches"][0]["definition"] == "a morbid fear of great heights"


def test_a_text_brings_its_hard_words(client: ReferenceClient) -> None:
    reply = client.ask(command="gloss", word="The erstwhile magistrate was lauded.").reply.result(DEADLINE_S)

    assert [entry["lemma"] for entry in json.loads(reply["response"])] == ["erstwhile", "laud"]


def test_a_lookup_without_id_gets_one_that_ack_and_reply_share(client: ReferenceClient) -> None:
    ack = client.emit("my_message", {"command": "pos", "word": "well"}).result(DEADLINE_S)

    assert ack["status"] == "queued"
    assert client.next_stray()["id"] == ack["id"]


@pytest.mark.parametrize("own_id", ["mine-1", "", "ümlaut <b>", 0, -1, 2**53 - 1])
def test_a_clients_own_id_is_echoed_unchanged(client: ReferenceClient, own_id: str | int) -> None:
    lookup = client.ask(command="pos", word="happy", id=own_id)

    assert lookup.ack.result(DEADLINE_S) == {"id": own_id, "status": "queued"}
    assert lookup.reply.result(DEADLINE_S)["id"] == own_id


def test_an_id_can_be_reused_after_its_reply(client: ReferenceClient) -> None:
    first = client.ask(command="pos", word="happy", id="again").answer()
    second = client.ask(command="lemmatizer", word="geese", id="again").answer()

    assert (first, second) == (["a", "s"], ["goose"])


def test_white_space_is_collapsed_in_the_echoed_word(client: ReferenceClient) -> None:
    reply = client.ask(command="pos", word="  hot \t dog ").reply.result(DEADLINE_S)

    assert reply["word"] == "hot dog"


@pytest.mark.parametrize("pos", [None, ""])
def test_pos_null_or_empty_is_the_same_as_no_pos(client: ReferenceClient, pos: str | None) -> None:
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
            assert one_lookup.reply.result(DEADLINE_S)["word"] == "geese"
            assert other_lookup.answer() == ["leave"]
        assert one.stray_replies == []
        assert other.stray_replies == []
