"""Names get WordNet's capitals, unless they are words as well."""

from __future__ import annotations

import pytest

from workers.wordnet.lexicon import Lexicon
from workers.wordnet.names.capitals import are_names, words_and_names, written


@pytest.mark.parametrize(
    ("name", "shown"),
    [("iraq", "Iraq"), ("turkey", "turkey"), ("moon", "moon"), ("ate", "ate"), ("ice_cream", "ice_cream")],
)
def test_a_name_has_its_capitals(lexicon: Lexicon, name: str, shown: str) -> None:
    assert written(lexicon, name) == shown


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("iraq", True),
        ("i.q.", True),
        ("meq", True),
        ("xiii", True),
        ("photo", False),
        ("moon", False),
        ("ate", False),
        ("zoo", False),
    ],
)
def test_names_and_abbreviations_are_told_from_words(lexicon: Lexicon, name: str, found: bool) -> None:
    assert are_names(lexicon)[lexicon.number_of(name)] == found


def test_every_lemma_is_either_a_word_or_a_name(lexicon: Lexicon) -> None:
    words, names = words_and_names(lexicon)

    assert int((words & names).sum()) == 0
    assert sum(map(int.bit_count, bytes(words | names))) >= lexicon.lemma_count
