"""Several descriptions in one question are answered one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask
from workers.english.several.descriptions import each_described
from workers.english.term_finder import as_typed
from workers.english.understood import Understood

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("What's a female fox called and a male one?", ["a female fox", "a male fox"]),
        ("what is the fear of dogs called? And of cats?", ["the fear of dogs", "the fear of cats"]),
        (
            "a person who makes barrels, and one who shoes horses",
            ["a person who makes barrels", "a person who shoes horses"],
        ),
        ("name for a place for bees and a place for monks", ["a place for bees", "a place for monks"]),
        (
            "so, what is the word for a stallion's wife, and is there a word for the child?",
            ["a stallion's wife", "the child"],
        ),
        ("a young hare and a young eel, what are they called", ["a young hare", "a young eel"]),
        (
            "a doctor for eyes, a doctor for skin and a doctor for ears",
            ["a doctor for eyes", "a doctor for skin", "a doctor for ears"],
        ),
        ("someone who lies and cheats", ["all"]),
        ("what do you call a knife and a fork together", ["all"]),
        ("what is a young sheep called and why", ["all"]),
        ("ok, what do you call it when the sun and the moon are in line", ["all"]),
    ],
)
def test_descriptions_that_begin_alike_or_ask_for_themselves_are_several(
    text: str, described: list[str]
) -> None:
    found = each_described(Understood("reverse", as_typed("all")), text)

    assert [each.term and each.term.shown for each in found] == described


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("what is the study of birds called, and the study of insects?", ["ornithology", "entomology"]),
        ("What do we call a person who makes bread? And one who mends shoes?", ["baker", "cobbler"]),
        ("what is the opposite of rough and is there a word for a baby cat", ["smooth", "kitten"]),
    ],
)
def test_each_description_gets_its_word(lexicon: Lexicon, text: str, words: list[str]) -> None:
    reply = ask(lexicon, text).text or ""

    assert [word for word in words if word not in reply] == []
