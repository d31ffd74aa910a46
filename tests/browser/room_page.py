"""A room from a member's point of view: its messages, its members and its controls."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Self

from playwright.sync_api import expect

from tests.stack.waiting import DEADLINE_S

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


class RoomPage:
    """One page at `/rooms`, in English unless the test chooses another language."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.name_box = page.get_by_role("textbox", name="Your name")
        self.title_box = page.get_by_role("textbox", name="Topic")
        self.log = page.get_by_role("log")
        self.box = page.get_by_role("textbox", name="Message")
        self.messages = page.locator("ww-room-log .message:not(.unsaid)")
        self.unsaid = page.locator("ww-room-log .unsaid")
        self.people = page.locator("ww-room-bar .people")
        self.typing = page.locator(".typing")
        self.notice = page.locator(".notice")
        self.refusal = page.locator("ww-door [role=alert]")

    def visit(self, address: str = "/rooms") -> Self:
        """Go to an address of the gateway, or to a full link, and wait until the page is connected."""
        self.page.goto(address if "://" in address else self.url + address)
        self.wait_until_connected()
        return self

    def wait_until_connected(self) -> None:
        """Return once the page shows that it is connected."""
        expect(self.page.locator("ww-head .state")).to_have_class("state online")

    def create(self, name: str, title: str = "") -> Self:
        """Create a room and enter it; return once inside."""
        self.name_box.fill(name)
        self.title_box.fill(title)
        self.page.get_by_role("button", name="Create a room").click()
        return self.wait_until_inside()

    def join(self, name: str) -> Self:
        """Enter the room that the address names; return once inside."""
        self.name_box.fill(name)
        self.page.get_by_role("button", name="Join").click()
        return self.wait_until_inside()

    def wait_until_inside(self) -> Self:
        """Return once the page can send messages to the room."""
        expect(self.log).to_have_attribute("aria-busy", "false")
        return self

    def say(self, text: str) -> None:
        """Write `text` and press Enter."""
        self.box.fill(text)
        self.box.press("Enter")

    def write_until(self, sign: Locator) -> str:
        """Keep writing until the others see `sign`, which comes from time to time; return its text."""
        deadline = time.monotonic() + DEADLINE_S
        while not (text := sign.inner_text()):
            assert time.monotonic() < deadline, "the others never saw the sign of writing"
            self.box.press_sequentially("so ", delay=50)
        return text

    def message(self, text: str) -> Locator:
        """Return the messages that contain `text`."""
        return self.messages.filter(has_text=text)

    def texts(self) -> list[str]:
        """Return the texts of people's messages, from the top."""
        return self.messages.locator("p.text:not(.card p)").all_inner_texts()

    def names(self) -> list[str]:
        """Open the list of people and return their names."""
        listed = self.page.get_by_role("region", name="People in the room")
        if not listed.is_visible():
            self.people.click()
        return listed.locator("bdi").all_inner_texts()
