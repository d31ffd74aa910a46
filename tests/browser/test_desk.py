"""The page serves readers who come back: keys for the text box, earlier questions, and undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.guidelines import PHONE

if TYPE_CHECKING:
    from tests.browser.conftest import OpenChat


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


def test_a_phone_keeps_its_keyboard_down_on_arrival(open_chat: OpenChat) -> None:
    expect(open_chat(**PHONE).box).not_to_be_focused()


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
