"""The long form of an abbreviation, where a question asks for it or has it in capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask
from workers.english.wording.long_forms_asked import asks_long_form, on_long_form

if TYPE_CHECKING:
    from workers.english.term_finder import TermFinder
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("what does GPS stand for?", "GPS stands for “Global Positioning System”. GPS (noun): "),
        ("full form of html", "Html stands for “hypertext markup language”. Html (noun): "),
        ("what does NAFTA mean", "NAFTA stands for “North American Free Trade Agreement”. "),
    ],
)
def test_the_long_form_leads_the_meaning(lexicon: Lexicon, text: str, start: str) -> None:
    assert (ask(lexicon, text).text or "").startswith(start)


@pytest.mark.parametrize(
    ("word", "text", "said"),
    [
        ("NATO", "is nato an acronym", ["stands_for", "acronym"]),
        ("GPS", "is it an acronym", ["stands_for", "initialism"]),
        ("GPS", "define gps", ["stands_for"]),
        ("cat", "define cat", []),
        ("walk", "what does walk stand for", []),
    ],
)
def test_what_is_said_of_an_abbreviation(words: TermFinder, word: str, text: str, said: list[str]) -> None:
    term = words.term(word)

    assert term
    assert [each.key for each in on_long_form(words.lexicon, term, text)] == said


def test_only_an_abbreviation_has_a_long_form(words: TermFinder) -> None:
    texts = {"gps": "gps in full", "dog": "dog in full", "html": "define html"}

    asked = [word for word, text in texts.items() if asks_long_form(words.lexicon, words.term(word), text)]
    assert asked == ["gps"]
