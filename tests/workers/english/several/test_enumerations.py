"""The words that a question lists are all compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared import json_codec
from shared.messages import Context
from tests.workers.questions import ask
from workers.english.several.enumerations import alone, compared, listed
from workers.english.understood import Understood

if TYPE_CHECKING:
    from workers.english.term_finder import TermFinder
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "own", "words_found", "is_end"),
    [
        ("the plural of leaf, ox or knife?", "leaf", ["leaf", "ox", "knife"], True),
        ("hear bun and bin, I can't tell", "bin", ["bun", "bin"], False),
        ('how are "loose," "lose," and "loss" said', "lose", ["loose", "lose", "loss"], False),
        ("if so, and in time: sheep vs. goat", "goat", ["sheep", "goat"], True),
        ("leaf, please", "leaf", [], False),
        ("the plural of sea horse or ox", "sea horse", ["sea horse", "ox"], True),
        ("explain crane and use it", "crane", ["crane"], False),
    ],
)
def test_a_list_has_the_term_and_no_word_of_the_question(
    words: TermFinder, text: str, own: str, words_found: list[str], *, is_end: bool
) -> None:
    terms, ends = listed(words, text, {own})

    assert ([term.shown for term in terms], ends) == (words_found, is_end)


@pytest.mark.parametrize(
    ("command", "text", "pairs"),
    [
        ("difference", "difference between cement, concrete and mortar", "cement concrete, concrete mortar"),
        ("difference", '"cement" and "concrete" and "mortar"', "cement concrete, concrete mortar"),
        ("difference", "cement concrete and mortar", "cement concrete, concrete mortar"),
        ("difference", "cement and mortar, please", ""),
        ("difference", "are acre and hectare the same", ""),  # an are is an area, too
        ("difference", "which sets, cement, mortar or matter?", "cement mortar, mortar matter"),
        (
            "rhymes",
            "do cement, mortar and slaughter rhyme?",
            "cement mortar, cement slaughter, mortar slaughter",
        ),
        ("rhymes", "what rhymes with cement and mortar", ""),
        ("pronunciation", "are cement and mortar said alike", "cement mortar, mortar -"),
        (
            "pronunciation",
            "cement, mortar, martyr: same sound?",
            "cement mortar, mortar martyr, martyr cement",
        ),
        ("pronunciation", "say cement and mortar", ""),
        ("synonyms", "cement, concrete and mortar", ""),
    ],
)
def test_each_listed_word_is_compared(words: TermFinder, command: str, text: str, pairs: str) -> None:
    found = compared(words, Understood(command, words.term("cement"), words.term("mortar")), text)

    shown = [f"{each.term.shown} {each.term2.shown if each.term2 else '-'}" for each in found if each.term]
    assert shown == list(filter(None, pairs.split(", ")))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rice cook oven difference", ["Rice (noun)", "Cook (noun)", "Oven (noun)"]),
        (
            "do male, mail and mall sound the same",
            [
                "Yes, in American English: male and mail",
                "No: mail and mall",
                "No: mall and male",
                "Mall is pronounced",
            ],
        ),
        ("do soul, foul and bowl rhyme?", ["No: soul does", "Yes: soul rhymes with bowl", "No: foul does"]),
        ('I hear no difference between "bat" and "bet". How is each pronounced?', ["Bat is", "Bet is"]),
    ],
)
def test_no_word_of_a_comparison_is_dropped(lexicon: Lexicon, text: str, said: list[str]) -> None:
    reply = ask(lexicon, text).text or ""

    assert [part for part in said if part not in reply] == []


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("say tell speak when to use each one", "say tell, tell speak"),
        ("difference between a crow a rook and a raven", "crow rook, rook raven"),
        ("hear / listen / overhear - explain please", "hear listen, listen overhear"),
        ("big large huge - what's the difference", "big large, large huge"),
        ("which is better, start or begin", "start begin"),
        ("comprise, compose, constitute", "comprise compose, compose constitute"),
        ("lunch dinner supper", "lunch dinner, dinner supper"),
        ("tortoise, turtle or terrapin?", "tortoise turtle, turtle terrapin"),
        ("napkin, serviette", "napkin serviette"),
    ],
)
def test_no_word_of_a_list_is_left_out(lexicon: Lexicon, text: str, pairs: str) -> None:
    found, said = ask(lexicon, text), []
    while found:
        assert found.option == "difference"
        said.append(" ".join(word["word"] for word in json_codec.loads(found.response)[0]["words"]))
        found = found.also

    assert said == pairs.split(", ")


def test_words_of_different_fields_are_no_list(words: TermFinder) -> None:
    for text in (
        "book table run",
        "hot dog stand",
        "dogs chase cats",
        "all right or alright",
        "1 2 3 4",
        "cat dog",
        "bow bow bow",
    ):
        assert alone(words, text) == []


def test_words_alone_carry_on_the_question_before(lexicon: Lexicon) -> None:
    reply = ask(lexicon, "goose, ox and mouse", Context("inflect", "sheep", form="plural"))

    assert reply.option == "inflect"
