"""The page serves readers who come back: keys for the text box, earlier questions, and undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.guidelines import PHONE

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page, Route

    from tests.browser.conftest import OpenChat
    from tests.stack import Stack


def test_the_text_box_has_the_focus_on_arrival_and_by_a_slash(open_chat: OpenChat) -> None:
    chat = open_chat()
    expect(chat.box).to_be_focused()
    chat.log.focus()
    expect(chat.box).not_to_be_focused()
    chat.page.keyboard.press("/")
    expect(chat.box).to_be_focused()
    expect(chat.box).to_have_value("")
    chat.page.keyboard.press("/")

    expect(chat.box).to_have_value("/")


def test_a_phone_keeps_its_keyboard_down_on_arrival_and_after_a_question(open_chat: OpenChat) -> None:
    chat = open_chat(**PHONE)
    expect(chat.box).not_to_be_focused()
    chat.box.tap()
    expect(chat.box).to_be_focused()
    chat.look_up("lemmatizer", "geese")

    expect(chat.box).not_to_be_focused()
    viewport = chat.page.locator("meta[name=viewport]").get_attribute("content") or ""
    assert "interactive-widget=resizes-content" in viewport


def test_the_keyboard_of_a_small_phone_hides_no_answer(open_chat: OpenChat) -> None:
    chat = open_chat(**PHONE)
    for number, word in enumerate(("happy", "geese")):
        chat.box.tap()
        chat.page.set_viewport_size({"width": 320, "height": 300})  # the keyboard opens
        expect(chat.box).to_be_in_viewport()
        chat.type_and_send(word)
        chat.page.set_viewport_size({"width": 320, "height": 640})
        expect(chat.answered(number).locator(".headword")).to_be_in_viewport()


@pytest.mark.parametrize("mode", ["page", "bubble"])
def test_the_client_stays_above_a_keyboard_that_covers_the_page(open_chat: OpenChat, mode: str) -> None:
    """As on iOS, where only the visual viewport shrinks; no keyboard of Chromium's can be emulated."""
    chat = open_chat(**PHONE)
    chat.page.locator("wordwire-chat").evaluate(
        """async (chat, mode) => {
            chat.mode = mode;
            await chat.updateComplete;
            chat.open();
            Object.defineProperty(visualViewport, "height", {value: 300, configurable: true});
            visualViewport.dispatchEvent(new Event("resize"));
        }""",
        mode,
    )
    expect(chat.box).to_be_visible()
    above = chat.box.bounding_box()
    chat.page.evaluate("delete visualViewport.height && visualViewport.dispatchEvent(new Event('resize'))")
    below = chat.box.bounding_box()

    assert above is not None
    assert below is not None
    assert 200 < above["y"] + above["height"] <= 300
    assert below["y"] > 500


def test_the_arrow_up_recalls_earlier_questions(open_chat: OpenChat) -> None:
    chat = open_chat()
    chat.look_up("lemmatizer", "geese", pos="n")
    chat.ask("define rut")
    chat.box.press("ArrowUp")
    expect(chat.box).to_have_value("define rut")
    chat.box.press("ArrowUp")
    expect(chat.box).to_have_value("geese")
    expect(chat.menu).to_have_value("lemmatizer")
    chat.box.press("ArrowUp")
    expect(chat.box).to_have_value("geese")
    chat.box.press("ArrowDown")
    expect(chat.box).to_have_value("define rut")
    chat.box.press("ArrowDown")

    expect(chat.box).to_have_value("")


def test_a_cleared_conversation_comes_back_by_undo(open_chat: OpenChat) -> None:
    chat = open_chat()
    chat.look_up("lemmatizer", "geese")
    chat.page.get_by_role("button", name="Clear").click()
    expect(chat.exchanges).to_have_count(0)
    chat.page.get_by_role("button", name="Undo").click()
    expect(chat.answered(0)).to_contain_text("goose")
    chat.page.reload()
    chat.wait_until_connected()

    expect(chat.answered(0)).to_contain_text("goose")
    expect(chat.page.get_by_role("button", name="Undo")).to_have_count(0)


def before_the_client_starts(page: Page, url: str) -> Callable[[], None]:
    """Open the page without its scripts, and return a function that lets them come."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/assets/*.js", hold)
    page.goto(url, wait_until="commit")

    def let_come() -> None:
        for route in held:
            route.continue_()
        page.unroute("**/assets/*.js", hold)

    return let_come


def test_what_is_typed_before_the_client_starts_goes_on_in_its_box(
    new_context: Callable[..., BrowserContext], stack: Stack
) -> None:
    page = new_context().new_page()
    let_come = before_the_client_starts(page, stack.gateway.url)
    early = page.get_by_role("textbox", name="Word or question")
    early.press_sequentially("define ru")
    let_come()
    chat = Chat(page, stack.gateway.url)
    expect(chat.box).to_have_value("define ru")
    expect(chat.box).to_be_focused()

    expect(early).to_have_count(0)


def test_a_question_sent_before_the_client_starts_is_answered(
    new_context: Callable[..., BrowserContext], stack: Stack
) -> None:
    page = new_context().new_page()
    let_come = before_the_client_starts(page, stack.gateway.url)
    page.get_by_role("textbox", name="Word or question").fill("lemma of geese")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?ask=lemma+of+geese", wait_until="commit")
    let_come()

    expect(Chat(page, stack.gateway.url).answered(0)).to_contain_text("goose")
