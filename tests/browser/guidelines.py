"""The guidelines for every view: axe-core's rules, large touch targets, and a focus that keys can move."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.stack.process import CHECKOUT

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

AXE = CHECKOUT / "gateway" / "web" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE: dict[str, Any] = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}
SMALLEST_TARGET_PX = 24  # WCAG 2.2


def violations(page: Page) -> list[str]:
    """Return axe-core's findings on the current page, one line for each violation."""
    page.evaluate(AXE.read_text())
    found: list[dict[str, Any]] = page.evaluate(
        # Without reports on what passes, which nobody reads.
        "tags => axe.run({runOnly: tags, resultTypes: ['violations']}).then(({violations}) => violations)",
        RULES,
    )
    return [f"{each['id']}: {each['help']} {[node['target'] for node in each['nodes']]}" for each in found]


def violations_in_every_guise(page: Page) -> list[str]:
    """Return axe-core's findings in both themes and both languages of the client, one after the other."""
    found: list[str] = []
    for theme, language in product(("light", "dark"), ("en", "ko")):
        page.locator("wordwire-chat").evaluate(
            """(chat, [theme, lang]) => {
                document.documentElement.style.colorScheme = theme;
                Object.assign(chat, {theme, lang});
                return chat.updateComplete;
            }""",
            [theme, language],
        )
        expect(page.locator("wordwire-chat .foot")).to_have_attribute("lang", language)
        found += [f"{theme}, {language}: {violation}" for violation in violations(page)]
    return found


def small_targets(targets: Locator) -> list[tuple[str, Any]]:
    """Return the `targets` that are too small to touch, each with its box."""
    return [
        (target.inner_text(), box)
        for target in targets.all()
        if (box := target.bounding_box()) is not None
        and min(box["width"], box["height"]) < SMALLEST_TARGET_PX
    ]


def tab_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Press Tab until `target` has the focus."""
    for _ in range(60):
        page.keyboard.press(key)
        if target.evaluate("element => element.getRootNode().activeElement === element"):
            return
    pytest.fail(f"{key} never reached {target}")


def has_visible_focus(element: Locator) -> bool:
    """Return whether a visible ring surrounds the element."""
    width: str = element.evaluate("element => getComputedStyle(element).outlineWidth")
    return float(width.removesuffix("px")) >= 2
