"""Rooms in the browser: people talk, the dictionary answers, and nothing is lost or said twice."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.room_page import RoomPage

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

    from tests.stack import Stack

OpenRoom = Callable[..., RoomPage]


@pytest.fixture
def open_rooms(new_context: Callable[..., BrowserContext], stack: Stack) -> OpenRoom:
    """Return a function that opens the page, or the link of a room, as somebody else each time."""

    def open_at(address: str = "/rooms", **options: Any) -> RoomPage:
        return RoomPage(new_context(**options).new_page(), stack.gateway.url).visit(address)

    return open_at


@pytest.fixture
def ann(open_rooms: OpenRoom) -> RoomPage:
    """Somebody who made a room and is in it."""
    return open_rooms().create("Ann", "Words")


@pytest.fixture
def bob(open_rooms: OpenRoom, ann: RoomPage) -> RoomPage:
    """Somebody else in Ann's room."""
    return open_rooms(ann.page.url).join("Bob")


def test_two_people_talk_and_the_dictionary_answers_both(open_rooms: OpenRoom) -> None:
    ann = open_rooms().create("Ann", "Words for a wedding")
    expect(ann.people).to_contain_text("1 here")
    bob = open_rooms(ann.page.url).join("Bob")
    for each in (ann, bob):
        expect(each.people).to_contain_text("2 here")
        expect(each.page.get_by_role("heading", name="Words for a wedding")).to_be_visible()
    expect(ann.log).to_contain_text(re.compile("Bob.? came in"))

    bob.box.press_sequentially("Hel")
    expect(ann.typing).to_have_text(re.compile("Bob.? is writing"))
    bob.say("Hello, Ann!")
    expect(ann.message("Hello, Ann!").locator(".name")).to_have_text("Bob")
    expect(ann.typing).to_be_empty()
    ann.say("@word what's the opposite of hot?")

    for each in (ann, bob):
        answer = each.messages.nth(2)
        expect(answer).to_contain_text("In answer to Ann: @word what's the opposite of hot?")
        expect(answer.get_by_role("link", name="cold", exact=True)).to_be_visible()
        assert each.texts() == ["Hello, Ann!", "@word what's the opposite of hot?"]
    bob.page.close()
    expect(ann.people).to_contain_text("1 here")
    expect(ann.log).to_contain_text(re.compile("Bob.? left"))
