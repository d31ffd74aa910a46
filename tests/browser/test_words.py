"""A word has a page: readable without JavaScript, and taken over by the client with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.guidelines import violations
from tests.browser.proxy import proxy

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext

    from tests.browser.conftest import OpenChat
    from tests.stack import Stack


def test_the_page_of_a_word_is_complete_without_javascript(
    new_context: Callable[..., BrowserContext], stack: Stack
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(stack.gateway.url + "/word/bright")

    expect(page).to_have_title("bright: meaning, examples and synonyms \N{EN DASH} Wordwire")
    expect(page.get_by_role("heading", level=1)).to_have_text("bright")
    expect(page.get_by_role("heading", level=2)).to_have_text(["adjective", "adverb"])
    expect(page.get_by_text("/bɹaɪt/")).to_be_visible()
    page.get_by_role("link", name="brilliant", exact=True).first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("brilliant")


def test_the_page_of_a_word_meets_the_guidelines_before_its_client_starts(
    new_context: Callable[..., BrowserContext], stack: Stack
) -> None:
    page = new_context().new_page()
    page.route("**/*.js", lambda route: route.abort())
    for scheme, word, status in (("light", "bright", 200), ("dark", "bright", 200), ("dark", "brigt", 404)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # a literal, by way of the tuple
        answer = page.goto(f"{stack.gateway.url}/word/{word}")

        assert answer is not None
        assert answer.status == status
        assert violations(page) == []


def test_the_client_takes_the_page_over_without_a_lookup(
    new_context: Callable[..., BrowserContext], stack: Stack
) -> None:
    chat = Chat(new_context().new_page(), stack.gateway.url)
    sent: list[str] = []
    chat.page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(str(frame))))
    chat.visit("/word/bright")
    card = chat.answered(0)

    expect(card).to_contain_text("emitting or reflecting light readily")
    expect(chat.page.get_by_role("heading", level=1)).to_have_text("Wordwire")
    expect(chat.page).to_have_url(chat.url + "/word/bright")
    card.get_by_role("link", name="brilliant", exact=True).first.click()
    chat.answered(1)
    expect(chat.page).to_have_url(chat.url + "/?word=brilliant&command=overview")
    chat.page.go_back()
    expect(chat.page).to_have_url(chat.url + "/word/bright")
    assert [each for each in sent if "my_message" in each and '"bright"' in each] == []


def test_below_a_path_a_word_has_its_page_and_is_shared(
    new_context: Callable[..., BrowserContext], stack: Stack
) -> None:
    with proxy(stack.gateway.url) as in_front:
        context = new_context(permissions=["clipboard-read", "clipboard-write"])
        context.add_init_script("delete Navigator.prototype.share")
        chat = Chat(context.new_page(), in_front.url).visit("/word/ice_cream")
        chat.answered(0).get_by_role("button", name="Share").click()
        expect(chat.answered(0).get_by_role("status")).to_have_text("Copied")
        link = chat.page.evaluate("navigator.clipboard.readText()")
        expect(chat.page.get_by_role("link", name="Rooms")).to_have_attribute("href", "/words/rooms")

    assert link == in_front.url + "/word/ice_cream"


def test_an_unknown_word_opens_the_client_with_suggestions(open_chat: OpenChat) -> None:
    card = open_chat("/word/brigt").answered(0)

    expect(card).to_contain_text("WordNet does not have “brigt”.")
    expect(card.get_by_role("button", name="bright", exact=True)).to_be_visible()
