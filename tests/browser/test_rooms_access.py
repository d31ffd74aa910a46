"""Rooms are accessible: axe-core finds no violation, keys are enough, and they fit small screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.guidelines import PHONE, has_visible_focus, small_targets, tab_to, violations
from tests.browser.room_page import RoomPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext

    from tests.browser.conftest import OpenRooms
    from tests.stack import Stack

LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff-Word"
LONG_TEXT = "pneumonoultramicroscopicsilicovolcanoconiosis" * 3


def fill(page: RoomPage) -> None:
    """Say and ask several things, and unfold all folded answers."""
    page.say(LONG_TEXT)
    page.say("/overview run")
    page.say("/synonyms happy")
    page.say("/nonsense")
    page.say("@word help")
    expect(page.messages).to_have_count(9)
    for fold in page.page.get_by_text("The whole answer").all():
        fold.click()
    page.people.click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1100, 320])
def test_no_view_violates_the_guidelines(open_rooms: OpenRooms, scheme: str, width: int) -> None:
    options = {
        "color_scheme": scheme,
        "reduced_motion": "reduce",
        "viewport": {"width": width, "height": 700},
    }
    ann = open_rooms(**options)
    assert violations(ann.page) == []  # outside
    ann.create("Ann", "Words")
    assert violations(ann.page) == []  # inside, before the first message
    bob = open_rooms(ann.page.url, **options)
    assert violations(bob.page) == []  # invited
    bob.join(LONG_NAME)
    fill(bob)
    assert violations(bob.page) == []  # talk, answers, the list of people
    expect(ann.messages).to_have_count(9)
    ann.log.evaluate("log => { log.scrollTop = 0; }")
    bob.say("more")
    expect(ann.page.get_by_role("button", name="1 new message")).to_be_visible()
    bob.write_until(ann.typing)
    assert violations(ann.page) == []  # the other member's page
    ann.page.context.set_offline(offline=True)
    expect(ann.notice).to_be_visible()
    ann.say("waits")
    assert violations(ann.page) == []  # offline
    bob.page.goto(bob.url + "/rooms#" + "A" * 22)
    bob.page.reload()
    bob.name_box.fill("Bob")
    bob.page.get_by_role("button", name="Join").click()
    expect(bob.refusal).to_contain_text("no such room")
    assert violations(bob.page) == []  # refused


def test_a_lost_gateway_violates_nothing(
    own_stack: Stack, new_context: Callable[..., BrowserContext]
) -> None:
    ann = (
        RoomPage(new_context(reduced_motion="reduce").new_page(), own_stack.gateway.url).visit().create("Ann")
    )
    ann.say("hello")
    expect(ann.messages).to_have_count(1)
    own_stack.gateway.kill()
    expect(ann.notice).to_be_visible()
    ann.say("waits")

    assert violations(ann.page) == []


def test_the_keyboard_is_enough(open_rooms: OpenRooms) -> None:
    ann = open_rooms()
    keyboard = ann.page.keyboard
    tab_to(ann.page, ann.name_box)
    keyboard.type("Ann")
    tab_to(ann.page, ann.title_box)
    keyboard.type("Words")
    keyboard.press("Enter")
    ann.wait_until_inside()
    expect(ann.box).to_be_focused()
    keyboard.type("/synonyms happy")
    keyboard.press("Enter")
    link = ann.messages.nth(1).get_by_role("link", name="glad")
    expect(link).to_be_visible()
    expect(ann.box).to_be_focused()

    words = ann.messages.nth(1).locator("ww-answer").get_by_role("link")
    tab_to(ann.page, words.first, key="Shift+Tab")
    tab_to(ann.page, link, key="ArrowRight")
    assert has_visible_focus(link)
    tab_to(ann.page, ann.people, key="Shift+Tab")
    keyboard.press("Enter")
    listed = ann.page.get_by_role("region", name="People in the room")
    tab_to(ann.page, listed)
    keyboard.press("Escape")
    expect(listed).to_have_count(0)
    expect(ann.people).to_be_focused()
    tab_to(ann.page, ann.page.get_by_role("button", name="Leave"))
    keyboard.press("Enter")
    expect(ann.name_box).to_be_focused()


def test_nothing_is_cut_off_on_the_narrowest_phone(open_rooms: OpenRooms) -> None:
    ann = open_rooms(**PHONE)
    assert ann.page.evaluate("document.documentElement.scrollWidth") == 320
    ann.create("Ann", LONG_TEXT[:100])
    bob = open_rooms(ann.page.url, **PHONE).join(LONG_NAME)
    fill(bob)
    expect(ann.messages).to_have_count(9)

    for each in (ann, bob):
        boxes = [message.bounding_box() for message in each.messages.all()]
        assert all(box is not None and box["x"] >= 0 and box["x"] + box["width"] <= 320 for box in boxes)
        assert each.page.evaluate("document.documentElement.scrollWidth") == 320
        assert each.log.evaluate("log => log.scrollWidth - log.clientWidth") == 0
        expect(each.box).to_be_in_viewport(ratio=1)
    targets = bob.page.locator("button:visible, a:visible, select:visible, textarea:visible, summary:visible")
    assert targets.count() > 20
    assert small_targets(targets) == []


def test_the_layout_follows_the_writing_direction(ann: RoomPage) -> None:
    ann.say("hello")
    text = ann.messages.first.locator("p.text")
    ends_at_the_right = text.bounding_box()
    ann.page.evaluate("document.documentElement.dir = 'rtl'")
    ends_at_the_left = text.bounding_box()

    assert ends_at_the_right is not None
    assert ends_at_the_left is not None
    assert ends_at_the_left["x"] < ends_at_the_right["x"]
    assert ann.page.evaluate("document.documentElement.scrollWidth") == 1100


def test_only_new_messages_of_others_are_read_out_and_once(ann: RoomPage, bob: RoomPage) -> None:
    bob.say("old")
    expect(ann.message("old")).to_have_attribute("aria-live", "off")  # after it has been read out
    ann.page.evaluate(
        """() => {
            window.said = [];
            const note = (node) => {
                const element = node instanceof Element ? node : node.parentElement;
                const live = element?.closest("[aria-live], [role=log]");
                if (live && live.getAttribute("aria-live") !== "off") window.said.push(node.textContent);
            };
            const log = document.querySelector("wordwire-rooms").shadowRoot
                .querySelector("ww-room-log").shadowRoot.querySelector("[role=log]");
            new MutationObserver((changes) => {
                for (const {type, target, addedNodes} of changes) {
                    if (type === "characterData") note(target);
                    for (const node of addedNodes) if (node.textContent.trim()) note(node);
                }
            }).observe(log, {childList: true, subtree: true, characterData: true});
        }"""
    )
    ann.say("mine")
    bob.say("new")
    expect(ann.message("new")).to_have_attribute("aria-live", "off")
    ann.page.get_by_role("combobox", name="Language").select_option("ko")
    expect(ann.page.get_by_role("button", name="나가기")).to_be_visible()

    said = ann.page.evaluate("window.said")
    assert len([text for text in said if "new" in text]) == 1, said
    assert not any("old" in text or "mine" in text for text in said), said


def test_language_and_theme_are_those_of_the_other_pages(open_rooms: OpenRooms) -> None:
    ann = open_rooms(locale="ko-KR")
    expect(ann.page.get_by_role("button", name="대화방 만들기")).to_be_visible()
    assert ann.page.evaluate("document.documentElement.lang") == "ko"
    assert violations(ann.page) == []
    ann.page.get_by_role("combobox", name="언어").select_option("en")
    ann.create("Ann")
    ann.page.get_by_role("button", name="Theme: system").click()
    ann.page.get_by_role("button", name="Theme: light").click()
    expect(ann.page.locator("wordwire-rooms")).to_have_css("background-color", "rgb(20, 23, 27)")
    ann.page.get_by_role("link", name="Dictionary").click()

    expect(ann.page.get_by_role("button", name="Ask", exact=True)).to_be_visible()
    expect(ann.page.locator("wordwire-chat")).to_have_css("background-color", "rgb(20, 23, 27)")


def test_reduced_motion_stops_animations(open_rooms: OpenRooms) -> None:
    ann = open_rooms(reduced_motion="reduce").create("Ann")
    ann.say("hello")

    expect(ann.messages.first).to_have_css("animation-name", "none")


def test_a_room_prints_whole_and_without_its_tools(ann: RoomPage) -> None:
    ann.say("/synonyms happy")
    expect(ann.messages).to_have_count(2)
    ann.page.emulate_media(media="print")

    expect(ann.box).to_be_hidden()
    for tool in ("Leave", "Copy link", "define happy"):
        expect(ann.page.get_by_role("button", name=tool)).to_be_hidden()
    expect(ann.page.get_by_role("link", name="Dictionary")).to_be_hidden()
    expect(ann.log).to_have_css("overflow", "visible")
    expect(ann.messages.first.locator("p.text")).to_have_css("color", "rgb(0, 0, 0)")
