"""The client is light: its first load is small, compressed and cached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from shared.catalog import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import OpenChat

FIRST_LOAD_BYTES = 60 * 1024
MAP_BYTES = 20 * 1024

SMALLEST_COMPRESSED = 512  # the build does not compress smaller files

RESOURCES = """() => ["resource", "navigation"].flatMap((type) => performance.getEntriesByType(type))
    .map((entry) => entry.toJSON())"""


def loaded(chat: Any) -> dict[str, dict[str, int]]:
    """Return the page's loaded resources, by address."""
    return {each["name"].removeprefix(chat.url): each for each in chat.page.evaluate(RESOURCES)}


def test_the_first_load_keeps_to_its_budget(open_chat: OpenChat, figures: Callable[[str], None]) -> None:
    chat = open_chat()
    files = {name: each for name, each in loaded(chat).items() if not name.startswith("/socket.io")}
    total = sum(each["encodedBodySize"] for each in files.values())
    large = [each for each in files.values() if each["decodedBodySize"] >= SMALLEST_COMPRESSED]

    figures(f"first load: {total:,} bytes compressed in {len(files)} files")
    assert total <= FIRST_LOAD_BYTES
    assert all(each["encodedBodySize"] < each["decodedBodySize"] for each in large)


def test_the_first_load_keeps_to_its_budget_for_browsers_with_gzip_only(
    open_chat: OpenChat, figures: Callable[[str], None]
) -> None:
    chat = open_chat(extra_http_headers={"Accept-Encoding": "gzip"})
    files = {name: each for name, each in loaded(chat).items() if not name.startswith("/socket.io")}
    total = sum(each["encodedBodySize"] for each in files.values())

    figures(f"first load with gzip: {total:,} bytes")
    assert total <= FIRST_LOAD_BYTES


def test_the_map_is_loaded_when_it_is_opened(open_chat: OpenChat, figures: Callable[[str], None]) -> None:
    chat = open_chat("/?word=ocean&command=overview")
    answer = chat.answered(0)
    before = set(loaded(chat))
    answer.get_by_role("button", name="Word map").click()
    expect(chat.page.locator("ww-map .node").first).to_be_attached()
    added = {name: each for name, each in loaded(chat).items() if name not in before}
    total = sum(each["encodedBodySize"] for each in added.values())

    figures(f"the map adds {total:,} bytes")
    assert 0 < total <= MAP_BYTES


def test_the_rooms_keep_to_the_budget_and_weigh_nothing_elsewhere(
    open_chat: OpenChat, figures: Callable[[str], None]
) -> None:
    chat = open_chat()
    at_first = "".join(
        chat.page.request.get(chat.url + name).text() for name in loaded(chat) if name.endswith(".js")
    )
    chat.visit("/rooms")
    files = {name: each for name, each in loaded(chat).items() if not name.startswith("/socket.io")}
    in_rooms = "".join(
        chat.page.request.get(chat.url + name).text() for name in files if name.endswith(".js")
    )
    total = sum(each["encodedBodySize"] for each in files.values())

    figures(f"rooms: {total:,} bytes compressed in {len(files)} files")
    assert total <= FIRST_LOAD_BYTES
    assert "ww-room-log" in in_rooms
    assert "ww-room" not in at_first


def test_a_second_visit_loads_next_to_nothing(open_chat: OpenChat) -> None:
    chat = open_chat()
    chat.visit("/")
    hashed = {name: each for name, each in loaded(chat).items() if name.startswith("/assets/")}

    assert len(hashed) >= 3
    assert {each["transferSize"] for each in hashed.values()} == {0}


def test_the_menu_holds_the_commands_of_the_catalogue(open_chat: OpenChat) -> None:
    offered = open_chat().menu.locator("option").evaluate_all("options => options.map(({value}) => value)")

    assert offered[:6] == ["", "definition", "synonyms", "examples", "pos", "lemmatizer"]
    assert set(offered[1:]) == {command.name for command in COMMANDS if command.is_in_menu}
