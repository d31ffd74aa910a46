"""The widget keeps its form on everyday pages: their sizes, styles, colours, dialogs and directions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.guidelines import PHONE, violations, violations_in_every_guise
from tests.browser.host_page import WIDGET, show, wait_until_online

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Locator, Page

    from tests.stack import Stack

    ShowPage = Callable[..., Page]

BUBBLE = '<wordwire-chat mode="bubble"></wordwire-chat>'
SHOUTING = """html { font-size: 62.5% }
    * { margin: 0; padding: 0; font: inherit }
    body { font-family: fantasy; text-transform: uppercase; letter-spacing: 5px; white-space: nowrap;
        text-align: center; text-align-last: right; quotes: none }"""
# A site that is dark in both themes; its card is bright, and it sets no colour that can be derived.
BLUE = """wordwire-chat { --wordwire-paper: #0022cc; --wordwire-card: #0a2bd6; --wordwire-ink: #ffffff;
    --wordwire-accent: #ffe600 }"""
BLACK = "color(xyz-d65 0 0 0)"
GOLD = "color(srgb 1 0.843137 0)"


@pytest.fixture
def show_page(new_context: Callable[..., BrowserContext], stack: Stack) -> ShowPage:
    """Return a function that shows a page with the widget."""

    def open_page(body: str = WIDGET, style: str = "", **options: Any) -> Page:
        return show(new_context(**options).new_page(), stack.gateway.url, body, style)

    return open_page


def box_of(page: Page) -> Locator:
    """Return the text box of the widget."""
    return page.get_by_role("combobox", name="Word or question")


def ask(page: Page, text: str) -> None:
    """Ask the widget, and wait for the answer."""
    box_of(page).fill(text)
    box_of(page).press("Enter")
    expect(page.locator("ww-exchange .card").last).to_have_attribute("aria-busy", "false")


def test_sizes_and_text_styles_of_the_page_stay_outside(show_page: ShowPage) -> None:
    page = show_page(style=SHOUTING)
    wait_until_online(page)
    ask(page, "define rut")
    gloss = page.locator("ww-answer .gloss").first

    for name, value in {
        "font-size": "17px",
        "text-transform": "none",
        "letter-spacing": "normal",
        "white-space": "normal",
        "text-align": "start",
        "text-align-last": "auto",
        "quotes": "auto",
    }.items():
        expect(gloss).to_have_css(name, value)
    assert "fantasy" not in gloss.evaluate("element => getComputedStyle(element).fontFamily")
    expect(page.locator("wordwire-chat")).to_have_css("height", "544px")


def test_the_own_palette_of_a_site_keeps_its_contrast(show_page: ShowPage) -> None:
    page = show_page(f"<main><h1>Site</h1>{WIDGET}</main>", BLUE, reduced_motion="reduce")
    wait_until_online(page)
    ask(page, "define run")
    ask(page, "define well")

    assert violations_in_every_guise(page) == []


@pytest.mark.parametrize(("accent", "theme"), [("gold", "light"), ("indigo", "dark")])
def test_an_accent_alone_stays_legible_on_our_cards(show_page: ShowPage, accent: str, theme: str) -> None:
    style = f"html {{ color-scheme: {theme} }} wordwire-chat {{ --wordwire-accent: {accent} }}"
    page = show_page(f"<main><h1>Site</h1>{WIDGET}</main>", style, reduced_motion="reduce")
    wait_until_online(page)
    ask(page, "define well")

    assert violations(page) == []


def test_a_palette_that_comes_later_keeps_its_accent(show_page: ShowPage) -> None:
    page = show_page(style="html { color-scheme: light } wordwire-chat { --wordwire-accent: gold }")
    sample = page.locator(".welcome button").first
    expect(sample).not_to_have_css("color", GOLD)
    page.locator("wordwire-chat").evaluate("chat => chat.style.setProperty('--wordwire-ink', 'white')")

    expect(sample).to_have_css("color", GOLD)


def test_text_on_a_bright_accent_of_a_site_is_black(show_page: ShowPage) -> None:
    page = show_page(style="wordwire-chat { --wordwire-accent: gold }")

    expect(page.get_by_role("button", name="Ask", exact=True)).to_have_css("color", BLACK)


def test_the_mode_may_change_at_any_time(show_page: ShowPage) -> None:
    page = show_page(BUBBLE)
    bubble = page.get_by_role("button", name="Open the dictionary")
    expect(bubble).to_be_visible()
    page.locator("wordwire-chat").evaluate("chat => { chat.mode = 'inline' }")
    wait_until_online(page)
    page.get_by_role("combobox", name="Word or question").fill("a draft")
    page.locator("wordwire-chat").evaluate("chat => { chat.mode = 'bubble' }")
    expect(bubble).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    bubble.click()

    expect(page.get_by_role("combobox", name="Word or question")).to_have_value("a draft")


@pytest.mark.parametrize(("style", "paper"), [("dark", "rgb(20, 23, 27)"), ("normal", "rgb(250, 248, 243)")])
def test_the_theme_follows_the_page(show_page: ShowPage, style: str, paper: str) -> None:
    page = show_page(style=f"html {{ color-scheme: {style} }}")

    expect(page.locator("wordwire-chat")).to_have_css("background-color", paper)


def test_escape_closes_the_completions_and_not_the_dialog_of_the_page(show_page: ShowPage) -> None:
    page = show_page(
        f"<dialog>{WIDGET}</dialog><script>document.querySelector('dialog').showModal()</script>"
    )
    wait_until_online(page)
    box_of(page).press_sequentially("serendip")
    expect(page.get_by_role("option", name="serendipity")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    assert page.evaluate("document.querySelector('dialog').open")
    page.keyboard.press("Escape")

    assert not page.evaluate("document.querySelector('dialog').open")


def test_a_bubble_fills_a_phone_and_keeps_its_draft(show_page: ShowPage) -> None:
    page = show_page(BUBBLE, '</style><meta name="viewport" content="width=device-width"><style>', **PHONE)
    bubble = page.get_by_role("button", name="Open the dictionary")
    expect(bubble).to_have_css("text-align", "center")
    bubble.click()
    panel = page.get_by_role("dialog")
    expect(panel.locator("ww-head .state")).to_have_class("state online")
    expect(box_of(page)).to_be_focused()
    assert panel.bounding_box() == {"x": 0, "y": 0, "width": 320, "height": 640}
    box_of(page).press_sequentially("halfway")
    page.get_by_role("button", name="Close the dictionary").click()
    expect(panel).to_be_hidden()
    page.get_by_role("button", name="Open the dictionary").click()

    expect(box_of(page)).to_have_value("halfway")


def test_the_answers_of_a_bubble_scroll_in_a_low_window(show_page: ShowPage) -> None:
    page = show_page(BUBBLE, viewport={"width": 700, "height": 380})
    page.get_by_role("button", name="Open the dictionary").click()
    wait_until_online(page)

    expect(page.get_by_role("log")).to_have_css("overflow-y", "auto")


def test_english_keeps_its_direction_on_pages_of_the_other(show_page: ShowPage) -> None:
    page = show_page(f'<div dir="rtl">{WIDGET}</div>')
    wait_until_online(page)
    ask(page, "define bank")

    expect(page.locator("ww-answer .gloss [lang=en]").first).to_have_css("unicode-bidi", "plaintext")
    expect(page.locator("ww-exchange .card")).to_have_css("direction", "rtl")
    expect(page.locator("ww-answer p[lang=en]").first).to_have_css("text-align", "right")


def test_alike_widgets_of_a_page_are_told_apart_after_a_reload(show_page: ShowPage) -> None:
    page = show_page(WIDGET + WIDGET)
    wait_until_online(page)
    for number, word in enumerate(["geese", "mice"]):
        box = page.locator("wordwire-chat").nth(number).get_by_role("combobox", name="Word or question")
        box.fill(word)
        box.press("Enter")
        answer = page.locator("wordwire-chat").nth(number).locator("ww-exchange .card")
        expect(answer).to_have_attribute("aria-busy", "false")
    page.reload()
    questions = page.locator("wordwire-chat h3 bdi")

    expect(questions).to_have_text(["geese", "mice"])


def test_a_widget_that_the_page_moves_keeps_its_transcript(show_page: ShowPage, stack: Stack) -> None:
    page = show_page(f"{WIDGET}<aside></aside>")
    wait_until_online(page)
    ask(page, "geese")
    page.add_script_tag(url=f"{stack.gateway.url}/widget.js?again", type="module")
    page.evaluate("document.querySelector('aside').append(document.querySelector('wordwire-chat'))")
    wait_until_online(page)
    ask(page, "mice")

    expect(page.locator("aside wordwire-chat h3 bdi")).to_have_text(["geese", "mice"])


def test_an_open_bubble_leaves_the_page_to_its_reader(show_page: ShowPage) -> None:
    page = show_page(f"<button onclick='this.textContent = \"pressed\"'>Buy</button>{BUBBLE}")
    page.get_by_role("button", name="Open the dictionary").click()
    wait_until_online(page)
    page.get_by_role("button", name="Buy").click()

    expect(page.get_by_role("button", name="pressed")).to_be_visible()
    expect(page.get_by_role("dialog", name="Wordwire")).to_be_visible()
