"""Classes that a question puts straight beside its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.english.several.classes_offered import classes_offered

if TYPE_CHECKING:
    from workers.english.term_finder import TermFinder


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("is a spoon a tool or a weapon?", ["spoon tool", "spoon weapon"]),
        ("Is a koala both a bear and a marsupial", ["koala bear", "koala marsupial"]),
        ("are almonds nuts or seeds or both", ["almonds nut", "almonds seed"]),
        ("are a spoon and a fork both tools", ["spoon tool", "fork tool"]),
        ("are both the eagle and the owl birds of prey", ["eagle birds of prey", "owl birds of prey"]),
        ("are spoons and forks both zxcv instruments", ["spoons zxcv instruments", "forks zxcv instruments"]),
        ("is my spoon a tool or a weapon", ["spoon tool", "spoon weapon"]),
        ("is whispering speaking", ["whispering speaking"]),
    ],
)
def test_each_word_is_asked_about_with_each_class(words: TermFinder, text: str, pairs: list[str]) -> None:
    found = classes_offered(words, text)

    assert {asked.command for asked in found} == {"is_a"}
    assert [" ".join(term.shown for term in (asked.term, asked.term2) if term) for asked in found] == pairs


def test_a_hedge_is_kept(words: TermFinder) -> None:
    found = classes_offered(words, "is a spoon technically a tool or a weapon")

    assert [asked.hedge for asked in found] == ["technically"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "is lead a noun or a verb",
        "is devour transitive or intransitive",
        "are gaol and jail both right",
        "are begin and start both verbs",
        "is water wet",
        "is boring offensive",
    ],
)
def test_what_is_said_of_words_is_no_class(words: TermFinder, text: str) -> None:
    assert classes_offered(words, text) == []


@pytest.mark.parametrize(
    "text", ["is a thumb part of the hand or a kind of finger?", "is a thumb a finger or part of the hand?"]
)
def test_a_part_is_asked_about_beside_a_class(words: TermFinder, text: str) -> None:
    part, kind = classes_offered(words, text)

    assert (part.command, part.term2) == ("holonyms", None)
    assert (kind.command, kind.term2 and kind.term2.shown) == ("is_a", "finger")
