"""The dictionary page from a reader's point of view: its contents and its controls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PLAIN_ENGLISH = "Ask in plain English"


class Chat:
    """One page with the web client, in English unless the test chooses another language."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.log = page.get_by_role("log")
        self.box = page.get_by_role("combobox", name="Word or question")
        self.menu = page.get_by_role("combobox", name="What to look up")
        self.exchanges = page.locator("ww-exchange")

    def visit(self, address: str = "/") -> Self:
        """Go to an address of the gateway and wait until the client is connected."""
        self.page.goto(self.url + address)
        self.wait_until_connected()
        return self

    def wait_until_connected(self) -> None:
        """Return once the client shows that it is connected."""
        expect(self.page.locator("ww-head .state")).to_have_class("state online")

    def type_and_send(self, text: str) -> None:
        """Type into the text box and press Enter."""
        self.box.fill(text)
        self.box.press("Enter")

    def ask(self, text: str) -> Locator:
        """Ask in plain English and wait for the answer."""
        self.menu.select_option("")
        return self._send(text)

    def look_up(self, command: str, word: str, pos: str = "") -> Locator:
        """Look up a word with a command of the menu and wait for the answer."""
        self.menu.select_option(command)
        if pos:
            self.page.get_by_role("combobox", name="Part of speech").select_option(pos)
        return self._send(word)

    def exchange(self, number: int) -> Locator:
        """Return a question together with its answer; 0 is the first, -1 the last."""
        return self.exchanges.nth(number)

    def answered(self, number: int) -> Locator:
        """Wait for the answer to a question, and return both together."""
        exchange = self.exchange(number)
        expect(exchange.locator(".card")).to_have_attribute("aria-busy", "false")
        return exchange

    def _send(self, text: str) -> Locator:
        number = self.exchanges.count()
        self.type_and_send(text)
        return self.answered(number)
