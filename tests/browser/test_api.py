"""The page of the HTTP interface offers every lookup as a form, and shows its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext

    from tests.stack import Stack


def test_a_lookup_is_tried_in_a_form(new_context: Callable[..., BrowserContext], stack: Stack) -> None:
    page = new_context().new_page()
    page.goto(stack.gateway.url + "/api")
    page.get_by_label("Lookup").select_option("/v1/hyponyms")
    page.get_by_role("textbox", name="word The term.").fill("goose")
    page.get_by_role("textbox", name="where[starts]").fill("g")
    page.get_by_role("button", name="Ask").click()

    expect(page.get_by_role("status")).to_contain_text('"gosling"')
    expect(page.get_by_text("curl")).to_contain_text("/v1/hyponyms?word=goose&where%5Bstarts%5D=g'")


def test_a_problem_is_shown_and_explained(new_context: Callable[..., BrowserContext], stack: Stack) -> None:
    page = new_context().new_page()
    page.goto(stack.gateway.url + "/api")
    page.get_by_role("textbox", name="word The term.").fill("x" * 101)
    page.get_by_role("button", name="Ask").click()

    expect(page.get_by_role("status")).to_contain_text('"code": "too_long"')
    expect(page.get_by_text("A field is longer than its limit.")).to_be_visible()
