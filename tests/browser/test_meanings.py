"""Answers about meanings: words for a description, hard words of a text, a word in a sentence."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from shared.catalog import BY_NAME
from tests.browser.chat import Chat
from tests.browser.fed import Fields, feed
from tests.browser.guidelines import PHONE, small_targets, violations

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

    from tests.browser.conftest import OpenChat
    from tests.stack import Stack

OpenFed = Callable[..., tuple[Chat, list[Fields]]]

UNCLEAR = "rut or so"
READINGS = ["define rut", "synonyms of rut"]
DESCRIPTION = "a fear of heights"
PHOBIAS = ["acrophobia", *(f"phobia_{number}" for number in range(1, 20))]
MATCHES = [
    {"word": word, "pos": "n", "synset": f"{word}.n.01", "definition": f"a morbid fear ({word})"}
    for word in PHOBIAS
]
HARD_WORDS = [
    {"word": "geese", "lemma": "goose", "pos": "n", "definition": "web-footed long-necked birds"},
    {"word": "loquacious", "lemma": "loquacious", "pos": "a", "definition": "full of trivial conversation"},
]
SENTENCE = "We sat on the bank of the river."
SENSES = [
    {"sense": 1, "pos": "n", "definition": "sloping land beside water", "likelihood": 0.781},
    {"sense": 3, "pos": "v", "definition": "do business with a bank", "likelihood": 0.12},
    {"sense": 2, "pos": "n", "definition": "a financial institution", "likelihood": 0.001},
]


def answer(fields: Fields) -> Fields | None:
    """Return the answer to a description, a text or a word in a sentence; the service answers the rest."""
    if fields.get("text") == UNCLEAR:
        return {
            "option": "unknown",
            "response": "[]",
            "text": f"I'm not sure what you mean. Did you mean “{READINGS[0]}” or “{READINGS[1]}”?",
            "suggestions": READINGS,
        }
    if fields.get("command") == "reverse":
        return {"response": json.dumps(PHOBIAS), "matches": MATCHES}
    if fields.get("command") == "gloss":
        return {"response": json.dumps(HARD_WORDS)}
    if fields.get("sentence"):
        return {"response": json.dumps([each["definition"] for each in SENSES]), "senses": SENSES}
    return None


@pytest.fixture
def open_fed(new_context: Callable[..., BrowserContext], stack: Stack) -> OpenFed:
    """Return a function that opens the client with fed answers, and returns it with the lookups it sends."""

    def open_at(address: str = "/", **options: Any) -> tuple[Chat, list[Fields]]:
        page = new_context(**options).new_page()
        sent = feed(page, answer)
        return Chat(page, stack.gateway.url).visit(address), sent

    return open_at


def address(command: str, word: str, **more: str) -> str:
    """Return the page's address that asks this."""
    return "/?" + urlencode({"word": word, "command": command, **more})


def test_a_description_is_answered_with_words_and_their_meanings(open_fed: OpenFed) -> None:
    chat, sent = open_fed()
    chat.menu.select_option("reverse")
    box = chat.page.get_by_role("combobox", name="Meaning")
    box.fill(DESCRIPTION)
    box.press("Enter")
    matches = chat.answered(0).locator(".matches > li:not(.fold)")

    expect(matches.filter(visible=True)).to_have_count(8)
    expect(matches.first).to_contain_text("acrophobia")
    expect(matches.first).to_contain_text("noun a morbid fear (acrophobia)")
    expect(chat.exchange(0).locator(".headword")).to_have_count(0)
    expect(chat.exchange(0).get_by_role("button", name="Word map")).to_have_count(0)
    chat.exchange(0).get_by_role("button", name="+ 12 more").click()
    expect(matches.filter(visible=True)).to_have_count(20)
    chat.exchange(0).get_by_role("link", name="acrophobia").click()
    expect(chat.answered(1)).to_contain_text("a morbid fear of great heights")
    asked = [(fields["command"], fields["word"]) for fields in sent if "word" in fields]
    assert [each for each in asked if each[0] != "definition"] == [  # that of the word of the day
        ("reverse", DESCRIPTION),
        ("overview", "acrophobia"),
    ]


def test_a_doubt_is_a_choice_of_buttons(open_fed: OpenFed) -> None:
    chat, sent = open_fed()
    doubt = chat.ask(UNCLEAR)
    expect(doubt.locator(".text")).to_have_text("I'm not sure what you mean. Did you mean:")
    expect(doubt.get_by_role("button")).to_have_text(READINGS)
    doubt.get_by_role("button", name=READINGS[1]).click()
    chat.answered(1)

    assert sent[-1]["text"] == READINGS[1]


def test_the_text_box_takes_as_much_as_the_command(open_chat: OpenChat) -> None:
    chat = open_chat()
    chat.menu.select_option("reverse")
    box = chat.page.get_by_role("combobox", name="Meaning")

    expect(box).to_have_attribute("maxlength", str(BY_NAME["reverse"].most_characters))
    expect(box).to_have_attribute("placeholder", "Such as: a fear of heights")
    chat.menu.select_option("definition")
    expect(chat.box).to_have_attribute("maxlength", "100")


def test_a_description_gets_no_completions(open_fed: OpenFed) -> None:
    chat, sent = open_fed()
    chat.menu.select_option("reverse")
    chat.page.get_by_role("combobox", name="Meaning").fill("small")
    chat.menu.select_option("definition")
    chat.box.fill("serendip")
    expect(chat.page.get_by_role("option", name="serendipity")).to_be_visible()

    assert [fields["word"] for fields in sent if fields["command"] == "suggest"] == ["serendip"]


def test_the_hard_words_of_a_text_lead_on_by_their_dictionary_form(open_fed: OpenFed) -> None:
    chat, sent = open_fed(address("gloss", "Geese are loquacious."))
    glossary = chat.answered(0).locator("dl.glossary")

    expect(glossary.get_by_role("term")).to_have_text(["geese", "loquacious"])
    expect(glossary.get_by_role("definition").first).to_have_text("noun web-footed long-necked birds")
    glossary.get_by_role("link", name="geese").click()
    expect(chat.answered(1)).to_contain_text("web-footed long-necked typically gregarious")
    assert sent[-1]["word"] == "goose"


def test_senses_in_a_sentence_say_how_likely_they_are(open_fed: OpenFed) -> None:
    chat, _ = open_fed(address("definition", "bank", sentence=SENTENCE))
    exchange = chat.answered(0)

    expect(exchange.get_by_role("heading", level=3)).to_contain_text(f"Definition: “{SENTENCE}”")
    expect(exchange.locator("ol.senses > li .gloss")).to_have_text(
        [
            "sloping land beside water 78% likely here",
            "do business with a bank 12% likely here",
            "a financial institution 1% likely here",
        ]
    )
    expect(exchange.locator("section h4")).to_have_text(["noun", "verb", "noun"])


def test_other_commands_keep_to_the_sentence(open_fed: OpenFed) -> None:
    chat, sent = open_fed(address("definition", "bank", sentence=SENTENCE))
    chat.answered(0).get_by_role("button", name="Synonyms").click()
    chat.answered(1)

    assert [(fields["command"], fields["word"], fields["sentence"]) for fields in sent] == [
        ("definition", "bank", SENTENCE),
        ("synonyms", "bank", SENTENCE),
    ]
    expect(chat.page).to_have_url(chat.url + address("synonyms", "bank", sentence=SENTENCE))


def show_all(chat: Chat) -> None:
    """Ask for one answer of each kind."""
    for number, (command, word, more) in enumerate(
        [
            ("reverse", DESCRIPTION, {}),
            ("gloss", "Geese.", {}),
            ("definition", "bank", {"sentence": SENTENCE}),
        ]
    ):
        chat.visit(address(command, word, **more))
        chat.answered(number)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_answers_about_meanings_violate_no_guideline(open_fed: OpenFed, scheme: str) -> None:
    chat, _ = open_fed(color_scheme=scheme, reduced_motion="reduce")
    show_all(chat)

    assert violations(chat.page) == []


def test_answers_about_meanings_fit_the_narrowest_phone(open_fed: OpenFed) -> None:
    chat, _ = open_fed(**PHONE)
    show_all(chat)

    assert chat.page.evaluate("document.documentElement.scrollWidth") == 320
    assert small_targets(chat.page.locator("ww-answer").get_by_role("link")) == []
