"""A site drives the widget by its methods, properties, events and parts, as docs/web-client.md lists them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import jwt
from playwright.sync_api import expect

from tests.browser.host_page import EVENTS, show, wait_until_online
from tests.stack.process import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext

    from tests.stack import GatewayProcess, Stack

SECRET = "a-made-up-secret-of-thirty-two-bytes"
OWN = """<wordwire-chat storage="none" heading="Acme Words"></wordwire-chat>
    <script type="module">
        document.querySelector("wordwire-chat").texts = {welcome: "Ask Acme", samples: ["define anvil"]};
    </script>"""

# The properties of a colour, each with an element that has it, and where.
COLOURS = {
    "accent": ("[part=send]", "background-color"),
    "on-accent": ("[part=send]", "color"),
    "tint": ("ww-exchange .tools .quiet", "background-color"),  # under the pointer
    "paper": ("wordwire-chat", "background-color"),
    "card": ("[part=card]", "background-color"),
    "line": ("[part=card]", "border-top-color"),
    "ink": ("[part=box]", "color"),
    "muted": ("ww-exchange .option", "color"),
    "noun": (".part.noun", "color"),
    "verb": (".part.verb", "color"),
    "adjective": (".part.adjective", "color"),
    "adverb": (".part.adverb", "color"),
    "bad": (".error strong", "color"),
    "edge": ("[part=box]", "border-top-color"),
}
# The other properties, each with a value.
OTHERS = {
    "serif": ("ww-exchange .headword", "font-family", "monospace"),
    "sans": ("[part=box]", "font-family", "cursive"),
    "size": ("[part=box]", "font-size", "20px"),
    "radius": ("[part=card]", "border-top-left-radius", "9px"),
    "height": ("wordwire-chat", "height", "700px"),
    "z-index": (".bubble", "z-index", "7"),
}


def test_a_bubble_is_opened_asked_cleared_and_closed(
    new_context: Callable[..., BrowserContext], stack: Stack
) -> None:
    page = show(new_context().new_page(), stack.gateway.url, '<wordwire-chat mode="bubble"></wordwire-chat>')
    page.wait_for_function("() => customElements.get('wordwire-chat') !== undefined")
    chat = page.locator("wordwire-chat")
    chat.evaluate("chat => chat.open()")
    wait_until_online(page)
    chat.evaluate("chat => chat.ask('define rut')")
    expect(chat.locator("ww-exchange .card")).to_have_attribute("aria-busy", "false")
    chat.evaluate("chat => chat.ask({event: 'my_message', fields: {command: 'no_such', word: 'rut'}})")
    expect(chat.locator(".error")).to_be_visible()
    chat.evaluate("chat => chat.clear()")
    expect(chat.locator("ww-exchange")).to_have_count(0)
    chat.evaluate("chat => chat.focus()")
    expect(chat.get_by_role("combobox", name="Word or question")).to_be_focused()
    chat.evaluate("chat => chat.close()")

    expect(chat.get_by_role("dialog")).to_be_hidden()
    assert page.evaluate("heard") == ["open", "ready", "reply", "reply", "error", "close"]


def test_texts_heading_storage_header_and_parts_are_the_sites(
    new_context: Callable[..., BrowserContext], stack: Stack
) -> None:
    page = show(
        new_context().new_page(),
        stack.gateway.url,
        OWN,
        "wordwire-chat::part(send) { background: rgb(1, 2, 3) }",
    )
    wait_until_online(page)
    expect(page.get_by_role("heading", name="Acme Words")).to_be_visible()
    expect(page.locator(".invitation")).to_have_text("Ask Acme")
    page.get_by_role("button", name="define anvil").click()
    expect(page.locator("ww-exchange .card")).to_have_attribute("aria-busy", "false")
    expect(page.get_by_role("button", name="Ask", exact=True)).to_have_css("background-color", "rgb(1, 2, 3)")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.locator("wordwire-chat").evaluate("chat => { chat.header = 'none' }")

    expect(page.locator("ww-head")).to_have_count(0)


def test_every_property_of_the_look_is_seen(new_context: Callable[..., BrowserContext], stack: Stack) -> None:
    colours = {
        name: (*place, f"rgb({number}, 0, 9)")
        for number, (name, place) in enumerate(COLOURS.items(), start=1)
    }
    values = {name: value for name, (*_, value) in (colours | OTHERS).items()}
    style = "".join(f"--wordwire-{name}: {value};" for name, value in values.items())
    page = show(
        new_context(reduced_motion="reduce").new_page(), stack.gateway.url, style=f"html {{ {style} }}"
    )
    wait_until_online(page)
    chat = page.locator("wordwire-chat")
    for number, command in enumerate(["no_such", "pos"]):
        question = {"event": "my_message", "fields": {"command": command, "word": "well"}}
        chat.evaluate("(chat, question) => { chat.ask(question) }", question)
        expect(chat.locator("ww-exchange .card").nth(number)).to_have_attribute("aria-busy", "false")
    chat.locator("ww-exchange .tools .quiet").first.hover()
    for name, (element, place, value) in (colours | OTHERS).items():
        if name == "z-index":
            chat.evaluate("chat => { chat.mode = 'bubble' }")
        expect(page.locator(element).first).to_have_css(place, value)

    docs = (CHECKOUT / "docs" / "web-client.md").read_text()
    assert set(re.findall(r"`--wordwire-([a-z-]+)`", docs)) == values.keys()


def test_a_bubble_has_the_corner_and_the_picture_of_the_site(
    new_context: Callable[..., BrowserContext], stack: Stack
) -> None:
    picture = '<b slot="icon" aria-hidden="true">A</b>'
    page = show(
        new_context().new_page(),
        stack.gateway.url,
        f'<wordwire-chat mode="bubble" position="left" lang="ko" theme="dark">{picture}</wordwire-chat>',
    )
    bubble = page.get_by_role("button", name="사전 열기")
    expect(bubble).to_have_css("left", "20px")
    expect(page.locator("wordwire-chat [slot=icon]")).to_be_visible()

    expect(page.locator("wordwire-chat")).to_have_css("color-scheme", "dark")


def test_an_invalid_token_is_reported_and_a_new_one_is_tried_at_once(
    new_context: Callable[..., BrowserContext], add_gateway: Callable[..., GatewayProcess]
) -> None:
    gateway = add_gateway(AUTH_SECRET=SECRET)
    token = jwt.encode({"sub": "reader"}, SECRET, algorithm="HS256")
    page = show(new_context().new_page(), gateway.url, '<wordwire-chat token="expired"></wordwire-chat>')
    expect(page.locator("ww-head .state")).to_have_class("state refused")
    assert page.evaluate("heard") == ["unauthorized"]
    page.locator("wordwire-chat").evaluate("(chat, token) => { chat.token = async () => token }", token)
    wait_until_online(page)

    assert page.evaluate("heard") == ["unauthorized", "ready"]


def test_the_docs_list_every_event_and_part() -> None:
    docs = (CHECKOUT / "docs" / "web-client.md").read_text()
    source = "".join(path.read_text() for path in (CHECKOUT / "gateway/web/src/ui").glob("*.ts"))
    parts = {
        name for found in re.findall(r'(?<!export)part="([\w, ]+)"', source) for name in found.split(", ")
    }

    assert {f"wordwire-{name}" for name in EVENTS.split()} <= set(re.findall(r"`(wordwire-\w+)`", docs))
    assert parts
    assert {name for name in parts if f"`{name}`" not in docs} == set()
