"""The door of a room: dead links, full rooms, refused names and missing tokens each show a remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.room_page import RoomPage
from tests.clients.room import ChatClient

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext

    from tests.browser.conftest import OpenRooms
    from tests.stack import GatewayProcess

NO_SUCH_ROOM = "A" * 22


def test_a_link_without_a_room_offers_a_remedy(open_rooms: OpenRooms) -> None:
    page = open_rooms(f"/rooms#{NO_SUCH_ROOM}")
    page.name_box.fill("Bob")
    page.page.get_by_role("button", name="Join").click()
    expect(page.refusal).to_contain_text("There is no such room, or it has expired. Ask for its link again")
    page.page.get_by_role("link", name="Create a room of your own").click()

    page.create("Bob")


def test_a_full_room_can_be_tried_again(
    add_gateway: Callable[..., GatewayProcess], new_context: Callable[..., BrowserContext]
) -> None:
    url = add_gateway(MAX_ROOM_MEMBERS="2").url
    ann = RoomPage(new_context().new_page(), url).visit().create("Ann")
    bob = RoomPage(new_context().new_page(), url).visit(ann.page.url)
    bob.name_box.fill("Bob")
    with ChatClient(url) as cid:
        cid.ask("join", {"room": bob.page.url.partition("#")[2], "name": "Cid"})
        bob.page.get_by_role("button", name="Join").click()
        expect(bob.refusal).to_contain_text("The room is full.")
        ann.page.get_by_role("button", name="Leave").click()
        cid.wait_for("left")

        bob.join("Bob")


def test_a_name_that_is_refused_can_be_changed(open_rooms: OpenRooms, ann: RoomPage) -> None:
    bob = open_rooms(ann.page.url)
    bob.name_box.fill("word")
    bob.page.get_by_role("button", name="Join").click()
    expect(bob.refusal).to_contain_text("That name can't be used here. Choose another.")

    bob.join("Bob")
    expect(ann.people).to_contain_text("2 here")


def test_without_a_token_the_page_shows_a_notice(
    add_gateway: Callable[..., GatewayProcess], new_context: Callable[..., BrowserContext]
) -> None:
    page = RoomPage(new_context().new_page(), "")
    page.page.goto(add_gateway(AUTH_SECRET="a-made-up-secret-of-thirty-two-bytes").url + "/rooms")

    expect(page.notice).to_contain_text("The server refused the connection")
    expect(page.page.locator("ww-head .state")).to_have_text("Not allowed")
