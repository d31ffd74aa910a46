"""Readers star words, and take the list of them along; the duplicate of a tab goes its own way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.guidelines import has_visible_focus, small_targets, tab_to, violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Locator

    from tests.browser.conftest import OpenChat
    from tests.stack import Stack

STARRED = [
    {"word": "goose", "pos": "n", "meaning": "web-footed long-necked bird"},
    {"word": "=1+1", "pos": "<b>", "meaning": '<img src=x onerror="throw 1">'},
    {"word": "ice cream", "pos": "n", "meaning": "frozen dessert"},
]
KEEP = f"location.host && localStorage.setItem('wordwire-stars', {json.dumps(json.dumps(STARRED))})"
FORBID = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException() }})"


def star_of(answer: Locator) -> Locator:
    """Return the button that stars the word of an answer."""
    return answer.get_by_role("button", name="Star", exact=True)


def open_list(chat: Chat, name: str = "Starred words") -> Locator:
    """Open the list of starred words."""
    chat.page.get_by_role("button", name=name).click()
    dialog = chat.page.get_by_role("dialog", name=name)
    expect(dialog).to_be_visible()
    return dialog


def test_a_starred_word_is_in_the_list_of_every_tab(open_chat: OpenChat) -> None:
    chat = open_chat()
    answer = chat.look_up("overview", "geese")
    star_of(answer).click()
    expect(star_of(answer)).to_have_attribute("aria-pressed", "true")
    other = Chat(chat.page.context.new_page(), chat.url).visit()
    dialog = open_list(other)
    row = dialog.get_by_role("listitem")
    expect(row).to_contain_text("goose noun web-footed long-necked typically gregarious migratory")
    row.get_by_role("button", name="Star “goose”").click()
    expect(star_of(answer)).to_have_attribute("aria-pressed", "false")
    row.get_by_role("button", name="Star “goose”").click()
    expect(star_of(answer)).to_have_attribute("aria-pressed", "true")
    row.get_by_role("link", name="goose").click()

    expect(dialog).to_have_count(0)
    expect(other.answered(0).get_by_role("heading", level=3)).to_be_focused()
    expect(star_of(other.answered(0))).to_have_attribute("aria-pressed", "true")


def test_the_list_is_exported_and_printed(new_context: Callable[..., BrowserContext], stack: Stack) -> None:
    context = new_context()
    context.add_init_script(KEEP)
    chat = Chat(context.new_page(), stack.gateway.url).visit()
    dialog = open_list(chat)
    texts = {}
    for name in ("CSV", "Anki"):
        with chat.page.expect_download() as download:
            dialog.get_by_role("button", name=name).click()
        texts[name] = Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    chat.page.evaluate("window.print = () => window.printed = true")
    dialog.get_by_role("button", name="Print").click()
    assert chat.page.evaluate("window.printed")
    chat.page.emulate_media(media="print")

    assert texts["CSV"][:2] == [
        '"Word","Part of speech","Meaning"',
        '"goose","noun","web-footed long-necked bird"',
    ]
    assert texts["CSV"][2] == '"\'=1+1","<b>","<img src=x onerror=""throw 1"">"'
    assert texts["Anki"][2] == '"goose"\t"(noun) web-footed long-necked bird"'
    expect(dialog).to_contain_text("frozen dessert")
    expect(dialog.get_by_role("button")).to_have_count(0)
    expect(chat.log).to_be_hidden()


@pytest.mark.parametrize(
    ("scheme", "locale", "name"), [("light", "en-GB", "Starred words"), ("dark", "ko-KR", "별표한 단어")]
)
def test_the_list_meets_the_guidelines(
    new_context: Callable[..., BrowserContext], stack: Stack, scheme: str, locale: str, name: str
) -> None:
    context = new_context(color_scheme=scheme, locale=locale, viewport={"width": 320, "height": 640})
    context.add_init_script(KEEP)
    chat = Chat(context.new_page(), stack.gateway.url).visit()
    dialog = open_list(chat, name)

    assert violations(chat.page) == []
    assert small_targets(dialog.locator("button, a")) == []
    tab_to(chat.page, dialog.get_by_role("link", name="goose"))
    assert has_visible_focus(dialog.get_by_role("link", name="goose"))
    chat.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(chat.page.get_by_role("button", name=name)).to_be_focused()


def test_without_storage_stars_last_as_long_as_the_page(
    new_context: Callable[..., BrowserContext], stack: Stack
) -> None:
    context = new_context()
    context.add_init_script(FORBID)
    chat = Chat(context.new_page(), stack.gateway.url).visit()
    answer = chat.look_up("overview", "goose")
    star_of(answer).click()

    expect(answer).to_contain_text("stars last only until you close it")
    expect(open_list(chat)).to_contain_text("stars last only until you close it")


def test_the_duplicate_of_a_tab_goes_its_own_way(open_chat: OpenChat) -> None:
    chat = open_chat()
    chat.look_up("lemmatizer", "geese")
    with chat.page.expect_popup() as opened:
        chat.page.evaluate("open('/')")  # copies the session storage, as duplicating does
    other = Chat(opened.value, chat.url)
    other.wait_until_connected()
    expect(other.answered(0)).to_contain_text("goose")
    other.look_up("lemmatizer", "mice")
    chat.look_up("lemmatizer", "feet")
    for each in (chat, other):
        each.page.reload()

    expect(chat.answered(1)).to_contain_text("foot")
    expect(other.answered(1)).to_contain_text("mouse")
    assert (chat.exchanges.count(), other.exchanges.count()) == (2, 2)
