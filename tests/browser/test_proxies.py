"""The client works behind proxies: below a path, and where the frames of websockets get lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.host_page import show
from tests.browser.proxy import Proxy, proxy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext

    from tests.stack import GatewayProcess


@pytest.fixture
def in_front(add_gateway: Callable[..., GatewayProcess]) -> Iterator[Proxy]:
    """Run a proxy in front of a gateway that allows its origin."""
    with proxy(add_gateway(CORS_ALLOWED_ORIGINS="*").url) as running:
        yield running


def test_the_page_and_the_widget_work_below_a_path(
    in_front: Proxy, new_context: Callable[..., BrowserContext]
) -> None:
    chat = Chat(new_context().new_page(), in_front.url).visit("/")
    expect(chat.look_up("lemmatizer", "geese")).to_contain_text("goose")
    assert chat.page.url.startswith(in_front.url)
    show(chat.page, in_front.url)
    chat.wait_until_connected()

    expect(chat.look_up("lemmatizer", "mice")).to_contain_text("mouse")


def test_long_polling_takes_over_where_frames_get_lost(
    in_front: Proxy, new_context: Callable[..., BrowserContext]
) -> None:
    in_front.swallows_frames = True
    chat = Chat(new_context().new_page(), in_front.url).visit("/")

    expect(chat.look_up("lemmatizer", "geese")).to_contain_text("goose")
    assert in_front.websockets == 1
