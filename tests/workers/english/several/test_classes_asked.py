"""Questions for one class or another, and their hedges."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask
from workers.english.several.classes_asked import classes_asked
from workers.english.understood import Understood

if TYPE_CHECKING:
    from workers.english.term_finder import TermFinder
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "classes", "hedge"),
    [
        ("is a spoon cutlery, silverware or both", ["cutlery", "silverware"], ""),
        ("is a spoon a kind of tool or a sort of weapon?", ["tool", "weapon"], ""),
        ("is a spoon cutlery, yes or no", ["cutlery"], ""),
        ("is a spoon cutlery or zxcv", ["cutlery"], ""),
        ("a spoon isn't cutlery, right?", ["cutlery"], "not"),
        ("is a spoon cutlery or not, please", ["cutlery"], ""),
        ("is a spoon technically cutlery", ["cutlery"], "technically"),
        ("is a spoon cutlery, strictly speaking?", ["cutlery"], "strictly speaking"),
        ("is a spoon a weapon or a tool, legally speaking?", ["weapon", "tool"], "legally"),
    ],
)
def test_each_class_is_asked_about(words: TermFinder, text: str, classes: list[str], hedge: str) -> None:
    understood = Understood("is_a", words.term("spoon"), words.term("cutlery"))

    found = classes_asked(words, understood, text)

    assert [each.term2.shown for each in found if each.term2] == classes
    assert {each.hedge for each in found} == {hedge}


def test_each_class_is_asked_about_in_other_words(lexicon: Lexicon) -> None:
    reply = ask(lexicon, "would you put rhubarb under fruit or under vegetable?")

    assert reply.also
    assert reply.option == reply.also.option == "is_a"
    assert "“fruit”" in (reply.text or "")
    assert "vegetable" in (reply.text or "")


def test_a_question_asked_both_ways_is_about_the_first_word(lexicon: Lexicon) -> None:
    text = ask(lexicon, "is a wolf a kind of dog or is a dog a kind of wolf").text or ""

    assert text.startswith("Not “dog” in WordNet: there, a wolf is a kind of canine")


def test_both_answers_are_in_one_reply(lexicon: Lexicon) -> None:
    text = ask(lexicon, "Is a bat a bird or a mammal?").text or ""

    assert "No, not a bird: a bat is a kind of mammal" in text
    assert "Yes: a bat is a kind of mammal" in text
