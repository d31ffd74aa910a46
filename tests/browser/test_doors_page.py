"""The example for browsers in docs/doors.md works as it is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.roundtrip.test_doors_page import examples
from tests.stack.process import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext

    from tests.stack import Stack

# The client that the example loads from its makers; tests contact no other host.
PUBLISHED = re.compile(r"https://cdn\.socket\.io/[\d.]+/socket\.io\.esm\.min\.js")
CLIENT = CHECKOUT / "gateway/web/node_modules/socket.io-client/dist/socket.io.esm.min.js"


def test_the_browser_s_example_logs_the_answer(
    new_context: Callable[..., BrowserContext], stack: Stack
) -> None:
    url, page = stack.gateway.url, new_context().new_page()
    [example] = examples("Browser", "html", stack)
    html, replaced = PUBLISHED.subn(f"{url}/client.js", example)
    page.route(f"{url}/client.js", lambda route: route.fulfill(path=CLIENT, content_type="text/javascript"))
    page.goto(f"{url}/healthz")  # the gateway's own origin, without a policy that forbids the script

    with page.expect_console_message() as logged:
        page.set_content(html)

    assert replaced == 1
    assert logged.value.text.startswith("The opposite of hot: cold.")
