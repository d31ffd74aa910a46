"""Fault 12: no client hears another's replies, and no message of a client forges a log line."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.clients.http import HttpClient
from tests.clients.raw import RawClient
from tests.clients.reference import ReferenceClient
from tests.stack import Stack

pytestmark = pytest.mark.waits


def test_no_event_lets_a_client_into_anothers_room(stack: Stack) -> None:
    with ReferenceClient(stack.gateway.url) as victim, RawClient(stack.gateway.port) as attacker:
        attacker.join()
        sid = victim.sid
        for event in ("join", "enter_room", "subscribe", "emit", "reply", "rooms", "disconnect", "connect"):
            attacker.emit(event, sid)
            attacker.emit(event, {"room": sid, "sid": sid, "event": "reply", "data": "forged"})
        attacker.send_text(f'40/{sid},{{"sid":"{sid}"}}')
        attacker.send_text(f'42/{sid},["my_message",{{"command":"pos","word":"forged"}}]')
        for extra in ("room", "sid", "key", "to", "namespace"):
            attacker.emit("my_message", {"command": "pos", "word": "forged", "id": 1, extra: sid})
        lookups = [victim.ask(command="lemmatizer", word="geese", id=1) for _ in range(3)][-1:]
        attacker.emit("my_message", {"command": "pos", "word": "well", "id": "last"})

        assert [lookup.answer() for lookup in lookups] == [["goose"]]
        heard = []
        while not heard or heard[-1]["id"] != "last":
            heard.append(attacker.next_reply())
        assert all("goose" not in reply["response"] for reply in heard)
        assert all(reply["word"] in {"", "forged", "well"} for reply in heard)
        assert victim.stray_replies == []


def test_forged_acknowledgements_change_nothing(stack: Stack) -> None:
    with RawClient(stack.gateway.port) as client:
        client.join()
        for forged in ("430[]", '431["x"]', "43[]", '4399999999999999[{"a":1}]', "43", '43/chat,1["x"]'):
            client.send_text(forged)
        client.emit("my_message", {"command": "lemmatizer", "word": "geese", "id": "mine"})

        reply = client.next_reply()
        while reply["id"] != "mine":  # the gateway answers some of the above as malformed
            assert reply["error"]["code"] == "bad_request"
            reply = client.next_reply()
        assert reply["response"] == '["goose"]'


@pytest.mark.parametrize("field", ["word", "command", "id", "pos"])
def test_line_breaks_and_markup_leave_one_escaped_log_line(stack: Stack, field: str) -> None:
    began = stack.gateway.log_size()
    with ReferenceClient(stack.gateway.url) as client:
        message = {"command": "lemmatizer", "word": "geese", "pos": "n", "id": "an id"}
        message[field] = forged_line(field)
        client.emit("my_message", message).result(5)
        client.next_stray()

    assert_escaped(stack.gateway.log(began), field)


@pytest.mark.parametrize("field", ["word", "command", "pos"])
def test_over_http_they_leave_one_escaped_log_line(stack: Stack, field: str) -> None:
    began = stack.gateway.log_size()
    message = {"command": "lemmatizer", "word": "geese", "pos": "n"}
    message[field] = forged_line(field)
    with HttpClient(stack.gateway.url) as client:
        answer = client.look_up(quote(message.pop("command")), **message)

    assert "\r" not in answer.body.decode()
    assert answer.headers["content-type"] in {"application/json", "application/problem+json"}
    assert_escaped(stack.gateway.log(began), field)


def forged_line(field: str) -> str:
    return f"x\r\n2026-01-01 ERROR forged-by-{field} \x1b[31m\u2028<script>alert(1)</script>"


def assert_escaped(log: str, field: str) -> None:
    lines = [line for line in log.split("\n") if f"forged-by-{field}" in line]
    assert len(lines) <= 1
    assert all(line.isprintable() and not line.startswith("2026-01-01 ERROR") for line in lines)
    assert "\r" not in log
    assert "\x1b" not in log
