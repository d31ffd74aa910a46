"""The door of words as pages: its answers, their caching, its limits, and the documents that lead to it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from gateway.doors.web_files import WebFile
from gateway.doors.word_page import DATA, ENTRY, HEAD
from gateway.doors.words import Words
from shared.messages import Lookup, Reply
from tests.gateway.doors.desk import Answer, Desk

POLICY = ("Content-Security-Policy", "default-src 'none'")
PAGE = WebFile(
    {"": f"{HEAD}<main>{ENTRY}</main>{DATA}".encode()}, 'W/"1"', ": ".join(POLICY) + "\r\nVary: x\r\n"
)


class Dictionary(Desk):
    """A desk that knows every word but `blorf`, and for `pattern` two words of each letter."""

    def settle(self, lookup: Lookup) -> None:
        if lookup.word == "fails":
            super().settle(lookup)
            return
        found: list[Any] = [{"sense": 1, "pos": "n", "definition": f"a {lookup.word}"}]
        if lookup.where and lookup.where.starts:
            found = [lookup.where.starts + "_b", lookup.where.starts + "'c"]
        if lookup.word == "blorf":
            found = []
        reply = Reply(lookup.command, lookup.word, json.dumps(found))
        if lookup.page:
            reply.page = "<title>t</title>", f"<h1>{lookup.word}</h1>"
        self.queues.settle(lookup.key, lookup.room, reply)


class Site:
    """The door over a desk."""

    def __init__(self, public_origin: str = "", page: WebFile = PAGE, **settings: str) -> None:
        doors = Words(page, public_origin).doors()
        self.desk = Dictionary(doors, **{"RATE_LIMIT": "0"} | settings)

    def get(self, path: str, **environ: Any) -> Answer:
        return self.desk.request(path, **environ)


@pytest.fixture
def site() -> Site:
    return Site()


def test_a_word_is_a_page_under_the_policy_of_all_pages(site: Site) -> None:
    answer = site.get("/word/ice_cream")

    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert POLICY in answer.headers.items()
    assert b"<h1>ice cream</h1>" in answer.body
    assert [(each.command, each.word) for each in site.desk.asked] == [("overview", "ice cream")]


def test_a_page_that_is_the_same_is_not_sent_twice(site: Site) -> None:
    first = site.get("/word/goose")
    again = site.get("/word/goose", HTTP_IF_NONE_MATCH=first.headers["ETag"])
    other = site.get("/word/geese", HTTP_IF_NONE_MATCH=first.headers["ETag"])

    assert first.headers["Cache-Control"] == "no-cache"
    assert (again.status, again.body) == (304, b"")
    assert other.status == 200


def test_the_page_of_another_build_is_sent(site: Site) -> None:
    etag = site.get("/word/goose").headers["ETag"]
    other = Site(page=WebFile({"": PAGE.bodies[""] + b"new"}, PAGE.etag, PAGE.headers))

    assert Site().get("/word/goose", HTTP_IF_NONE_MATCH=etag).status == 304
    assert other.get("/word/goose", HTTP_IF_NONE_MATCH=etag).status == 200


def test_an_unknown_word_is_not_found(site: Site) -> None:
    answer = site.get("/word/blorf")

    assert answer.status == 404
    assert b"<h1>blorf</h1>" in answer.body


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        ("/word/", "GET", 400),
        ("/word/" + "x" * 101, "GET", 400),
        ("/word/caf\xe9", "GET", 400),  # no UTF-8
        ("/word/x", "POST", 405),
        ("/word/fails", "GET", 500),
        ("/sitemap.xml", "POST", 405),
    ],
)
def test_a_refused_or_failed_lookup_has_its_status(site: Site, path: str, method: str, status: int) -> None:
    assert site.get(path, method=method).status == status


def test_beyond_the_rate_people_get_a_page_that_asks_again() -> None:
    site = Site(RATE_LIMIT="1")  # with a burst of two
    answers = [site.get("/word/goose") for _ in range(3)]

    assert [each.status for each in answers] == [200, 200, 429]
    assert answers[2].headers["Retry-After"] == "1"
    assert answers[2].headers["Content-Type"] == "text/html; charset=utf-8"
    assert answers[2].body.startswith(b"<title>Wordwire</title><main><h1>Wordwire</h1><p>")


def test_with_a_secret_a_page_needs_a_token() -> None:
    site = Site(AUTH_SECRET="a secret that is long enough for every one of the HMAC algorithms of PyJWT")

    assert site.get("/word/goose").status == 401


def test_the_sitemap_asks_once_and_names_whole_addresses(site: Site) -> None:
    first = site.get("/sitemap.xml", HTTP_HOST='a"<b', HTTP_X_FORWARDED_PROTO="https")
    second = site.get("/sitemap.xml")

    assert len(site.desk.asked) == 26
    assert first.body.count(b"<loc>https://a&quot;&lt;b/word/") == 52
    assert b"<loc>http://here/word/a_b</loc></url><url><loc>http://here/word/a%27c</loc>" in second.body


@pytest.mark.parametrize(
    ("origin", "place"), [("", b"http://here"), ("https://words.example", b"https://words.example")]
)
def test_crawlers_may_read_all_and_find_the_sitemap(origin: str, place: bytes) -> None:
    answer = Site(origin).get("/robots.txt")

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.body == b"User-agent: *\nAllow: /\n\nSitemap: " + place + b"/sitemap.xml\n"


def test_a_sitemap_without_answers_is_asked_again() -> None:
    site = Site(RATE_LIMIT="5")  # with a burst of ten

    assert [site.get("/sitemap.xml").status for _ in range(2)] == [429, 429]


def test_browsers_learn_how_to_search_at_the_public_origin() -> None:
    answer = Site("https://words.example").get("/opensearch.xml")

    assert b'template="https://words.example/?ask={searchTerms}"' in answer.body
