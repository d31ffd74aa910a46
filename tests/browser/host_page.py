"""A page of a site with the widget on it, at the gateway's own origin, which every gateway allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

WIDGET = "<wordwire-chat></wordwire-chat>"
EVENTS = "ready open close reply error unauthorized"

# A site keeps the events of the widget in `heard`, the oldest first.
LISTEN = """<script>
    window.heard = [];
    for (const name of "%s".split(" "))
        document.addEventListener(`wordwire-${name}`, () => heard.push(name));
</script>"""


def show(page: Page, url: str, body: str = WIDGET, style: str = "") -> Page:
    """Show a page with this body at the gateway with the address `url`."""
    head = f"<title>A site</title>{LISTEN % EVENTS}<style>{style}</style>"
    script = f'<script type="module" src="{url}/widget.js"></script>'
    html = f'<!doctype html><html lang="en"><head>{head}{script}</head><body>{body}</body></html>'
    page.route(f"{url}/site", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"{url}/site")
    return page


def wait_until_online(page: Page) -> None:
    """Return once every widget of the page shows that it is connected."""
    expect(page.locator("ww-head .state").first).to_be_visible()
    for state in page.locator("ww-head .state").all():
        expect(state).to_have_class("state online")
