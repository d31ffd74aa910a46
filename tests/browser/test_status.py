"""The status page shows live whether the service is up, how fast it is, and how many lookups wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext

    from tests.browser.conftest import OpenChat
    from tests.stack import Stack


def test_it_shows_how_fast_each_command_was(open_chat: OpenChat) -> None:
    chat = open_chat()
    chat.look_up("meronyms", "car")
    chat.page.goto(chat.url + "/status")

    expect(chat.page.get_by_role("status")).to_have_text("Up: questions are answered")
    row = chat.page.get_by_role("row", name="meronyms")
    expect(row.get_by_role("cell").first).not_to_have_text("0")
    expect(row).to_contain_text("ms")


def test_it_follows_the_state_of_the_service(
    own_stack: Stack, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context().new_page()
    page.goto(own_stack.gateway.url + "/status")
    verdict = page.get_by_role("status")
    expect(verdict).to_have_text("Up: questions are answered")
    own_stack.worker.stop()
    expect(verdict).to_have_text("Up, but questions have to wait")
    own_stack.gateway.kill()

    expect(verdict).to_have_text("The gateway does not answer")
