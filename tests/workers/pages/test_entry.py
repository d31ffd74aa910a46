"""The page of a word as HTML: its parts, their order, and text that stays text."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

from shared.messages import Reply
from workers.pages.entry import page_of

SOME = {"p", "b"}  # elements that depend on the words
HOSTILE = "</script><script>alert(1)</script>\"'&<img src=x onerror=alert(1)> javascript:x"


def sense(number: int, pos: str, definition: str, **fields: Any) -> dict[str, Any]:
    return {"sense": number, "pos": pos, "definition": definition, "relations": {}} | fields


class Page(HTMLParser):
    """The elements, links, scripts and texts of a page, as a browser reads them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.metas: dict[str, str] = {}
        self.scripts: list[Any] = []
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.elements.append(tag)
        self.attributes |= given.keys()
        if "href" in given:
            self.links.append(given["href"])
        if tag == "meta":
            self.metas[given.get("name") or given["property"]] = given["content"]

    def handle_data(self, data: str) -> None:
        if self.elements[-1] == "script" and data.startswith("{"):
            self.scripts.append(json.loads(data))
        else:
            self.texts.append(data)


def entry(reply: Reply) -> Page:
    return Page("".join(page_of(reply)))


def test_an_entry_has_its_parts_of_speech_by_frequency_and_each_sense_in_full() -> None:
    senses = [
        sense(1, "n", "a light", count=1, examples=["the light", "a light"], synonyms=["light", "ice_cream"]),
        sense(2, "a", "not dark", count=9, relations={"antonyms": ["dark"], "hypernyms": ["left out"]}),
        sense(3, "s", "bright", count=0),
    ]
    page = entry(Reply("overview", "lights", json.dumps(senses), lemma="light", ipa="laɪts"))
    text = "|".join(page.texts)

    assert page.metas["description"].startswith("noun: a light; adjective: not dark")
    assert page.metas["og:title"] == "lights: meaning, examples and synonyms \N{EN DASH} Wordwire"
    assert "lights|/laɪts/|Found under |light|.|adjective|not dark|Antonyms: |dark|bright|noun|" in text
    assert "a light|the |light|a |light|Synonyms: |ice cream" in text
    assert page.links == ["./light", "./light", "./dark", "./ice_cream"]  # the first is the canonical address
    [term] = page.scripts
    assert (term["@type"], term["name"], term["description"]) == ("DefinedTerm", "lights", "a light")


def test_examples_show_their_word() -> None:
    senses = [sense(1, "n", "a bird", examples=["two geese", "goosey, a Goose & more", "a goose flew"])]
    reply = Reply("overview", "geese", json.dumps(senses), lemma="goose")
    _head, html = page_of(reply)

    assert "two <b>geese</b>" in html
    assert "goosey, a Goose &amp; more" in html
    assert "a <b>goose</b> flew" in html


def test_a_word_that_wordnet_lacks_has_suggestions() -> None:
    page = entry(Reply("overview", "brigt", "[]", suggestions=["bright", "rock_'n'_roll"]))

    assert "WordNet does not have “brigt”." in page.texts
    assert page.links == ["./bright", "./rock_%27n%27_roll"]


def test_escapes_of_json_hide_no_markup() -> None:
    senses = r'[{"sense": 1, "pos": "n", "definition": "a \u003cb> in \"quotes\""}]'

    assert 'a <b> in "quotes"' in entry(Reply("overview", "x", senses)).texts


def test_text_stays_text() -> None:
    """With any word, definition or name, the page has the same elements and attributes."""
    pages = []
    for text in ("plain", HOSTILE):
        senses = [
            sense(1, text, text, examples=[text], synonyms=[text, "own"], relations={"antonyms": [text]})
        ]
        replies = (
            Reply("overview", text, json.dumps(senses), lemma=text, ipa=text),
            Reply("overview", text, "[]", suggestions=[text]),
        )
        pages += [entry(each) for each in replies]
    plain, hostile = pages[:2], pages[2:]

    for one, other in zip(plain, hostile, strict=True):
        assert [each for each in other.elements if each not in SOME] == [
            each for each in one.elements if each not in SOME
        ]
        assert other.attributes == one.attributes
        assert all(each.startswith("./") and ":" not in each for each in other.links)
    assert hostile[0].scripts[0]["description"] == HOSTILE
    assert hostile[0].texts.count(HOSTILE.replace("_", " ")) >= 3
