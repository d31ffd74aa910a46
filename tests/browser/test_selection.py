"""A reader selects a word on somebody's page, and the widget offers to look it up in its sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.fed import Fields, feed
from tests.browser.guidelines import has_visible_focus, violations
from tests.browser.other_site import EXAMPLE, Site, other_site

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Route

    from tests.stack import Stack

OpenPage = Callable[..., tuple["Page", list[Fields]]]

# No style, image or inline script, and no markup made by scripts but that of the templates.
STRICT = (
    "default-src 'none'; script-src {gateway}; connect-src {gateway} ws://127.0.0.1:{port}; "
    "require-trusted-types-for 'script'; trusted-types lit-html"
)
TEXT = """<!doctype html><html lang="en"><title>A page</title>
<script type="module" src="https://words.example.org/widget.js"></script>
<h1><span id="alone">Words</span></h1>
<p>It rained. We   sat on
   the <b id="marked">ba<i>nk</i></b><span hidden> (hidden)</span> of the river. We left.</p>
<div>A title<p>The other <em id="block">shore</em></p>We saw the <em id="line">coast</em><br>We left</div>
<p><label>Your words <input value="bank"></label> <button>Next</button></p>
<wordwire-chat server="https://words.example.org" select-to-ask></wordwire-chat></html>"""
LAYOUT = """() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight,
    ...Array.from(document.querySelectorAll("body *"),
                  (each) => JSON.stringify(each.getBoundingClientRect()))]"""


@pytest.fixture(scope="module")
def site(stack: Stack) -> Iterator[Site]:
    """Serve the example page from another origin, which a gateway allows."""
    with other_site() as running:
        gateway = stack.add_gateway("gateway-for-selection", CORS_ALLOWED_ORIGINS=running.origin)
        gateway.wait_until_ready()
        running.gateway_url = gateway.url
        yield running
        stack.gateways.pop(gateway.name).end()


@pytest.fixture
def open_page(site: Site, new_context: Callable[..., BrowserContext]) -> Iterator[OpenPage]:
    """Return a function that opens a strict page, and returns it with the lookups that its widget sends."""

    def open_with(attributes: str = "select-to-ask") -> tuple[Page, list[Fields]]:
        site.page = TEXT.replace("select-to-ask", attributes)
        site.content_security_policy = STRICT.format(
            gateway=site.gateway_url, port=urlsplit(site.gateway_url).port
        )
        page = new_context().new_page()
        sent = feed(page, lambda _: None)
        page.goto(site.origin)
        expect(page.locator("ww-head .state")).to_have_class("state online")
        return page, sent

    yield open_with
    site.page, site.content_security_policy = EXAMPLE.read_text(), ""


@pytest.fixture
def example(site: Site, new_context: Callable[..., BrowserContext]) -> Page:
    """Open the example page of the docs, whose bubble looks selected words up."""
    page = new_context(reduced_motion="reduce").new_page()
    page.goto(site.origin)
    expect(page.locator("ww-offer")).to_be_attached()
    return page


@pytest.mark.parametrize(
    ("place", "word", "sentence"),
    [
        ("marked", "bank", {"sentence": "We sat on the bank of the river."}),
        ("block", "shore", {"sentence": "The other shore"}),
        ("line", "coast", {"sentence": "We saw the coast"}),
        ("alone", "Words", {}),
    ],
)
def test_a_selected_word_is_looked_up_in_its_sentence_after_a_click(
    open_page: OpenPage, place: str, word: str, sentence: dict[str, Any]
) -> None:
    page, sent = open_page()
    page.locator(f"#{place}").dblclick()
    offer = page.get_by_role("button", name=f"Look up “{word}”")
    expect(offer).to_be_visible()
    assert sent == []
    offer.click()

    expect(page.locator("ww-exchange .card")).to_have_attribute("aria-busy", "false")
    expect(page.locator("ww-exchange h3")).to_be_focused()
    expect(offer).to_be_hidden()
    assert [fields | {"id": 0} for fields in sent] == [
        {"id": 0, "command": "definition", "word": word} | sentence
    ]


def test_a_word_selected_before_the_code_of_the_offer_has_come_is_offered(
    site: Site, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context().new_page()
    held: list[Route] = []
    page.route("**/offer*.js", lambda route: held.append(route))  # noqa: PLW0108 (Playwright cannot call a built-in method)
    with page.expect_request("**/offer*.js"):
        page.goto(site.origin)
    page.locator("b").dblclick()
    for route in held:
        route.continue_()

    expect(page.get_by_role("button", name="Look up “bank”")).to_be_visible()


def test_keys_reach_the_offer_and_come_back(open_page: OpenPage) -> None:
    page, sent = open_page()
    next_button = page.get_by_role("button", name="Next")
    next_button.focus()
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#marked'))")
    offer = page.get_by_role("button", name="Look up “bank”")
    expect(offer).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Press Tab and Enter")).to_be_attached()
    page.keyboard.press("Tab")
    expect(offer).to_be_focused()
    assert has_visible_focus(offer)
    page.keyboard.press("Escape")
    expect(next_button).to_be_focused()
    expect(offer).to_be_hidden()
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#line'))")
    expect(page.get_by_role("button", name="Look up “coast”")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("ww-exchange h3")).to_contain_text("coast")
    assert [fields["word"] for fields in sent] == ["coast"]


def test_the_offer_leaves_with_the_selection(open_page: OpenPage) -> None:
    page, _ = open_page()
    offer = page.locator("ww-offer button")
    for elsewhere in ("label input", "wordwire-chat .welcome p >> nth=0", "h1 >> nth=0"):
        page.locator("#marked").dblclick()
        expect(offer).to_be_visible()
        if elsewhere.startswith("h1"):
            page.evaluate("getSelection().selectAllChildren(document.body)")
        else:
            page.locator(elsewhere).dblclick()

        expect(offer).to_be_hidden()


def test_nothing_is_offered_without_the_attribute(open_page: OpenPage) -> None:
    page, _ = open_page(attributes="")
    requested: list[str] = page.evaluate("performance.getEntriesByType('resource').map(({name}) => name)")

    assert page.locator("ww-offer").count() == 0
    assert any("widget.js" in name for name in requested)
    assert not any("offer" in name for name in requested)


def test_an_offer_moves_nothing_on_the_page(example: Page) -> None:
    before = example.evaluate(LAYOUT)
    example.locator("b").dblclick()
    expect(example.get_by_role("button", name="Look up “bank”")).to_be_visible()

    assert example.evaluate(LAYOUT) == before


def test_an_offer_violates_no_guideline(example: Page) -> None:
    before = violations(example)
    example.locator("b").dblclick()
    expect(example.get_by_role("button", name="Look up “bank”")).to_be_visible()

    assert violations(example) == before


def test_an_offer_opens_the_bubble_with_the_answer(example: Page) -> None:
    example.locator("b").dblclick()
    example.get_by_role("button", name="Look up “bank”").click()
    panel = example.get_by_role("dialog", name="Wordwire")

    expect(panel.locator("ww-exchange h3")).to_contain_text("“We sat on the bank of the river and waited.”")
    expect(panel.locator("ww-exchange .card")).to_contain_text("sloping land")


def test_an_offer_stays_near_its_word_and_inside_the_window(example: Page) -> None:
    example.locator("b").dblclick()
    offer = example.get_by_role("button", name="Look up “bank”")
    expect(offer).to_be_visible()
    word, button = example.locator("b").bounding_box(), offer.bounding_box()
    assert word is not None
    assert button is not None
    assert 0 <= button["y"] - (word["y"] + word["height"]) < 20
    example.set_viewport_size({"width": 320, "height": 300})
    example.locator("b").evaluate("element => element.scrollIntoView({block: 'end'})")

    word, button = example.locator("b").bounding_box(), offer.bounding_box()
    assert word is not None
    assert button is not None
    assert button["y"] + button["height"] <= word["y"]
    assert button["x"] >= 0
    assert button["x"] + button["width"] <= 320
