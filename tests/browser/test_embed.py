"""One tag puts the client on any site with an allowed origin, as in the example page of the docs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.other_site import Site, other_site
from tests.stack.tls_proxy import TlsProxy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

    from tests.stack import Stack


@pytest.fixture(scope="module")
def site(stack: Stack) -> Iterator[Site]:
    """Serve the example page from another origin, which a gateway allows."""
    with other_site() as running:
        origins = f"https://elsewhere.example, {running.origin}"
        gateway = stack.add_gateway("gateway-for-embedding", CORS_ALLOWED_ORIGINS=origins)
        gateway.wait_until_ready()
        running.gateway_url = gateway.url
        yield running
        stack.gateways.pop(gateway.name).end()


@pytest.fixture
def embedding_page(site: Site, new_page: Page) -> Page:
    """Open the example page."""
    new_page.goto(site.origin)
    return new_page


@pytest.fixture
def new_page(new_context: Callable[..., BrowserContext]) -> Page:
    """Return an empty page."""
    return new_context().new_page()


def test_the_widget_answers_on_another_origin_that_is_allowed(embedding_page: Page) -> None:
    inline = embedding_page.locator("wordwire-chat").first
    inline.get_by_role("combobox", name="Word or question").fill("serendipity")
    inline.get_by_role("combobox", name="Word or question").press("Enter")

    expect(inline.get_by_role("log")).to_contain_text("good luck")
    expect(inline.get_by_role("combobox", name="What to look up")).to_have_value("definition")
    expect(embedding_page.locator("#last")).to_have_text("definition of serendipity: 1 found")


def test_without_a_server_the_widget_asks_that_of_its_script(site: Site, embedding_page: Page) -> None:
    site.page = re.sub(r' server="[^"]*"', "", site.page)
    sockets: list[str] = []
    embedding_page.on("websocket", lambda socket: sockets.append(socket.url))
    embedding_page.reload()

    expect(embedding_page.locator("wordwire-chat").first.locator(".state.online")).to_be_visible()
    assert sockets
    assert all(url.startswith(site.gateway_url.replace("http", "ws")) for url in sockets)


def test_the_widget_takes_the_colours_of_its_page(embedding_page: Page) -> None:
    send = embedding_page.locator("wordwire-chat").first.get_by_role("button", name="Ask")

    expect(send).to_have_css("background-color", "rgb(122, 45, 92)")


def test_words_in_the_widget_are_buttons_and_leave_the_page_where_it_is(embedding_page: Page) -> None:
    address = embedding_page.url
    inline = embedding_page.locator("wordwire-chat").first
    inline.get_by_role("combobox", name="What to look up").select_option("synonyms")
    inline.get_by_role("combobox", name="Word or question").fill("happy")
    inline.get_by_role("combobox", name="Word or question").press("Enter")
    inline.get_by_role("button", name="glad", exact=True).click()

    expect(inline.locator("ww-exchange").nth(1)).to_contain_text("showing or causing joy and pleasure")
    assert embedding_page.url == address


def test_the_bubble_opens_and_closes_by_keys_and_gives_the_focus_back(embedding_page: Page) -> None:
    bubble = embedding_page.get_by_role("button", name="Open the dictionary")
    bubble.focus()
    bubble.press("Enter")
    panel = embedding_page.get_by_role("dialog", name="Wordwire")
    expect(panel.get_by_role("combobox", name="Word or question")).to_be_focused()
    panel.press("Escape")

    expect(panel).to_have_count(0)
    expect(bubble).to_be_focused()


def test_the_bar_of_the_open_bubble_is_one_row_on_a_wide_screen(embedding_page: Page) -> None:
    embedding_page.get_by_role("button", name="Open the dictionary").click()
    bar = embedding_page.locator(".panel ww-head")
    heights = [bar, bar.locator("button").first]
    bar_height, button_height = (
        each.evaluate("each => each.getBoundingClientRect().height") for each in heights
    )

    assert bar_height < 2 * button_height


def test_a_page_whose_origin_is_not_allowed_says_so_and_names_the_remedy(
    stack: Stack, new_context: Callable[..., BrowserContext]
) -> None:
    with other_site() as site:
        site.gateway_url = stack.gateway.url
        page = new_context().new_page()
        page.goto(site.origin)
        notice = page.locator("wordwire-chat").first.locator(".notice")

        expect(notice).to_contain_text(f"does not answer pages from {site.origin}")
        expect(notice).to_contain_text(f"CORS_ALLOWED_ORIGINS={site.origin}")
        expect(page.locator("ww-head .state")).to_have_text("Not allowed")


def test_a_policy_without_websockets_leaves_long_polling(
    site: Site, new_page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "content_security_policy", f"connect-src {site.gateway_url}")
    sockets: list[str] = []
    new_page.on("websocket", lambda socket: sockets.append(socket.url))
    new_page.goto(site.origin)

    expect(new_page.locator("wordwire-chat").first.locator(".state.online")).to_be_visible()
    assert not sockets


def test_a_page_with_another_base_address_has_a_widget_that_works(
    site: Site, new_page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = '<base href="/elsewhere/deep/" />'
    monkeypatch.setattr(site, "page", site.page.replace("<head>", f"<head>{base}"))
    new_page.goto(site.origin)
    inline = new_page.locator("wordwire-chat").first
    inline.get_by_role("combobox", name="Word or question").fill("serendipity")
    inline.get_by_role("combobox", name="Word or question").press("Enter")

    expect(inline.get_by_role("log")).to_contain_text("good luck")
    assert new_page.evaluate("document.baseURI") == f"{site.origin}/elsewhere/deep/"


def test_a_page_without_tls_reaches_a_server_that_has_it(
    site: Site,
    new_context: Callable[..., BrowserContext],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = new_context(ignore_https_errors=True).new_page()
    with TlsProxy(tmp_path, urlsplit(site.gateway_url).port or 0) as proxy:
        monkeypatch.setattr(site, "gateway_url", f"https://localhost:{proxy.port}")
        page.goto(site.origin)
        inline = page.locator("wordwire-chat").first
        inline.get_by_role("combobox", name="Word or question").fill("serendipity")
        inline.get_by_role("combobox", name="Word or question").press("Enter")

        expect(inline.get_by_role("log")).to_contain_text("good luck")


def test_a_sandboxed_frame_is_told_the_origin_that_it_has(site: Site, new_page: Page) -> None:
    widget = f"<wordwire-chat server='{site.gateway_url}'></wordwire-chat>"
    script = f"<script type='module' src='{site.gateway_url}/widget.js'></script>"
    site.page = f'<iframe sandbox="allow-scripts" srcdoc="{script}{widget}"></iframe>'
    new_page.goto(site.origin)

    expect(new_page.frame_locator("iframe").locator(".notice")).to_contain_text(
        "does not answer pages from null"
    )
