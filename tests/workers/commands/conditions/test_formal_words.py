"""Rarer words come first where formal ones are asked for, and informal ones are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.messages import Question, Where
from workers.commands.conditions.formal_words import asks_formal, formal_first
from workers.commands.table import answer_reader

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def test_formal_words_are_asked_for_by_several_names() -> None:
    assert asks_formal(Where(about="formal"))
    assert asks_formal(Where(about="professional"))
    assert not asks_formal(Where(about="informal"))
    assert not asks_formal(Where(letters=4))


def test_single_and_rare_words_come_first(lexicon: Lexicon) -> None:
    [synset] = set(lexicon.synsets("proceed", "v")[:2]) & set(lexicon.synsets("carry_on"))

    assert formal_first(lexicon, synset, ["carry_on", "go", "proceed"]) == ["proceed", "go", "carry_on"]


def test_a_list_of_synonyms_follows_that_order_without_informal_words(lexicon: Lexicon) -> None:
    asked = Question("synonyms", "policeman", where=Where(about="formal"))
    plain = answer_reader(lexicon, Question("synonyms", "begin")).senses or []
    formal = answer_reader(lexicon, Question("synonyms", "begin", where=Where(about="formal"))).senses or []

    assert "cop" not in answer_reader(lexicon, asked).response
    assert sorted(formal[0].synonyms) == sorted(plain[0].synonyms)
    assert formal[0].synonyms[0] == "commence"
