"""Readers ask by text, by command and by click, and every answer appears under its question."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from playwright.sync_api import WebSocketRoute, expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.browser.conftest import OpenChat

MARKUP = "<img src=x onerror=alert(1)>"


def test_a_question_in_plain_english_is_answered(open_chat: OpenChat) -> None:
    answer = open_chat().ask("what does serendipity mean?")

    expect(answer.get_by_role("heading", level=3)).to_contain_text("what does serendipity mean?")
    expect(answer).to_contain_text("good luck in making unexpected and fortunate discoveries")


def test_a_follow_up_is_understood_from_the_conversation(open_chat: OpenChat) -> None:
    chat = open_chat()
    chat.ask("define slow")
    answer = chat.ask("the opposite?")

    expect(answer.get_by_text("fast", exact=True).first).to_be_visible()


def test_a_word_is_answered_with_its_entry(open_chat: OpenChat) -> None:
    """Its senses, numbered by part of speech; the text does not repeat the first one."""
    answer = open_chat().ask("ignite")
    senses = answer.locator("ol.senses > li")

    expect(answer.locator("section h4")).to_have_text("verb")
    expect(senses.first).to_have_attribute("value", "1")
    expect(senses.first).to_contain_text("cause to start burning")
    expect(senses.first.locator("q b")).to_have_text("ignite")
    expect(senses.first.get_by_role("link", name="light")).to_be_visible()
    expect(senses.nth(1).locator("q b")).to_have_text("ignited")
    expect(answer.locator(".text")).to_have_count(0)


def test_an_entry_shows_the_senses_that_it_leaves_out_and_leads_to_everything(open_chat: OpenChat) -> None:
    chat = open_chat()
    answer = chat.ask("define bank")
    shown = answer.locator("ol.senses > li:visible").count()
    answer.get_by_text(re.compile("Show [0-9]+ more senses")).click()
    expect(answer.locator(".left-out ol.senses > li")).to_have_count(18 - shown)
    answer.get_by_role("link", name="Overview").click()
    overview = chat.answered(1)
    overview.get_by_role("button", name="more senses").first.click()

    expect(overview.locator(".option").first).to_have_text("Overview")
    assert overview.locator("ol.senses > li:visible").count() > shown


def test_an_entry_begins_with_its_sound(open_chat: OpenChat) -> None:
    """The browser's own voice is silent in a test, so the test listens at its entrance."""
    chat = open_chat()
    chat.page.evaluate(
        """() => {
            window.said = [];
            speechSynthesis.speak = ({text, lang}) => said.push(`${text} ${lang}`);
        }"""
    )
    answer = chat.ask("define ice cream")
    answer.get_by_role("button", name="Say “ice cream”").click()

    expect(answer.locator(".ipa")).to_have_text(re.compile("^/.*kɹim/$"))
    assert chat.page.evaluate("said") == ["ice cream en-US"]


def test_relations_of_a_sense_unfold(open_chat: OpenChat) -> None:
    answer = open_chat().look_up("overview", "happy")
    first = answer.locator("ol.senses > li").first
    expect(first.get_by_role("link", name="unhappy")).to_be_visible()
    expect(first.get_by_role("link", name="blissful")).to_be_hidden()
    first.locator("summary").click()

    expect(first.get_by_role("link", name="blissful")).to_be_visible()
    expect(first.locator("q")).to_have_count(3)


def test_folded_senses_are_found_by_the_browser_and_printed(open_chat: OpenChat) -> None:
    chat = open_chat()
    sense = chat.look_up("overview", "run").get_by_text("come unraveled or undone as if by snagging")

    expect(sense).to_be_hidden()
    assert sense.evaluate("element => element.closest('li').hidden") == "until-found"
    chat.page.emulate_media(media="print")
    expect(sense).to_be_visible()


def test_a_difference_has_both_words_beside_each_other(open_chat: OpenChat) -> None:
    answer = open_chat().ask("what is the difference between affect and effect?")
    sides = answer.locator(".sides section")

    expect(sides.nth(0)).to_contain_text("have an effect upon")
    expect(sides.nth(1)).to_contain_text("a phenomenon that follows")
    expect(answer.locator(".stand")).to_have_text("They sound alike. They are spelt nearly alike.")
    expect(answer.locator(".text")).to_have_count(0)


def test_inflections_are_a_table(open_chat: OpenChat) -> None:
    answer = open_chat().ask("inflect go")
    verb = answer.get_by_role("table", name="verb")

    expect(verb.get_by_role("row", name="past tense")).to_contain_text("went")
    expect(answer.locator(".text")).to_have_count(0)


def test_an_unknown_word_is_not_in_wordnet(open_chat: OpenChat) -> None:
    expect(open_chat().look_up("overview", "zzxyq")).to_contain_text("WordNet does not have “zzxyq”.")


def test_notes_stay_above_an_entry(open_chat: OpenChat) -> None:
    answer = open_chat().ask("what does geese mean?")

    expect(answer.locator(".text")).to_have_text("geese → goose.")
    expect(answer.locator("ol.senses > li").first).to_contain_text("web-footed long-necked")


def test_synonyms_are_grouped_by_sense(open_chat: OpenChat) -> None:
    answer = open_chat().ask("synonyms of rut")
    groove = answer.locator("ol.senses > li").first

    expect(groove).to_contain_text("a settled and monotonous routine")
    expect(groove.get_by_role("link")).to_have_text(["groove"])


def test_only_synonyms_are_called_synonyms(open_chat: OpenChat) -> None:
    chat = open_chat()

    cold = chat.ask("opposite of hot").locator("ol.senses > li").first
    expect(cold).to_have_text(re.compile(r"burning\s+cold\s*$"))
    expect(chat.ask("parts of a car").get_by_text("Synonyms", exact=True)).to_have_count(0)
    expect(chat.ask("define bright").locator("ol.senses > li").first).to_contain_text("Antonyms dull")


def test_a_command_from_the_menu_answers_with_words(open_chat: OpenChat) -> None:
    answer = open_chat().look_up("synonyms", "happy")

    expect(answer.get_by_role("link", name="felicitous")).to_be_visible()


def test_a_part_of_speech_narrows_the_answer(open_chat: OpenChat) -> None:
    chat = open_chat()

    expect(chat.look_up("lemmatizer", "leaves")).to_contain_text("leaf")
    expect(chat.look_up("lemmatizer", "leaves", pos="v").get_by_role("link", name="leave")).to_be_visible()


def test_two_words_are_compared(open_chat: OpenChat) -> None:
    chat = open_chat()
    chat.menu.select_option("similarity")
    chat.page.get_by_role("textbox", name="Second word").fill("dog")
    chat.type_and_send("cat")

    expect(chat.answered(0)).to_contain_text("carnivore")


def test_a_word_in_an_answer_leads_on_and_takes_the_focus_along(open_chat: OpenChat) -> None:
    chat = open_chat()
    chat.look_up("synonyms", "happy").get_by_role("link", name="glad").click()
    answer = chat.answered(1)

    expect(answer.get_by_role("heading", level=3)).to_contain_text("glad")
    expect(answer.get_by_role("heading", level=3)).to_be_focused()
    expect(answer).to_contain_text("showing or causing joy and pleasure")


def test_an_overview_groups_numbered_senses_by_part_of_speech(open_chat: OpenChat) -> None:
    answer = open_chat().look_up("overview", "run")
    groups = answer.locator("section")

    expect(groups.nth(0).locator("h4")).to_contain_text("verb")
    expect(groups.nth(1).locator("h4")).to_contain_text("noun")
    expect(groups.nth(1).locator("h4")).to_contain_text("16 senses")
    expect(groups.nth(1).locator("ol.senses > li").first).to_contain_text("the Yankees scored 3 runs")


def test_long_answers_fold(open_chat: OpenChat) -> None:
    answer = open_chat().look_up("synonyms", "run")
    links = answer.locator(".words a:visible")
    before = links.count()
    answer.get_by_role("button", name="more").click()

    assert before == 18
    assert links.count() > 50
    expect(answer.get_by_role("button", name="Show fewer")).to_have_attribute("aria-expanded", "true")


def test_typing_shows_completions_that_the_keys_can_choose(open_chat: OpenChat) -> None:
    chat = open_chat()
    chat.menu.select_option("definition")
    chat.box.fill("serendip")
    expect(chat.page.get_by_role("option", name="serendipity")).to_be_visible()
    chat.box.press("ArrowDown")
    while chat.page.locator("li[role=option][aria-selected=true]").inner_text() != "serendipity":
        chat.box.press("ArrowDown")
    chat.box.press("Enter")

    expect(chat.answered(0)).to_contain_text("good luck")
    expect(chat.page.get_by_role("listbox")).to_be_hidden()


def test_answers_that_come_out_of_order_appear_under_their_questions(open_chat: OpenChat) -> None:
    """The test holds back the first reply until the second has arrived."""
    chat = open_chat()
    held: list[str | bytes] = []
    seen: list[str] = []

    def pass_on(route: WebSocketRoute) -> None:
        server = route.connect_to_server()

        def from_server(message: str | bytes) -> None:
            text = message if isinstance(message, str) else ""
            if '"lemmatizer"' not in text:  # suggestions, for example, which a slow typist gets
                route.send(message)
                return
            word = json.loads(text[text.index("[") :])[1]["word"]
            if word == "geese":
                held.append(message)
                return
            route.send(message)
            if word == "mice":
                route.send(held[0])
                seen.extend(["mice", "geese"])

        server.on_message(from_server)

    chat.page.route_web_socket("**/socket.io/**", pass_on)
    chat.visit()
    chat.menu.select_option("lemmatizer")
    chat.type_and_send("geese")
    chat.type_and_send("mice")

    expect(chat.answered(0).get_by_role("link")).to_have_text("goose")
    expect(chat.answered(1).get_by_role("link")).to_have_text("mouse")
    assert seen == ["mice", "geese"]


def test_markup_in_a_word_is_text(open_chat: OpenChat) -> None:
    chat = open_chat()
    answer = chat.look_up("definition", MARKUP)

    expect(answer.get_by_role("heading", level=3)).to_contain_text(MARKUP)
    expect(answer.locator(".headword")).to_have_text(MARKUP)
    assert chat.page.locator("img").count() == 0


def test_an_unknown_word_is_answered_with_words_that_exist(open_chat: OpenChat) -> None:
    chat = open_chat()
    answer = chat.look_up("definition", "serendipidy")
    answer.get_by_role("button", name="serendipity").click()

    expect(chat.answered(1)).to_contain_text("good luck")


def test_an_answer_can_be_copied(open_chat: OpenChat) -> None:
    chat = open_chat(permissions=["clipboard-read", "clipboard-write"])
    chat.look_up("definition", "serendipity").get_by_role("button", name="Copy").click()
    expect(chat.page.get_by_role("button", name="Copied")).to_be_visible()

    text = chat.page.evaluate("navigator.clipboard.readText()")
    assert text == "serendipity\n1. good luck in making unexpected and fortunate discoveries"


def test_on_a_phone_the_controls_take_one_row_at_the_top_and_one_at_the_bottom(open_chat: OpenChat) -> None:
    phone = open_chat(viewport={"width": 320, "height": 568}, has_touch=True, is_mobile=True)
    head, client = phone.page.locator("ww-head"), phone.page.locator("wordwire-chat")
    phone.ask("hot").get_by_role("button", name="Star").click()
    expect(head.get_by_role("button")).to_have_count(3)  # the starred words, Clear, the theme

    for language in ("en", "ko"):
        client.evaluate("(chat, language) => { chat.lang = language }", language)
        expect(head).to_have_attribute("lang", language)
        for controls in (head, client.locator(".menu select"), client.locator("#text")):
            assert height(controls) < 60
    client.evaluate("chat => { chat.lang = 'en' }")
    expect(phone.menu).to_be_visible()
    assert top(phone.menu) == top(phone.box)
    assert phone.ask("opposite of hot").get_by_text("cold").first.is_visible()


def height(element: Locator) -> float:
    box = element.bounding_box()
    assert box
    return box["height"]


def top(element: Locator) -> float:
    box = element.bounding_box()
    assert box
    return box["y"]
