"""The events of namespace `/`: acknowledgements, replies, refusals, and the topic of a connection."""

from __future__ import annotations

from typing import Any

import pytest
from engineio.packet import Packet

from gateway.lookups import events
from shared.messages import Context, Question, Reply, ReplyError
from tests.gateway.lookups.lookup_gateway import BOOT_ID, LookupGateway, replies
from tests.gateway.polling_client import PollingClient

GEESE = {"command": "lemmatizer", "word": " geese ", "pos": "n"}


@pytest.fixture
def gateway() -> LookupGateway:
    return LookupGateway()


@pytest.fixture
def client(gateway: LookupGateway) -> PollingClient:
    return gateway.client()


def converse(gateway: LookupGateway, client: PollingClient, message: dict[str, Any], reply: Reply) -> None:
    """Send a `my_message`, and let a worker answer it with `reply`."""
    client.ask("my_message", message)
    gateway.reply(gateway.next_lookup(), reply)


def context_of(gateway: LookupGateway, client: PollingClient, text: str = "and as a verb?") -> Context | None:
    """Ask a sentence, and return the context that its lookup carries to the worker."""
    client.ask("ask", {"text": text})
    return gateway.next_lookup().context


def test_a_my_message_is_acknowledged_published_and_answered_under_its_own_id(
    gateway: LookupGateway, client: PollingClient
) -> None:
    acknowledged = client.ask("my_message", GEESE | {"id": "mine"})
    lookup = gateway.next_lookup()
    gateway.reply(lookup, Reply("lemmatizer", "geese", '["goose"]'))

    assert acknowledged == {"id": "mine", "status": "queued"}
    assert (lookup.command, lookup.word, lookup.pos) == ("lemmatizer", "geese", "n")
    assert (lookup.namespace, lookup.room) == ("/", client.sid)
    assert lookup.key.startswith(BOOT_ID)
    assert replies(client) == [
        {"id": "mine", "option": "lemmatizer", "word": "geese", "response": '["goose"]'}
    ]


def test_only_the_client_that_asked_gets_the_reply(gateway: LookupGateway, client: PollingClient) -> None:
    other = gateway.client()
    converse(gateway, client, GEESE, Reply("lemmatizer", "geese", '["goose"]'))

    assert len(replies(client)) == 1
    assert replies(other) == []


def test_a_lookup_without_an_id_gets_one(gateway: LookupGateway, client: PollingClient) -> None:
    ids = []
    for _ in range(2):
        ids.append(client.ask("my_message", GEESE)["id"])
        gateway.reply(gateway.next_lookup(), Reply("lemmatizer", "geese", '["goose"]'))

    assert len(set(ids)) == 2
    assert [reply["id"] for reply in replies(client)] == ids


def test_a_refusal_is_acknowledged_and_sent_as_a_reply(gateway: LookupGateway, client: PollingClient) -> None:
    acknowledged = client.ask("my_message", {"command": "no_such", "word": " ice  cream ", "id": 7})

    assert acknowledged["id"] == 7
    assert acknowledged["error"]["code"] == "unknown_command"
    assert "synonyms" in acknowledged["error"]["message"]
    assert gateway.metrics.refused == {"unknown_command": 1}
    assert replies(client) == [acknowledged | {"option": "no_such", "word": "ice cream", "response": "[]"}]
    assert gateway.dispatcher.pending() == 0


@pytest.mark.parametrize("sent", [(), (GEESE, GEESE), ("geese",), ([GEESE],)])
def test_a_message_is_one_object(
    gateway: LookupGateway, client: PollingClient, sent: tuple[Any, ...]
) -> None:
    assert client.code("my_message", *sent) == "bad_request"
    assert client.code("ask", *sent) == "bad_request"
    assert gateway.dispatcher.pending() == 0


def test_a_refusal_says_when_to_try_again() -> None:
    client = LookupGateway(RATE_LIMIT="0.5").client()
    client.ask("my_message", GEESE)
    refused = client.ask("my_message", GEESE)

    assert refused["error"]["code"] == "rate_limited"
    assert 0 < refused["error"]["retry_after"] <= 2
    assert f"{refused['error']['retry_after']:.2f} s" in refused["error"]["message"]


def test_an_unknown_event_is_refused_with_the_names_of_the_known_ones(client: PollingClient) -> None:
    refused = client.ask("my_massage", GEESE | {"id": 1})

    assert refused["id"] == 1
    assert refused["error"]["code"] == "bad_request"
    assert "my_message, ask" in refused["error"]["message"]


def test_an_unreadable_packet_is_counted_and_refused(gateway: LookupGateway, client: PollingClient) -> None:
    client.request("POST", '42{"not": "a list"}')

    assert [reply["error"] for reply in replies(client)] == [
        {"code": "bad_request", "message": events.UNREADABLE}
    ]
    assert gateway.metrics.malformed == 1


def test_a_failure_of_ours_is_reported_without_its_cause_and_the_connection_goes_on(
    gateway: LookupGateway, client: PollingClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(events, "read_my_message", lambda _message: 1 / 0)
        refused = client.ask("my_message", GEESE)

    assert refused["error"]["code"] == "internal"
    assert "division" not in refused["error"]["message"]
    assert client.ask("my_message", GEESE)["status"] == "queued"
    assert gateway.next_lookup().word == "geese"


def test_a_sentence_carries_the_topic_of_the_last_reply(
    gateway: LookupGateway, client: PollingClient
) -> None:
    assert context_of(gateway, client) is None

    converse(gateway, client, {"command": "definition", "word": "run"}, Reply("definition", "run", '["..."]'))

    assert context_of(gateway, client) == Context("definition", "run")


def test_the_context_of_a_reply_beats_the_question(gateway: LookupGateway, client: PollingClient) -> None:
    reply = Reply("definition", "run", '["..."]', context=Context("definition", "run", "v"))
    converse(gateway, client, {"command": "definition", "word": "run"}, reply)

    assert context_of(gateway, client) == Context("definition", "run", "v")


@pytest.mark.parametrize(
    ("command", "code"), [("suggest", None), ("definition", "internal")], ids=["no topic", "error"]
)
def test_completions_and_errors_do_not_change_the_topic(
    gateway: LookupGateway, client: PollingClient, command: str, code: str | None
) -> None:
    converse(gateway, client, {"command": "pos", "word": "run"}, Reply("pos", "run", '["n"]'))
    reply = Reply(command, "go", "[]", error=None if code is None else ReplyError(code, "..."))
    converse(gateway, client, {"command": command, "word": "go"}, reply)

    assert context_of(gateway, client) == Context("pos", "run")


def test_each_connection_has_its_own_topic(gateway: LookupGateway, client: PollingClient) -> None:
    converse(gateway, client, {"command": "pos", "word": "run"}, Reply("pos", "run", '["n"]'))

    assert context_of(gateway, gateway.client()) is None


def test_a_sentence_goes_to_the_workers_as_it_is(gateway: LookupGateway, client: PollingClient) -> None:
    client.ask("ask", {"text": "What is a goose?"})
    lookup = gateway.next_lookup()

    assert (lookup.command, lookup.text) == ("ask", "What is a goose?")
    assert Question(lookup.command, lookup.word, lookup.pos) == Question("ask")


def test_the_lookups_and_the_topic_of_a_client_that_leaves_are_dropped(
    gateway: LookupGateway, client: PollingClient
) -> None:
    converse(gateway, client, GEESE, Reply("lemmatizer", "geese", '["goose"]'))
    client.ask("my_message", GEESE)
    lookup = gateway.next_lookup()
    client.close()

    assert gateway.dispatcher.pending() == 0
    assert gateway.events._contexts == {}
    gateway.reply(lookup, Reply("lemmatizer", "geese", '["goose"]'))
    assert gateway.metrics.replies_dropped == 1


def test_a_client_that_leaves_and_joins_again_has_no_new_allowance() -> None:
    gateway = LookupGateway(RATE_LIMIT="2")
    client = gateway.client()
    for _ in range(4):
        assert client.code("my_message", GEESE) == ""
    client.request("POST", "41")
    client.request("POST", "40")

    assert client.code("my_message", GEESE) == "rate_limited"


def test_nor_does_one_that_connects_again() -> None:
    gateway = LookupGateway(RATE_LIMIT="2")
    client = gateway.client()
    for _ in range(4):
        assert client.code("my_message", GEESE) == ""
    client.close()

    assert gateway.client().code("my_message", GEESE) == "rate_limited"


@pytest.mark.parametrize(
    "packet",
    ['42["my_message",{"command":"no_such"}]', "42[]", '42["no_such"]', '40{"token":"x"}'],
    ids=["unknown command", "malformed", "unknown event", "join"],
)
def test_a_client_that_goes_on_after_refusals_is_cut_off_and_costs_two_log_lines(
    packet: str, caplog: pytest.LogCaptureFixture
) -> None:
    gateway = LookupGateway()
    client = gateway.client()
    connection = gateway.server.eio.sockets[client.eio_sid]
    with caplog.at_level("INFO", "gateway"):
        for _ in range(1000):
            if connection.closed:
                break
            if packet.startswith("40"):
                connection.receive(Packet(encoded_packet="41"))
            connection.receive(Packet(encoded_packet=f"4{packet[1:]}"))

    assert connection.closed
    refused = [record.message for record in caplog.records if "refused" in record.message]
    assert len(refused) <= 2


def test_without_a_token_a_client_is_refused_where_tokens_are_required() -> None:
    client = LookupGateway(AUTH_SECRET="lookups-of-the-tests-0123456789abcdef").client()

    assert client.refusal["data"]["code"] == "unauthorized"
