"""The transcript survives a reload, has an address for each question, and belongs to one tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.chat import Chat

if TYPE_CHECKING:
    from tests.browser.conftest import OpenChat


def test_the_transcript_survives_a_reload_and_is_not_announced_again(open_chat: OpenChat) -> None:
    chat = open_chat()
    chat.look_up("lemmatizer", "geese")
    chat.page.reload()

    restored = chat.answered(0)
    expect(restored).to_contain_text("goose")
    expect(restored.locator(".news")).to_have_text("")
    assert chat.exchanges.count() == 1


def test_the_transcript_can_be_cleared_for_good(open_chat: OpenChat) -> None:
    chat = open_chat()
    chat.look_up("lemmatizer", "geese")
    chat.page.get_by_role("button", name="Clear").click()
    expect(chat.exchanges).to_have_count(0)
    expect(chat.box).to_be_focused()
    chat.visit("/")

    expect(chat.log).to_contain_text("Look up a word")
    assert chat.exchanges.count() == 0


def test_a_deep_link_asks_its_question(open_chat: OpenChat) -> None:
    chat = open_chat("/?word=serendipity&command=definition")

    expect(chat.answered(0)).to_contain_text("good luck in making unexpected and fortunate discoveries")
    expect(chat.page).to_have_title("serendipity \N{EN DASH} Wordwire")


def test_back_and_forward_lead_through_the_questions(open_chat: OpenChat) -> None:
    chat = open_chat("/?word=geese&command=lemmatizer")
    chat.answered(0)
    chat.look_up("synonyms", "happy").get_by_role("link", name="glad").click()
    chat.answered(2)
    expect(chat.page).to_have_url(chat.url + "/?word=glad&command=overview")
    chat.page.go_back()
    expect(chat.page).to_have_url(chat.url + "/?word=happy&command=synonyms")
    chat.page.go_back()

    expect(chat.page).to_have_url(chat.url + "/?word=geese&command=lemmatizer")
    expect(chat.exchange(0).get_by_role("heading", level=3)).to_be_focused()
    expect(chat.exchange(0)).to_be_in_viewport()
    chat.page.go_forward()
    expect(chat.exchange(1).get_by_role("heading", level=3)).to_be_focused()
    assert chat.exchanges.count() == 3


def test_a_reloaded_deep_link_does_not_ask_again(open_chat: OpenChat) -> None:
    chat = open_chat("/?word=geese&command=lemmatizer")
    chat.answered(0)
    chat.page.reload()
    chat.wait_until_connected()

    expect(chat.answered(0)).to_contain_text("goose")
    assert chat.exchanges.count() == 1


def test_a_word_opens_in_a_new_tab(open_chat: OpenChat) -> None:
    chat = open_chat()
    link = chat.look_up("synonyms", "happy").get_by_role("link", name="glad")
    with chat.page.context.expect_page() as opened:
        link.click(modifiers=["ControlOrMeta"])
    # On a busy machine, Playwright waits for ever for the navigation of the new tab, so another visits it.
    opened.value.close()
    address = str(link.evaluate("link => link.href")).removeprefix(chat.url)
    other = Chat(chat.page.context.new_page(), chat.url).visit(address)

    expect(other.answered(0)).to_contain_text("showing or causing joy and pleasure")
    assert chat.exchanges.count() == 1


def test_two_tabs_never_mix(open_chat: OpenChat) -> None:
    chat = open_chat()
    other = Chat(chat.page.context.new_page(), chat.url).visit()
    chat.look_up("lemmatizer", "geese")
    other.look_up("lemmatizer", "mice")
    for each in (chat, other):
        each.page.reload()

    expect(chat.answered(0).get_by_role("link")).to_have_text("goose")
    expect(other.answered(0).get_by_role("link")).to_have_text("mouse")
    assert (chat.exchanges.count(), other.exchanges.count()) == (1, 1)


def test_a_new_tab_may_continue_the_last_conversation(open_chat: OpenChat) -> None:
    chat = open_chat()
    chat.look_up("lemmatizer", "geese")
    other = Chat(chat.page.context.new_page(), chat.url).visit()
    other.page.get_by_role("button", name="Continue the last conversation").click()

    expect(other.answered(0)).to_contain_text("goose")


def test_a_long_transcript_is_passed_over_in_stretches(open_chat: OpenChat) -> None:
    chat = open_chat(reduced_motion="reduce", viewport={"width": 400, "height": 300})
    client = chat.page.locator("wordwire-chat")
    client.evaluate("chat => { for (let n = 0; n < 40; n++) chat.ask(`/lemmatizer geese`) }")
    for number in (0, 39):
        expect(chat.exchange(number).locator(".card")).to_have_attribute("aria-busy", "false", timeout=20_000)
    first = chat.page.locator(".stretch").first
    is_drawn = "element => element.firstElementChild.checkVisibility({contentVisibilityAuto: true})"
    chat.page.wait_for_function(f"element => !({is_drawn})(element)", arg=first.element_handle())

    assert chat.page.locator(".stretch").count() == 2
    assert first.locator("ww-exchange").count() == 25
    chat.exchange(0).scroll_into_view_if_needed()
    chat.page.wait_for_function(is_drawn, arg=first.element_handle())


def test_answers_out_of_sight_cost_no_layout(open_chat: OpenChat) -> None:
    chat = open_chat(reduced_motion="reduce", viewport={"width": 400, "height": 300})
    first = chat.look_up("overview", "goose").locator("ww-answer")
    for _ in range(3):
        chat.look_up("overview", "goose")
    is_drawn = "element => element.checkVisibility({contentVisibilityAuto: true})"
    chat.page.wait_for_function(f"element => !({is_drawn})(element)", arg=first.element_handle())
    first.scroll_into_view_if_needed()

    chat.page.wait_for_function(is_drawn, arg=first.element_handle())
