"""Lookups over plain HTTP, through the queue and back, beside the same lookups on a socket."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import Any

import jwt
import pytest

from shared.catalog import COMMANDS
from tests.clients.http import HttpClient
from tests.clients.reference import ReferenceClient
from tests.stack import GatewayProcess, Stack
from tests.stack.waiting import DEADLINE_S
from tests.words import QUESTIONS

SECRET = "a secret of the tests that is long enough for every one of the HMAC algorithms"
WORDS = ("geese", "ice cream", "happy", "run", "bank", "well", "xyzzyplugh", "café")
AT_ONCE = 50  # lookups of one socket; it may have 64 open


@pytest.fixture(scope="module")
def unlimited(stack: Stack) -> Iterator[GatewayProcess]:
    """A second gateway, without a limit of rates."""
    gateway = stack.add_gateway("unlimited", RATE_LIMIT="0")
    gateway.wait_until_ready()
    yield gateway
    gateway.end()
    del stack.gateways["unlimited"]


@pytest.fixture
def http(unlimited: GatewayProcess) -> Iterator[HttpClient]:
    with HttpClient(unlimited.url) as client:
        yield client


def lookups() -> list[dict[str, Any]]:
    """Return 400 lookups, some of every command whose answer stays the same."""
    found = []
    for command in COMMANDS:
        for word in (command.word, *WORDS) if command.needs_word else ("",):
            lookup = {"command": command.name, "word": word}
            if command.needs_second_word:
                lookup["word2"] = command.word2
            found.append(lookup)
    with_conditions = [
        {"command": "hyponyms", "word": word, "pos": "n", "where": {"letters": letters, "ends": "e"}}
        for word in ("bread", "dog", "tree", "animal", "plant")
        for letters in (4, 5, 6, 7)
    ]
    stays = [lookup for lookup in found if lookup["command"] != "random"]
    return [*with_conditions, *stays, *stays][:400]


def by_socket(gateway: GatewayProcess) -> list[dict[str, Any]]:
    """Return the replies on a socket, as HTTP would give them."""
    replies = []
    with ReferenceClient(gateway.url) as client:
        asked = lookups()
        for start in range(0, len(asked), AT_ONCE):
            open_ones = [client.ask(**lookup) for lookup in asked[start : start + AT_ONCE]]
            replies += [each.reply.result(DEADLINE_S) for each in open_ones]
    for reply in replies:
        del reply["id"]
        reply["response"] = json.loads(reply["response"])
    return replies


def test_the_same_400_lookups_have_equal_answers(unlimited: GatewayProcess, http: HttpClient) -> None:
    expected = by_socket(unlimited)
    asked = lookups()
    batched = [http.batch(*asked[start : start + 100]).json()["replies"] for start in range(0, 400, 100)]

    assert len(expected) == 400
    for lookup, one, other in zip(asked, expected, chain(*batched), strict=True):
        assert "error" not in one, one
        assert http.look_up(**lookup).json() == one
        assert other == one


def test_every_question_of_the_table_gets_its_answer(http: HttpClient) -> None:
    for question in QUESTIONS:
        answer = http.look_up(**question.message)

        assert answer.status == 200
        assert answer.json()["response"] == question.answer, question


def test_many_requests_at_once_each_get_their_own_answer(unlimited: GatewayProcess) -> None:
    def ask_all(_number: int) -> list[Any]:
        with HttpClient(unlimited.url) as client:
            return [client.look_up(**question.message).json()["response"] for question in QUESTIONS]

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(ask_all, range(40)))

    assert all(each == [question.answer for question in QUESTIONS] for each in answers)


def test_a_sentence_is_understood_with_its_context(http: HttpClient) -> None:
    first = http.request("GET", "/v1/ask?text=define+light").json()
    context = json.dumps(first["context"])
    second = http.look_up("ask", text="and as a verb?", context=context).json()

    assert (second["option"], second["word"], second["pos"]) == ("definition", "light", "v")
    assert second["text"]


def test_a_known_answer_is_not_sent_again(http: HttpClient) -> None:
    first = http.look_up("synonyms", word="happy")
    again = http.request("GET", "/v1/synonyms?word=happy", **{"If-None-Match": first.headers["etag"]})

    assert (again.status, again.body) == (304, b"")


def test_a_head_has_the_headers_of_a_get_and_the_connection_goes_on(http: HttpClient) -> None:
    get = http.look_up("synonyms", word="happy")
    head = http.request("HEAD", "/v1/synonyms?word=happy")

    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == get.headers["content-length"]
    assert http.look_up("synonyms", word="happy").body == get.body


def test_pages_of_the_gateway_may_ask_and_others_may_not(unlimited: GatewayProcess, http: HttpClient) -> None:
    preflight = http.request("OPTIONS", "/v1/batch", Origin=unlimited.url)
    answer = http.request("GET", "/v1/pos?word=well", Origin=unlimited.url)

    assert preflight.status == 204
    assert "content-length" not in preflight.headers
    for each in (preflight, answer):
        assert each.headers["access-control-allow-origin"] == unlimited.url
    assert http.request("GET", "/v1/pos?word=well", Origin="https://stranger.example").status == 403


def test_beyond_the_rate_of_a_connection_requests_are_refused(stack: Stack) -> None:
    lookup = {"command": "pos", "word": "well"}
    gateway = stack.add_gateway("slow", RATE_LIMIT="1")
    try:
        gateway.wait_until_ready()
        with HttpClient(gateway.url) as client:
            replies = client.batch(*[lookup] * 100).json()["replies"]
    finally:
        gateway.end()
        del stack.gateways["slow"]

    codes = [reply.get("error", {}).get("code") for reply in replies]
    assert set(codes) == {None, "rate_limited"}
    assert codes[0] is None


def test_with_a_secret_a_request_needs_a_token(stack: Stack) -> None:
    gateway = stack.add_gateway("with-a-secret", AUTH_SECRET=SECRET)
    try:
        gateway.wait_until_ready()
        token = jwt.encode({"exp": time.time() + 60}, SECRET, algorithm="HS256")
        with HttpClient(gateway.url) as client:
            refused = client.look_up("pos", word="well")
            answered = client.request("GET", "/v1/pos?word=well", Authorization=f"Bearer {token}")
    finally:
        gateway.end()
        del stack.gateways["with-a-secret"]

    assert (refused.status, refused.headers["www-authenticate"]) == (401, "Bearer")
    assert answered.json()["response"] == ["n", "v", "a", "s", "r"]


def test_requests_are_counted(unlimited: GatewayProcess, http: HttpClient) -> None:
    before = unlimited.metric('wordwire_requests_total{door="api",status="404"}')
    http.look_up("no_such", word="x")

    assert unlimited.metric('wordwire_requests_total{door="api",status="404"}') == before + 1
