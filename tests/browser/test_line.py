"""When the connection or the service fails, the page says so, loses no question and never waits forever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.guidelines import violations_in_every_guise

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page

    from tests.browser.conftest import OpenChat
    from tests.stack import GatewayProcess, Stack


def test_the_gateway_dies_mid_question_and_the_answer_arrives(
    own_stack: Stack, new_context: Callable[..., BrowserContext]
) -> None:
    chat = Chat(new_context().new_page(), own_stack.gateway.url).visit()
    own_stack.worker.freeze()
    chat.menu.select_option("lemmatizer")
    chat.type_and_send("geese")
    expect(chat.exchange(0)).to_contain_text("Looking it up")
    own_stack.gateway.kill()

    expect(chat.page.locator(".notice")).to_contain_text("The connection is lost")
    expect(chat.exchange(0)).to_contain_text("Waiting for the connection")
    chat.type_and_send("mice")
    expect(chat.exchange(1)).to_contain_text("Waiting for the connection")
    own_stack.worker.thaw()
    own_stack.gateway.start()
    expect(chat.answered(0).get_by_role("link")).to_have_text("goose")
    expect(chat.answered(1).get_by_role("link")).to_have_text("mouse")
    expect(chat.page.locator(".notice")).to_have_count(0)


def test_a_question_open_at_a_reload_is_sent_again(
    own_stack: Stack, new_context: Callable[..., BrowserContext]
) -> None:
    chat = Chat(new_context().new_page(), own_stack.gateway.url).visit()
    own_stack.worker.freeze()
    chat.menu.select_option("lemmatizer")
    chat.type_and_send("geese")
    expect(chat.exchange(0)).to_contain_text("Looking it up")
    chat.page.reload()
    chat.wait_until_connected()
    own_stack.worker.thaw()

    expect(chat.answered(0).get_by_role("link")).to_have_text("goose")


def test_a_timeout_says_so_and_can_be_tried_again(
    own_stack: Stack, new_context: Callable[..., BrowserContext]
) -> None:
    gateway = own_stack.add_gateway("impatient", LOOKUP_DEADLINE="1.5", RETRY_AFTER="1")
    gateway.wait_until_ready()
    chat = Chat(new_context().new_page(), gateway.url).visit()
    own_stack.worker.freeze()
    answer = chat.look_up("lemmatizer", "geese")
    expect(answer).to_contain_text("No answer came in time.")
    own_stack.worker.thaw()
    answer.get_by_role("button", name="Try again").click()

    expect(chat.exchange(0).get_by_role("link", name="goose")).to_be_visible()
    assert chat.exchanges.count() == 1


def test_too_many_questions_wait_with_the_time_shown(
    add_gateway: Callable[..., GatewayProcess], new_context: Callable[..., BrowserContext]
) -> None:
    chat = Chat(new_context().new_page(), add_gateway(RATE_LIMIT="0.5").url).visit()
    # All at once: typed one by one, they keep within the rate on a slow machine.
    chat.page.locator("wordwire-chat").evaluate(
        "(chat, words) => words.forEach(word => chat.ask(`/lemmatizer ${word}`))",
        ["geese", "mice", "oxen", "feet"],
    )
    expect(chat.page.get_by_text("Too many questions at once. Asking again in").first).to_be_visible()
    for number, lemma in enumerate(("goose", "mouse", "ox", "foot")):
        answer = chat.answered(number)
        expect(answer.get_by_role("link", name=lemma, exact=True)).to_be_visible()


def test_an_offline_reader_sees_a_notice(open_chat: OpenChat) -> None:
    chat = open_chat(reduced_motion="reduce")
    switch_to(chat.page, "ko")  # loads Korean
    switch_to(chat.page, "en")
    chat.page.context.set_offline(offline=True)
    expect(chat.page.locator(".notice")).to_contain_text("You are offline")
    expect(chat.page.locator("ww-head .state")).to_have_text("Offline")
    assert violations_in_every_guise(chat.page) == []
    switch_to(chat.page, "en")
    chat.page.context.set_offline(offline=False)

    chat.wait_until_connected()
    expect(chat.look_up("lemmatizer", "geese").get_by_role("link")).to_have_text("goose")


def test_a_reader_without_a_token_sees_a_notice(
    add_gateway: Callable[..., GatewayProcess], new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(reduced_motion="reduce").new_page()
    page.goto(add_gateway(AUTH_SECRET="a-made-up-secret-of-thirty-two-bytes").url)

    expect(page.locator(".notice")).to_contain_text("The server refused the connection")
    expect(page.locator("ww-head .state")).to_have_text("Not allowed")
    assert violations_in_every_guise(page) == []
    switch_to(page, "ko")
    expect(page.locator(".notice [lang=en]")).to_contain_text("A signed token is required")


def switch_to(page: Page, language: str) -> None:
    """Set the client's language, and wait until it is drawn in it."""
    page.locator("wordwire-chat").evaluate("(chat, language) => { chat.lang = language }", language)
    expect(page.locator("wordwire-chat .foot")).to_have_attribute("lang", language)
