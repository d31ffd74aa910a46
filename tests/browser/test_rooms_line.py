"""After a lost connection, a room has every message once and in order, the reader's own and the others'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Page, WebSocketRoute, expect

from tests.browser.room_page import RoomPage
from tests.clients.room import RoomMember
from tests.stack.waiting import DEADLINE_S

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext

    from tests.browser.conftest import OpenRooms
    from tests.stack import Stack


class Cut:
    """The connection of one page, which a test can cut and mend; the page's files still load."""

    def __init__(self, page: Page) -> None:
        self.is_cut = False
        self._open: list[WebSocketRoute] = []
        page.route_web_socket("**/socket.io/**", self._pass_on)
        page.route("**/socket.io/**", lambda route: route.abort() if self.is_cut else route.continue_())

    def cut(self) -> None:
        """Close the open connections and refuse new ones."""
        self.is_cut = True
        for route in self._open:
            route.close()
        self._open.clear()

    def mend(self) -> None:
        """Let the page connect again."""
        self.is_cut = False

    def _pass_on(self, route: WebSocketRoute) -> None:
        if self.is_cut:
            route.close()
            return
        self._open.append(route)
        route.connect_to_server()


def test_a_gateway_is_killed_and_everything_is_said_once_and_in_order(
    own_stack: Stack, new_context: Callable[..., BrowserContext]
) -> None:
    other = own_stack.add_gateway("gateway-2")
    other.wait_until_ready()
    ann = RoomPage(new_context().new_page(), own_stack.gateway.url).visit().create("Ann")
    bob = RoomPage(new_context().new_page(), own_stack.gateway.url).visit(ann.page.url).join("Bob")
    room = ann.page.url.partition("#")[2]
    with RoomMember([other.url], room, "Cid") as cid:
        ann.say("before")
        expect(bob.message("before")).to_be_visible()
        own_stack.gateway.kill()
        expect(ann.notice).to_contain_text("The connection is lost. Your messages are sent once")
        cid.say("Cid, one").result(DEADLINE_S)
        ann.say("Ann, one")
        ann.say("@word what's the opposite of hot?")
        cid.say("Cid, two").result(DEADLINE_S)
        expect(ann.unsaid).to_have_count(2)
        expect(ann.unsaid.first).to_contain_text("Not sent yet")
        own_stack.gateway.start()

        for each in (ann, bob):
            expect(each.notice).to_have_count(0)
            expect(each.messages).to_have_count(6)
            expect(each.unsaid).to_have_count(0)
            expect(each.messages.nth(5)).to_contain_text(
                "In answer to Ann: @word what's the opposite of hot?"
            )
            expect(each.people).to_contain_text("3 here")
            assert each.texts() == [
                "before",
                "Cid, one",
                "Cid, two",
                "Ann, one",
                "@word what's the opposite of hot?",
            ]
        ann.say("after")
        expect(bob.messages).to_have_count(7)
    assert cid.seqs == list(range(1, 8)), "every message came exactly once"


def test_unsent_messages_survive_a_reload_and_are_said_once(open_rooms: OpenRooms, ann: RoomPage) -> None:
    bob = open_rooms()
    line = Cut(bob.page)
    bob.page.goto(ann.page.url)
    bob.page.reload()
    bob.join("Bob")
    line.cut()
    expect(bob.notice).to_contain_text("The connection is lost")
    bob.say("one")
    bob.say("two")
    bob.page.reload()
    expect(bob.unsaid).to_have_count(2)
    expect(bob.unsaid.first).to_contain_text("Not sent yet")
    line.mend()

    bob.wait_until_inside()
    expect(bob.unsaid).to_have_count(0)
    expect(ann.messages).to_have_count(2)
    assert ann.texts() == bob.texts() == ["one", "two"]


def test_an_offline_member_sees_a_notice(ann: RoomPage, bob: RoomPage) -> None:
    bob.page.context.set_offline(offline=True)
    expect(bob.notice).to_contain_text("You are offline. Your messages are sent once")
    bob.say("later")
    ann.say("meanwhile")
    expect(ann.message("meanwhile")).to_be_visible()
    bob.page.context.set_offline(offline=False)

    expect(ann.message("later")).to_be_visible()
    expect(bob.messages).to_have_count(2)
    assert sorted(bob.texts()) == ["later", "meanwhile"]


def test_after_an_absence_the_page_says_that_its_room_has_ended(
    own_stack: Stack, new_context: Callable[..., BrowserContext]
) -> None:
    ann = RoomPage(new_context().new_page(), own_stack.gateway.url).visit().create("Ann")
    ann.say("hello")
    expect(ann.messages).to_have_count(1)
    own_stack.gateway.kill()
    expect(ann.notice).to_be_visible()
    with own_stack.redis.client() as redis:
        redis.flushall()  # as after a week without messages
    own_stack.gateway.start()

    expect(ann.refusal).to_contain_text("There is no such room, or it has expired.")
