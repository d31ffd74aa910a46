"""The HTTP/JSON door: how it reads queries, its answers, their form, and its refusals."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

import pytest

from gateway.doors import api
from gateway.doors.api import OF_LOOKUPS, OF_QUESTIONS, SHORT_QUERY, api_doors, read_query
from gateway.lookups.parsing import read_ask, read_my_message
from shared.errors import BadRequest
from tests.gateway.doors.desk import Answer, Desk


class Site:
    """The door, with one document."""

    def __init__(self, **settings: str) -> None:
        doors = api_doors({"about.json": b'{"about": "words"}'})
        self.desk = Desk(doors, **{"RATE_LIMIT": "0"} | settings)

    def get(self, resource: str, query: str = "", **environ: Any) -> Answer:
        return self.desk.request(f"/v1/{resource}", query, **environ)

    def batch(self, body: Any, **environ: Any) -> Answer:
        return self.desk.request("/v1/batch", method="POST", body=body, **environ)

    def replies(self, *lookups: Any) -> list[dict[str, Any]]:
        answer = self.batch({"lookups": lookups})
        assert answer.status == 200, answer
        replies: list[dict[str, Any]] = answer.json()["replies"]
        return replies


@pytest.fixture
def site() -> Site:
    return Site()


def test_a_lookup_is_answered_with_the_reply_s_fields_and_a_list(site: Site) -> None:
    answer = site.get("pos", "word=%20ice%20%20cream")

    assert answer.status == 200
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json() == {"option": "pos", "word": "ice cream", "response": ["ice cream"]}
    assert answer.headers["Content-Length"] == str(len(answer.body))


def test_a_lookup_that_is_asked_again_is_not_read_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "_remembered", lru_cache(9)(api._read))  # the test's own
    long = "word=goose&where[starts]=" + "g" * SHORT_QUERY
    for resource, query in (("rhymes", "word=goose"), ("rhymes", long), ("pos", ""), ("ask", "text=goose")):
        site.get(resource, query)
    before = [lookup.word or lookup.text for lookup in site.desk.asked]
    monkeypatch.setattr(api, "read_query", lambda _query, _names: {"word": "duck", "text": "duck"})
    for resource, query in (("rhymes", "word=goose"), ("rhymes", long), ("pos", ""), ("ask", "text=goose")):
        site.get(resource, query)

    after = [lookup.word or lookup.text for lookup in site.desk.asked[len(before) :]]
    assert before == ["goose", "goose", "goose"]
    assert after == ["goose", "duck", "duck", "goose"]


def test_a_sentence_is_asked_on_the_queue_of_questions(site: Site) -> None:
    assert site.get("ask", "text=opposite%20of%20hot").json()["response"] == ["opposite of hot"]
    assert site.desk.asked[0].key.startswith("boot:q")


def test_an_answer_that_stays_is_not_sent_twice(site: Site) -> None:
    first = site.get("pos", "word=goose")
    again = site.get("pos", "word=goose", HTTP_IF_NONE_MATCH=f'W/"other", {first.headers["ETag"]}')
    other = site.get("pos", "word=geese", HTTP_IF_NONE_MATCH=first.headers["ETag"])

    assert first.headers["Cache-Control"] == "public, max-age=86400"
    assert (again.status, again.body, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    assert "Content-Length" not in again.headers
    assert other.status == 200


@pytest.mark.parametrize(("resource", "query"), [("random", ""), ("ask", "text=hi")])
def test_an_answer_that_changes_is_never_kept(site: Site, resource: str, query: str) -> None:
    answer = site.get(resource, query)

    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


def test_with_a_token_only_the_asker_may_keep_the_answer(site: Site) -> None:
    answer = site.get("pos", "word=goose", HTTP_AUTHORIZATION="Bearer any")

    assert answer.headers["Cache-Control"] == "private, max-age=86400"


@pytest.mark.parametrize(
    ("resource", "query", "status", "code"),
    [
        ("nope", "word=x", 404, "unknown_command"),
        ("", "", 404, "unknown_command"),
        ("pos/x", "word=x", 404, "unknown_command"),
        ("pos", "", 400, "bad_request"),
        ("pos", "word=", 400, "bad_request"),
        ("pos", "word=x&pos=z", 400, "bad_request"),
        ("pos", "word=" + "x" * 101, 400, "too_long"),
        ("ask", "", 400, "bad_request"),
        ("ask", "text=" + "x" * 1001, 400, "too_long"),
        ("pos", "word=fails", 500, "internal"),
    ],
)
def test_a_refused_or_failed_lookup_is_a_problem(
    site: Site, resource: str, query: str, status: int, code: str
) -> None:
    answer = site.get(resource, query)

    assert (answer.status, answer.json()["code"]) == (status, code)
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("resource", "method", "allowed"),
    [
        ("pos", "POST", "GET, HEAD, OPTIONS"),
        ("batch", "GET", "POST, OPTIONS"),
        ("pos", "TRACE", "GET, HEAD, OPTIONS"),
    ],
)
def test_another_method_is_refused_with_those_that_work(
    site: Site, resource: str, method: str, allowed: str
) -> None:
    answer = site.get(resource, method=method)

    assert (answer.status, answer.headers["Allow"]) == (405, allowed)


def test_a_batch_is_answered_in_order_with_the_client_s_ids(site: Site) -> None:
    replies = site.replies(
        {"command": "pos", "word": "a", "id": "mine"},
        {"command": "nope", "word": "b", "id": 2},
        {"command": "pos"},
        {"command": "pos", "word": "c", "id": "x" * 129},
        {"command": "pos", "word": "d"},
        {"command": "pos", "word": "fails"},
    )

    codes = [reply.get("error", {}).get("code") for reply in replies]
    assert codes == [None, "unknown_command", "bad_request", "too_long", None, "internal"]
    assert [reply.get("id") for reply in replies[:3]] == ["mine", 2, None]
    assert [reply["response"] for reply in replies] == [["a"], [], [], [], ["d"], []]
    assert (replies[1]["option"], replies[1]["word"]) == ("nope", "b")


def test_a_hundred_lookups_fit_into_a_batch() -> None:
    site = Site(RATE_LIMIT="50")  # with a burst of a hundred
    replies = site.replies(*({"command": "pos", "word": f"w{n}"} for n in range(100)))

    assert [reply["response"] for reply in replies] == [[f"w{n}"] for n in range(100)]


def test_lookups_beyond_the_rate_are_refused_one_by_one() -> None:
    site = Site(RATE_LIMIT="1")  # with a burst of two
    replies = site.replies(*({"command": "pos", "word": "a"} for _ in range(3)))

    assert [reply.get("error", {}).get("code") for reply in replies] == [None, None, "rate_limited"]
    assert replies[2]["error"]["retry_after"] > 0
    beyond = site.get("pos", "word=a")
    assert (beyond.status, beyond.headers["Retry-After"]) == (429, "1")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"", 400),
        (b"[" * 100_000, 400),
        ([], 400),
        ({}, 400),
        ({"lookups": []}, 400),
        ({"lookups": [{"command": "pos", "word": "a"}] * 101}, 400),
        ({"lookups": ["pos"]}, 400),
        ({"lookups": [{"command": "pos", "word": 7}]}, 400),
        ({"lookups": [{"command": "pos", "word": "a", "where": {"no": 1}}]}, 400),
    ],
)
def test_a_malformed_batch_is_refused_as_a_whole(site: Site, body: Any, status: int) -> None:
    answer = site.batch(body)

    assert (answer.status, answer.json()["code"]) == (status, "bad_request")
    assert site.desk.asked == []


def test_a_body_of_another_type_is_refused(site: Site) -> None:
    assert site.batch({"lookups": []}, CONTENT_TYPE="text/plain").status == 415
    assert (
        site.batch(
            {"lookups": [{"command": "random"}]}, CONTENT_TYPE="application/json; charset=utf-8"
        ).status
        == 200
    )


def test_a_document_is_served_as_it_is_and_revalidated(site: Site) -> None:
    document = site.get("about.json")
    again = site.get("about.json", HTTP_IF_NONE_MATCH=document.headers["ETag"])

    assert document.json() == {"about": "words"}
    assert document.headers["Cache-Control"] == "no-cache"
    assert again.status == 304


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("word=light", {"word": "light"}),
        ("word=ice%20cream&pos=n", {"word": "ice cream", "pos": "n"}),
        ("word=caf%C3%A9", {"word": "café"}),
        ("word=caf\xc3\xa9", {"word": "café"}),  # unescaped, as WSGI gives it
        ("word=a&where[letters]=5", {"word": "a", "where": {"letters": (5, 5)}}),
        ("word=a&where%5Bsyllables%5D=3-2", {"word": "a", "where": {"syllables": (2, 3)}}),
        ("word=a&where[contains]=x&where[contains]=y", {"word": "a", "where": {"contains": ["x", "y"]}}),
        (
            "word=a&where[common]=false&where[starts]=",
            {"word": "a", "where": {"common": False, "starts": ""}},
        ),
    ],
)
def test_a_query_is_the_message_of_the_socket(query: str, message: dict[str, Any]) -> None:
    read = read_query(query, OF_LOOKUPS)

    assert read == message
    assert read_my_message({"command": "rhymes"} | read).word == message["word"]


@pytest.mark.parametrize(
    ("query", "mistake"),
    [
        ("word=a&word=b", "`word` is given twice"),
        ("word=a&where[starts]=a&where[starts]=b", r"`where\[starts\]` is given twice"),
        ("word=a&pso=n", r"no parameter `pso`. There are word, pos, word2, form, sentence, where\[starts\]"),
        ("word=a&where=x", "no parameter `where`"),
        ("word=a&where[weight]=5", r"no parameter `where\[weight\]`"),
        ("word=a&id=7", "no parameter `id`"),
        ("word=a&command=pos", "no parameter `command`"),
        ("word=a&where[letters]=five", "must be a number up to 100, or two"),
        ("word=a&where[letters]=101", "must be a number up to 100"),
        ("word=a&where[letters]=5%0A", "must be a number up to 100"),
        ("word=a&where[common]=yes", "must be true or false"),
        ("word=%ff", "not UTF-8"),
        ("word=\xff", "not UTF-8"),
    ],
)
def test_a_mistake_is_named(query: str, mistake: str) -> None:
    with pytest.raises(BadRequest, match=mistake):
        read_query(query, OF_LOOKUPS)


def test_a_question_is_a_text_with_its_context() -> None:
    query = urlencode({"text": "and as a verb?", "context": '{"command": "definition", "word": "light"}'})
    question = read_ask(read_query(query, OF_QUESTIONS), None)

    assert question.text == "and as a verb?"
    assert question.context is not None
    assert question.context.word == "light"


@pytest.mark.parametrize(
    ("query", "mistake"),
    [("text=a&context={", "not JSON"), ("text=a&word=b", "no parameter `word`"), ("text=a&text=b", "twice")],
)
def test_a_mistake_in_a_question_is_named(query: str, mistake: str) -> None:
    with pytest.raises(BadRequest, match=mistake):
        read_query(query, OF_QUESTIONS)
