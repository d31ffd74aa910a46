"""The client is accessible: axe-core finds no violation, keys are enough, and it fits small screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.guidelines import (
    PHONE,
    has_visible_focus,
    small_targets,
    tab_to,
    violations,
    violations_in_every_guise,
)

if TYPE_CHECKING:
    from tests.browser.chat import Chat
    from tests.browser.conftest import OpenChat
    from tests.stack import Stack

LONGEST_ANNOUNCEMENT = 202  # characters: 200 and an ellipsis


def fill(chat: Chat) -> None:
    """Ask several questions, so that the page shows every kind of answer."""
    chat.look_up("overview", "run")
    chat.look_up("synonyms", "happy")
    chat.look_up("examples", "flange")
    chat.look_up("definition", "zzxyq")
    chat.look_up("hierarchy", "oak")
    chat.menu.select_option("similarity")
    chat.page.get_by_role("textbox", name="Second word").fill("dog")
    chat.type_and_send("cat")
    chat.answered(5)


def test_no_view_violates_the_guidelines(open_chat: OpenChat) -> None:
    chat = open_chat(reduced_motion="reduce")
    client = chat.page.locator("wordwire-chat")

    assert violations_in_every_guise(chat.page) == []
    client.evaluate("chat => { chat.lang = 'en' }")
    chat.box.fill("ha")
    expect(chat.page.get_by_role("option", name="have")).to_be_visible()
    assert violations_in_every_guise(chat.page) == []
    client.evaluate("chat => { chat.lang = 'en' }")
    fill(chat)
    chat.exchange(0).get_by_role("button", name="Word map").click()
    expect(chat.page.locator("ww-map .node").first).to_be_visible()
    chat.page.locator("ww-map .node.sense").first.click()
    chat.page.get_by_text("The map as a list").click()
    assert violations_in_every_guise(chat.page) == []


def test_no_state_of_the_line_violates_the_guidelines(own_stack: Stack, open_chat: OpenChat) -> None:
    gateway = own_stack.add_gateway("impatient", LOOKUP_DEADLINE="1")
    gateway.wait_until_ready()
    chat = open_chat(reduced_motion="reduce")
    chat.url = gateway.url
    chat.visit()
    own_stack.worker.freeze()
    chat.look_up("definition", "word")
    assert violations_in_every_guise(chat.page) == []
    chat.page.locator("wordwire-chat").evaluate("chat => { chat.lang = 'en' }")
    chat.type_and_send("word")
    gateway.kill()
    expect(chat.page.locator(".notice")).to_be_visible()

    assert violations_in_every_guise(chat.page) == []


def test_the_status_page_violates_nothing(open_chat: OpenChat) -> None:
    chat = open_chat()
    chat.look_up("definition", "word")
    chat.page.goto(chat.url + "/status")
    expect(chat.page.get_by_role("row", name="definition")).to_be_visible()

    assert violations(chat.page) == []


def test_the_keyboard_is_enough(open_chat: OpenChat) -> None:
    chat = open_chat()
    keyboard = chat.page.keyboard
    tab_to(chat.page, chat.menu)
    keyboard.type("Syn")
    tab_to(chat.page, chat.box)
    keyboard.type("happy")
    keyboard.press("Enter")
    answer = chat.answered(0)
    expect(chat.box).to_be_focused()
    tab_to(chat.page, answer.get_by_role("link").first, key="Shift+Tab")
    tab_to(chat.page, answer.get_by_role("link", name="glad"), key="ArrowRight")
    keyboard.press("Enter")
    second = chat.answered(1)
    expect(second.get_by_role("heading", level=3)).to_be_focused()
    keyboard.press("Tab")
    expect(second.get_by_role("button", name="Say “glad”")).to_be_focused()
    keyboard.press("Tab")

    expect(second.get_by_role("link").first).to_be_focused()
    assert has_visible_focus(second.get_by_role("link").first)


def test_a_long_answer_is_one_tab_stop_and_arrow_keys_lead_through_it(open_chat: OpenChat) -> None:
    chat = open_chat()
    answer = chat.ask("/overview run")
    focused = answer.locator("ww-answer :focus")
    for _ in range(3):  # the menu, the buttons below the answer, the answer
        chat.page.keyboard.press("Shift+Tab")
    expect(focused).to_have_count(1)
    first = focused.inner_text()
    chat.page.keyboard.press("ArrowRight")
    expect(focused).not_to_have_text(first)
    second = focused.inner_text()
    chat.page.keyboard.press("ArrowLeft")
    expect(focused).to_have_text(first)
    chat.page.keyboard.press("ArrowRight")
    chat.page.keyboard.press("Shift+Tab")
    expect(answer.get_by_role("button", name="Say “run”")).to_be_focused()
    chat.page.keyboard.press("Tab")

    expect(focused).to_have_text(second)


def test_nothing_is_cut_off_on_the_narrowest_phone(open_chat: OpenChat) -> None:
    """320 px is also the width of a 1280 px window at 400 % zoom."""
    chat = open_chat(**PHONE)
    fill(chat)
    cards = [card.bounding_box() for card in chat.page.locator("ww-exchange .card").all()]

    assert len(cards) == 6
    assert all(box is not None and box["x"] >= 0 and box["x"] + box["width"] <= 320 for box in cards)
    assert chat.page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_layout_follows_the_writing_direction(open_chat: OpenChat) -> None:
    chat = open_chat(**PHONE)
    fill(chat)
    question = chat.exchange(0).get_by_role("heading", level=3)
    ends_at_the_right = question.bounding_box()
    chat.page.evaluate("document.documentElement.dir = 'rtl'")
    ends_at_the_left = question.bounding_box()

    assert ends_at_the_right is not None
    assert ends_at_the_left is not None
    assert ends_at_the_left["x"] < ends_at_the_right["x"]
    assert chat.page.evaluate("document.documentElement.scrollWidth") == 320


def test_targets_are_large_enough_to_touch(open_chat: OpenChat) -> None:
    chat = open_chat(**PHONE)
    fill(chat)
    targets = chat.page.locator("button:visible, a:visible, select:visible, input:visible")

    assert targets.count() > 30
    assert small_targets(targets) == []


def test_korean_follows_the_browser_and_can_be_switched(open_chat: OpenChat) -> None:
    chat = open_chat(locale="ko-KR")
    expect(chat.page.get_by_role("button", name="질문")).to_be_visible()
    assert chat.page.evaluate("document.documentElement.lang") == "ko"
    assert violations(chat.page) == []
    chat.page.get_by_role("combobox", name="언어").select_option("en")
    expect(chat.page.get_by_role("button", name="Ask", exact=True)).to_be_visible()
    chat.page.reload()

    expect(chat.page.get_by_role("button", name="Ask", exact=True)).to_be_visible()


def test_dark_follows_the_system_and_can_be_switched(open_chat: OpenChat) -> None:
    chat = open_chat(color_scheme="dark")
    client = chat.page.locator("wordwire-chat")
    expect(client).to_have_css("background-color", "rgb(20, 23, 27)")
    chat.page.get_by_role("button", name="Theme: system").click()
    expect(client).to_have_css("background-color", "rgb(250, 248, 243)")
    chat.page.reload()

    expect(client).to_have_css("background-color", "rgb(250, 248, 243)")


def test_only_new_answers_are_announced_and_only_their_first_words(open_chat: OpenChat) -> None:
    chat = open_chat()
    news = chat.look_up("definition", "word").locator(".news")
    expect(news).to_have_text("")  # after it has been read out
    chat.page.evaluate(
        """() => {
            window.said = [];
            const watch = (root) => new MutationObserver((changes) => {
                for (const {target} of changes) {
                    const element = target instanceof Element ? target : target.parentElement;
                    const live = element?.closest("[aria-live]");
                    if (live?.getAttribute("aria-live") === "polite") window.said.push(live.innerText);
                }
            }).observe(root, {childList: true, subtree: true, characterData: true});
            const chat = document.querySelector("wordwire-chat").shadowRoot;
            new MutationObserver(() => {
                for (const each of chat.querySelectorAll("ww-exchange")) {
                    if (!each.watched) { each.watched = true; watch(each.shadowRoot); }
                }
            }).observe(chat, {childList: true, subtree: true});
        }"""
    )
    chat.look_up("lemmatizer", "geese")
    chat.look_up("overview", "run")

    said = chat.page.evaluate("window.said")
    assert any("goose" in text for text in said)
    assert any(text.startswith("run") for text in said)
    assert not any("unit of language" in text for text in said)
    assert max(map(len, said)) <= LONGEST_ANNOUNCEMENT


def test_reduced_motion_stops_animations(open_chat: OpenChat) -> None:
    chat = open_chat(reduced_motion="reduce")
    card = chat.look_up("definition", "word").locator(".card")

    expect(card).to_have_css("animation-name", "none")


def test_the_transcript_prints_whole_and_without_its_tools(open_chat: OpenChat) -> None:
    chat = open_chat()
    fill(chat)
    chat.page.emulate_media(media="print")

    expect(chat.box).to_be_hidden()
    expect(chat.exchange(0).get_by_role("button", name="Copy")).to_be_hidden()
    expect(chat.exchange(1).get_by_role("button", name="more")).to_be_hidden()
    expect(chat.log).to_have_css("overflow", "visible")


def test_a_reader_of_the_dark_theme_prints_on_white_paper(open_chat: OpenChat) -> None:
    chat = open_chat(color_scheme="dark")
    answer = chat.look_up("synonyms", "happy")
    expect(answer.locator(".headword")).to_have_css("color", "rgb(236, 234, 228)")
    chat.page.emulate_media(media="print", color_scheme="dark")

    expect(answer.locator(".headword")).to_have_css("color", "rgb(30, 37, 48)")
