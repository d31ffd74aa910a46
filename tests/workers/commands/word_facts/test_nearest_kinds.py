"""The kinds that come nearest to a description come first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.messages import Question, Where
from workers.commands.word_facts.nearest_kinds import nearest_kinds, nearest_words

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("word", "condition", "among"),
    [
        ("eat", "like a hungry wolf", {"wolf_down", "gobble"}),
        ("laugh", "like a witch", {"cackle"}),
        ("vehicle", "for babies", {"baby buggy", "pram", "perambulator", "stroller", "baby_carriage"}),
        ("river", "in Egypt", {"Nile", "White_Nile"}),
    ],
)
def test_kinds_come_by_their_nearness(lexicon: Lexicon, word: str, condition: str, among: set[str]) -> None:
    assert among & set(nearest_kinds(lexicon, Question("hyponyms", word), condition, 6))


def test_other_conditions_count(lexicon: Lexicon) -> None:
    question = Question("hyponyms", "bird", where=Where(starts="o"))

    found = nearest_kinds(lexicon, question, "that cannot fly", 6)

    assert "ostrich" in found
    assert all(name.lower().startswith("o") for name in found)


@pytest.mark.parametrize("word", ["red", "zzqx", "serendipity"])
def test_words_without_kinds_have_none(lexicon: Lexicon, word: str) -> None:
    assert nearest_kinds(lexicon, Question("hyponyms", word), "for fun", 6) == []


def test_words_of_certain_letters_come_by_their_nearness(lexicon: Lexicon) -> None:
    found = nearest_words(lexicon, Where(starts="card"), "health", 6)

    assert "cardiovascular" in found
    assert all(name.startswith("card") for name in found)


def test_far_words_are_none(lexicon: Lexicon) -> None:
    assert nearest_words(lexicon, Where(ends="tropism"), "weddings", 6) == []
    assert nearest_words(lexicon, Where(starts="zzq"), "weddings", 6) == []
