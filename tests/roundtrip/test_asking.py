"""The workers understand a sentence, and the connection remembers its context for the next one."""

from __future__ import annotations

import json
from typing import Any

from tests.clients.reference import ReferenceClient
from tests.stack.waiting import DEADLINE_S


def ask(client: ReferenceClient, text: str, **more: Any) -> dict[str, Any]:
    """Return the reply to `text`."""
    ack = client.emit("ask", {"text": text, **more}).result(DEADLINE_S)
    assert ack["status"] == "queued", ack
    reply = client.next_stray()
    assert reply["id"] == ack["id"]
    return reply


def test_a_question_is_understood_and_answered(client: ReferenceClient) -> None:
    reply = ask(client, "whats teh meaning of serendipty??")

    assert (reply["option"], reply["word"]) == ("definition", "serendipity")
    assert json.loads(reply["response"]) == ["good luck in making unexpected and fortunate discoveries"]
    assert reply["text"]
    assert reply["suggestions"]


def test_a_connection_remembers_the_last_word(client: ReferenceClient) -> None:
    ask(client, "define light")
    followed = [ask(client, text) for text in ("and as a verb?", "what about heavy", "the opposite?")]

    assert [(reply["option"], reply["word"], reply.get("pos")) for reply in followed] == [
        ("definition", "light", "v"),
        ("definition", "heavy", None),
        ("antonyms", "heavy", None),
    ]


def test_a_clients_own_context_beats_the_gateways(client: ReferenceClient) -> None:
    ask(client, "define light")
    reply = ask(client, "the opposite?", context={"command": "definition", "word": "cheap"})

    assert (reply["option"], reply["word"]) == ("antonyms", "cheap")


def test_a_lookup_by_command_can_be_followed_by_a_question(client: ReferenceClient) -> None:
    client.ask(command="synonyms", word="happy").reply.result(DEADLINE_S)
    reply = ask(client, "use it in a sentence")

    assert (reply["option"], reply["word"]) == ("examples", "happy")
