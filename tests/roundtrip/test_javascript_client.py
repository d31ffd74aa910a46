"""socket.io-client 4.x sends lookups and gets replies over both transports."""

from __future__ import annotations

import json

from tests.clients.node import run_script
from tests.stack import Stack
from tests.words import QUESTIONS


def test_every_question_is_answered_and_acknowledged(stack: Stack, transport: str) -> None:
    messages = [question.message for question in QUESTIONS]
    task = {"url": stack.gateway.url, "transport": transport, "messages": messages}

    heard = json.loads(run_script("lookups.mjs", json.dumps(task)))

    assert heard["transport"] == transport
    for number, question in enumerate(QUESTIONS):
        assert question.is_answered_by(heard["replies"][number]), question
        assert heard["acks"][number] == {"id": number, "status": "queued"}


def test_malformed_messages_get_errors_that_it_can_parse(stack: Stack, transport: str) -> None:
    messages = [{"command": "no_such", "word": "happy"}, {"command": "pos", "word": 7}, {}]
    task = {"url": stack.gateway.url, "transport": transport, "messages": messages}

    heard = json.loads(run_script("lookups.mjs", json.dumps(task)))

    codes = [reply["error"]["code"] for reply in heard["replies"]]
    assert codes == ["unknown_command", "bad_request", "bad_request"]
    assert [json.loads(reply["response"]) for reply in heard["replies"]] == [[], [], []]
    assert [ack["error"]["code"] for ack in heard["acks"]] == codes
