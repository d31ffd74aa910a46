# ruff: noqa: RUF001 (typographic quotes are meant)
"""The dictionary page in Korean: its answers, its refusals, and English marked as English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.guidelines import violations

if TYPE_CHECKING:
    from tests.browser.conftest import OpenChat

# The texts of a page that have Latin letters and no Hangul, in elements whose language is not English.
UNMARKED = """() => {
    const found = [];
    const visit = (node, lang) => {
        if (node.nodeType === Node.TEXT_NODE) {
            const text = node.data.trim();
            if (lang !== "en" && /[a-z]{3}/i.test(text) && !/[가-힣]/.test(text)) found.push(text);
        }
        if (node.nodeType !== Node.ELEMENT_NODE) return;
        if (["STYLE", "SCRIPT", "NOSCRIPT"].includes(node.tagName)) return;
        const own = node.getAttribute("lang") || lang;
        for (const child of (node.shadowRoot ?? node).childNodes) visit(child, own);
    };
    visit(document.body, document.documentElement.lang);
    return found;
}"""
# The Korean texts and labels of elements that are marked as English.
MISMARKED = """() => {
    const found = [];
    const visit = (node, lang) => {
        if (node.nodeType === Node.TEXT_NODE && lang === "en") found.push(node.data);
        if (node.nodeType !== Node.ELEMENT_NODE) return;
        const own = node.getAttribute("lang") || lang;
        const labels = ["aria-label", "placeholder", "title"].map((name) => node.getAttribute(name) ?? "");
        if (own === "en") found.push(...labels);
        for (const child of (node.shadowRoot ?? node).childNodes) visit(child, own);
    };
    visit(document.body, document.documentElement.lang);
    return found.filter((text) => /[가-힣]/.test(text));
}"""
NAMES = {"Word", "wire", "CSV", "Anki"}  # the same in every language


class KoreanChat(Chat):
    """One page with the web client in Korean."""

    def __init__(self, page: Any, url: str) -> None:
        super().__init__(page, url)
        self.box = page.get_by_role("combobox", name="단어 또는 질문")
        self.menu = page.get_by_role("combobox", name="무엇을 찾을까요")


@pytest.fixture
def korean(open_chat: OpenChat) -> KoreanChat:
    """Return the page of a reader whose browser prefers Korean."""
    chat = open_chat(locale="ko-KR")
    return KoreanChat(chat.page, chat.url)


def test_answers_are_in_korean_and_english_is_marked(korean: KoreanChat) -> None:
    synonyms = korean.ask("opposite of car")
    expect(synonyms.locator(".text")).to_contain_text("‘car’의 반의어: WordNet에 없습니다.")
    expect(synonyms.locator(".text [lang=en]")).to_have_text("car")
    expect(korean.ask("geese").locator(".text")).to_have_text("‘geese’의 기본형: goose.")
    expect(korean.ask("happy 뜻").locator(".gloss").first).to_contain_text("joy")
    expect(korean.ask("define blorptastic").locator(".text")).to_contain_text("‘blorptastic’ 항목이 없습니다")
    expect(korean.ask("hello").locator(".text")).to_contain_text("안녕하세요")
    expect(korean.ask("words that start with qu and end with k").locator(".text")).to_contain_text(
        "“qu” 시작"
    )
    expect(korean.ask("where does the word window come from").locator(".text")).to_contain_text("어원이 없")
    expect(korean.look_up("definition", "행복").locator(".text")).to_contain_text("영어로 쓰거나")

    assert [text for text in korean.page.evaluate(UNMARKED) if text not in NAMES] == []
    assert korean.page.evaluate(MISMARKED) == []
    assert violations(korean.page) == []


def test_notes_chips_and_help_are_in_korean(korean: KoreanChat) -> None:
    note = korean.ask("ROFL")
    expect(note.locator(".text")).to_contain_text("“rolling on the floor laughing”의 준말입니다.")
    expect(note.locator(".chip")).to_have_text(
        ["serendipity 뜻풀이", "happy 동의어", "car 부분", "무작위 단어"]
    )
    expect(korean.ask("-ness").locator(".text")).to_contain_text("접미사")
    summaries = korean.ask("help").locator("ww-answer .help span")

    expect(summaries.first).to_have_text("뜻이 같은 모든 단어")
    assert [text for text in korean.page.evaluate(UNMARKED) if text not in NAMES] == []


def test_a_word_on_the_wrong_keyboard_is_read_by_its_keys(korean: KoreanChat) -> None:
    answer = korean.ask("ㅗ메ㅔㅛ")

    expect(answer.locator(".text")).to_contain_text("한글 자판")
    expect(answer.locator(".headword")).to_have_text("happy")


def test_korean_lines_break_between_words_only(korean: KoreanChat) -> None:
    text = korean.ask("hello").locator(".text")

    expect(text).to_have_css("word-break", "keep-all")
    expect(korean.page.locator(".foot")).to_have_attribute("lang", "ko")


def test_a_refusal_is_in_korean(korean: KoreanChat) -> None:
    korean.ask("/synonymz happy")
    error = korean.exchange(0).locator(".error")

    expect(error).to_contain_text("이 서버가 모르는 명령입니다.")
    expect(error).to_contain_text("/synonymz 명령은 없습니다.")
    expect(error.locator("[lang=en]")).to_have_text("/synonymz")
