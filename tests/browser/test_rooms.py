"""Rooms in the browser: people talk, the dictionary answers, and everybody sees the other members."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.room_page import RoomPage
from tests.clients.room import ChatClient

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

    from tests.browser.conftest import OpenChat, OpenRooms
    from tests.stack import GatewayProcess

MARKUP = "<img src=x onerror=alert(1)>"


def test_two_people_talk_and_the_dictionary_answers_both(open_rooms: OpenRooms) -> None:
    ann = open_rooms().create("Ann", "Words for a wedding")
    expect(ann.people).to_contain_text("1 here")
    bob = open_rooms(ann.page.url).join("Bob")
    for each in (ann, bob):
        expect(each.people).to_contain_text("2 here")
        expect(each.page.get_by_role("heading", name="Words for a wedding")).to_be_visible()
    expect(ann.log).to_contain_text(re.compile("Bob.? joined"))

    assert re.search("Bob.? is typing", bob.write_until(ann.typing))
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


def test_a_command_is_a_question_and_a_long_answer_is_folded(ann: RoomPage, bob: RoomPage) -> None:
    ann.say("/overview run")

    answer = bob.messages.nth(1)
    fold = answer.get_by_text("The whole answer")
    expect(answer.get_by_role("heading", name="run")).to_be_visible()
    expect(answer.get_by_text("the act of testing something")).to_be_hidden()
    fold.click()
    expect(answer.get_by_text("the act of testing something")).to_be_visible()
    expect(fold).to_be_in_viewport()  # so the reader sees its beginning, not its end
    expect(bob.messages.nth(1).get_by_role("button", name="define run")).not_to_be_in_viewport()


def test_an_answer_is_said_once(ann: RoomPage) -> None:
    """In the sentence, or as the list of its words."""
    ann.say("/definition serendipity")
    expect(ann.messages.nth(1)).to_contain_text("Serendipity (noun): good luck")
    ann.say("/antonyms hot")

    words = ann.messages.nth(3).locator("ww-answer")
    expect(words.get_by_role("link", name="cold", exact=True)).to_be_visible()
    expect(ann.messages.nth(1).locator("ww-answer")).to_have_count(0)
    expect(ann.messages.nth(3).locator("p.text")).to_have_count(0)


def test_an_answer_leads_into_the_dictionary_and_to_the_next_question(ann: RoomPage) -> None:
    ann.say("/antonyms hot")
    answer = ann.messages.nth(1)
    with ann.page.context.expect_page() as opened:
        answer.get_by_role("link", name="cold", exact=True).click()
    expect(Chat(opened.value, ann.url).answered(0)).to_contain_text("cold")
    with ann.page.context.expect_page() as opened:
        answer.get_by_role("link", name="Open in the dictionary").click()
    expect(opened.value).to_have_url(ann.url + "/?word=hot&command=antonyms")

    answer.get_by_role("button", name="define hot").click()
    expect(ann.box).to_have_value("@word define hot")
    expect(ann.box).to_be_focused()
    assert ann.texts() == ["/antonyms hot"], "the question waits until Ann presses Enter"
    ann.box.press("Enter")
    expect(ann.messages).to_have_count(4)


def test_an_answer_leads_back_to_its_question(ann: RoomPage) -> None:
    ann.say("@word what does serene mean?")
    ann.messages.nth(1).get_by_role("button", name="Ann: @word what does serene mean?").click()

    expect(ann.messages.nth(0)).to_be_focused()


def test_the_link_is_copied_and_its_key_is_sent_to_no_server(open_rooms: OpenRooms) -> None:
    ann = open_rooms(permissions=["clipboard-read", "clipboard-write"]).create("Ann")
    ann.page.get_by_role("button", name="Copy link").click()
    expect(ann.page.get_by_role("button", name="Link copied")).to_be_visible()
    link = ann.page.evaluate("navigator.clipboard.readText()")

    address, _, room = link.partition("#")
    assert (address, link) == (ann.url + "/rooms", ann.page.url)
    assert re.fullmatch(r"[\w-]{22}", room)
    expect(open_rooms(link).join("Bob").people).to_contain_text("2 here")


def test_people_are_listed_and_seen_to_leave_and_return(
    open_rooms: OpenRooms, ann: RoomPage, bob: RoomPage
) -> None:
    link = bob.page.url
    assert ann.names() == ["Ann", "Bob"]
    bob.page.get_by_role("button", name="Leave").click()
    expect(ann.people).to_contain_text("1 here")
    expect(ann.log).to_contain_text(re.compile("Bob.? left"))
    assert ann.names() == ["Ann"]
    expect(bob.name_box).to_be_focused()
    expect(bob.page).to_have_url(bob.url + "/rooms")
    ann.say("Bob has left")
    expect(ann.message("Bob has left")).to_be_visible()

    bob.visit(link).join("Bob")
    expect(ann.people).to_contain_text("2 here")
    expect(ann.log).to_contain_text(re.compile("Bob.? joined"))
    expect(bob.message("Bob has left")).to_be_visible()
    open_rooms(link).join("Bob")
    expect(ann.people).to_contain_text("3 here")
    assert ann.names() == ["Ann", "Bob", "Bob"]


def test_back_leads_out_of_the_room_and_forward_into_it_as_the_same_member(
    ann: RoomPage, bob: RoomPage
) -> None:
    bob.say("before")
    expect(ann.message("before")).to_be_visible()
    ann.page.go_back()
    expect(ann.page.get_by_role("button", name="Create a room")).to_be_visible()
    expect(bob.people).to_contain_text("1 here")
    bob.say("meanwhile")
    ann.page.go_forward()
    ann.wait_until_inside()

    expect(ann.messages).to_have_count(2)
    expect(bob.people).to_contain_text("2 here")
    assert sorted(bob.names()) == ["Ann", "Bob"]


def test_a_reload_keeps_the_member(ann: RoomPage, bob: RoomPage) -> None:
    bob.say("before")
    expect(ann.message("before")).to_be_visible()
    bob.page.reload()
    bob.wait_until_inside()
    bob.say("after")

    expect(ann.message("after")).to_be_visible()
    expect(bob.page.locator(".message.mine")).to_have_count(2)
    expect(ann.people).to_contain_text("2 here")
    assert ann.texts() == bob.texts() == ["before", "after"]


def test_every_message_is_text_with_its_own_direction(open_rooms: OpenRooms) -> None:
    ann = open_rooms().create(f"{MARKUP} Ann", MARKUP)
    bob = open_rooms(ann.page.url).join("בוב")
    ann.say(MARKUP)
    bob.say("שלום, Ann!\n  two lines")
    said = ann.message("שלום")

    expect(bob.message(MARKUP).locator(".name")).to_have_text(f"{MARKUP} Ann")
    expect(bob.page.get_by_role("heading", name=MARKUP)).to_be_visible()
    expect(bob.page).to_have_title(f"{MARKUP} \N{EN DASH} Wordwire")
    assert bob.page.locator("img").count() == 0
    assert said.locator("p.text").evaluate("element => getComputedStyle(element).direction") == "rtl"
    assert said.locator("p.text").inner_text() == "שלום, Ann!\n  two lines"
    assert said.locator("bdi").inner_text() == "בוב"


def test_enter_sends_and_shift_enter_begins_a_line(ann: RoomPage) -> None:
    ann.box.press_sequentially("one")
    ann.box.press("Shift+Enter")
    ann.box.press_sequentially("two")
    ann.box.evaluate(
        "box => box.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true}))"
    )
    expect(ann.box).to_have_value("one\ntwo")  # that Enter was the input method's
    ann.box.press("Enter")

    expect(ann.box).to_have_value("")
    expect(ann.messages).to_have_count(1)
    assert ann.texts() == ["one\ntwo"]


@pytest.fixture
def say_many(
    add_gateway: Callable[..., GatewayProcess],
) -> Callable[[RoomPage, int], None]:
    """Return a function that says `count` messages in a room, faster than people may."""

    def say(page: RoomPage, count: int) -> None:
        room = page.page.url.partition("#")[2]
        with ChatClient(add_gateway(ROOM_RATE_LIMIT="0").url) as cid:
            cid.ask("join", {"room": room, "name": "Cid"})
            for number in range(1, count + 1):
                assert "error" not in cid.ask("say", {"room": room, "text": f"number {number}", "id": number})

    return say


def numbers(first: int, last: int) -> list[str]:
    return [f"number {number}" for number in range(first, last + 1)]


def test_older_messages_come_on_demand_and_the_place_is_kept(
    open_rooms: OpenRooms, ann: RoomPage, say_many: Callable[[RoomPage, int], None]
) -> None:
    say_many(ann, 130)
    bob = open_rooms(ann.page.url).join("Bob")
    expect(bob.messages).to_have_count(50)
    expect(bob.messages.last).to_be_in_viewport()
    older = bob.page.get_by_role("button", name="Show older messages")
    oldest = bob.messages.first
    older.scroll_into_view_if_needed()
    was_at = oldest.bounding_box()
    older.click()
    expect(bob.messages).to_have_count(100)
    first_before = bob.messages.nth(50)
    expect(first_before).to_contain_text("number 81")
    expect(first_before).to_be_in_viewport()
    is_at = first_before.bounding_box()
    older.click()
    expect(bob.messages).to_have_count(130)

    assert was_at is not None
    assert is_at is not None
    # It now continues the message above it, and so has lost its line with the name.
    assert abs(was_at["y"] - is_at["y"]) < 40, "the message moved away from the reader"
    expect(older).to_have_count(0)
    assert bob.texts() == numbers(1, 130)


def test_a_reader_further_up_is_not_pulled_away(
    ann: RoomPage, bob: RoomPage, say_many: Callable[[RoomPage, int], None]
) -> None:
    say_many(ann, 40)
    expect(ann.message("number 40")).to_be_in_viewport()
    ann.log.evaluate("log => { log.scrollTop = 0; }")
    expect(ann.message("number 40")).not_to_be_in_viewport()
    for text in ("first", "second", "third"):
        bob.say(text)

    button = ann.page.get_by_role("button", name="3 new messages")
    expect(button).to_be_visible()
    assert ann.log.evaluate("log => log.scrollTop") == 0
    expect(ann.page).to_have_title("(3) Words \N{EN DASH} Wordwire")
    button.click()
    expect(ann.message("third")).to_be_in_viewport()
    expect(button).to_have_count(0)
    expect(ann.page).to_have_title("Words \N{EN DASH} Wordwire")
    bob.say("fourth")
    expect(ann.message("fourth")).to_be_in_viewport()


def test_too_much_at_once_waits_and_is_said_in_order(
    add_gateway: Callable[..., GatewayProcess], new_context: Callable[..., BrowserContext]
) -> None:
    page = RoomPage(new_context().new_page(), add_gateway(ROOM_RATE_LIMIT="0.5").url).visit().create("Ann")
    # All at once: typed one by one, they keep within the rate on a slow machine.
    page.page.locator("ww-say-box").evaluate(
        "(box, texts) => texts.forEach(detail => box.dispatchEvent(new CustomEvent('ww-say', { detail })))",
        numbers(1, 5),
    )

    expect(page.page.get_by_text("Not sent yet: That was too much at once.").first).to_be_visible()
    expect(page.messages).to_have_count(5)
    assert page.texts() == numbers(1, 5)


def test_the_dictionary_and_the_rooms_lead_to_each_other(open_chat: OpenChat) -> None:
    chat = open_chat()
    chat.page.get_by_role("link", name="Rooms").click()
    expect(chat.page).to_have_url(chat.url + "/rooms")
    chat.page.get_by_role("link", name="Dictionary").click()

    expect(chat.page).to_have_url(chat.url + "/")
