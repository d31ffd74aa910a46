"""A hint names a sense by a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.commands.term import Term
from workers.commands.word_facts.named_sense import sense_named

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("word", "hint", "gloss"),
    [
        ("bat", "the animal", "mouselike"), ("bank", "of the river", "sloping land"),
        ("crane", "the bird", "wading bird"), ("bank", "money", "financial institution"),
        ("crane", "the machine not the bird", "lifts"), ("mole", "not the animal", "sauce"),
        ("major", "in music", "scale"), ("scale", "in music", "notes"),
        ("seal", "the animal rather than the stamp", "marine mammals"),
    ],
)  # fmt: skip
def test_a_word_names_a_sense(lexicon: Lexicon, word: str, hint: str, gloss: str) -> None:
    number = sense_named(lexicon, word, hint)

    assert gloss in lexicon.definition(Term(lexicon, word, for_reader=True).meanings[number - 1])


@pytest.mark.parametrize("hint", ["", "that kind", "zzqx"])
def test_a_hint_without_a_word_of_any_sense_names_none(lexicon: Lexicon, hint: str) -> None:
    assert sense_named(lexicon, "bank", hint) == 0
