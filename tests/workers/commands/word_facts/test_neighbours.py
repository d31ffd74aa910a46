"""The words around a meaning are near to it, other words than it, and no other things."""

from __future__ import annotations

import pytest

from tests.workers.questions import ask
from workers.commands.term import Term
from workers.commands.word_facts.neighbours import neighbours
from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("word", "near", "not_near"),
    [
        ("house", "dwelling", "guesthouse"),
        ("knife", "", "chisel"),
        ("walk", "stride", "walk"),
        ("money", "currency", "token money"),
    ],
)
def test_words_around_a_meaning(lexicon: Lexicon, word: str, near: str, not_near: str) -> None:
    term = Term(lexicon, word, for_reader=True)
    found = neighbours(term, term.meanings[0])

    assert {near} - {""} <= set(found)
    assert not_near not in found


def test_a_meaning_without_any_word_around_it_has_none(lexicon: Lexicon) -> None:
    term = Term(lexicon, "busily", for_reader=True)

    assert neighbours(term, term.meanings[0]) == []


def test_synonyms_that_lack_the_first_meaning_begin_with_its_neighbours(lexicon: Lexicon) -> None:
    text = ask(lexicon, "another word for house").text or ""

    assert text.startswith("Close in meaning to house: dwelling")
    assert "firm" in text
