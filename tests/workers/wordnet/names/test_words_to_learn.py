"""Words to learn are neither names nor everyday words, nor forms of others, nor indelicate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.wordnet.names.words_to_learn import SHORTEST, words_to_learn
from workers.wordnet.offensive import offensive_lemmas

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.fixture(scope="module")
def words(lexicon: Lexicon) -> list[str]:
    return [lexicon.lemma_name(lemma) for lemma in lexicon.tables["words_to_learn"]]


def test_the_snapshot_has_the_words_that_this_code_finds(lexicon: Lexicon) -> None:
    """If not, the format needs another number."""
    assert list(lexicon.tables["words_to_learn"]) == list(words_to_learn(lexicon))


def test_they_are_neither_names_nor_everyday_nor_indelicate(words: list[str]) -> None:
    assert 3_500 < len(words) < 5_000
    assert {"enigmatic", "rustic", "ponderous"} <= set(words)
    assert {"dog", "house", "seattle", "pissis", "urinate", "yacht_club"}.isdisjoint(words)


def test_they_are_single_words_in_their_dictionary_form(lexicon: Lexicon, words: list[str]) -> None:
    for word in words:
        assert word.isalpha()
        assert len(word) >= SHORTEST
        assert all(lexicon.dictionary_forms(word, pos) in ([], [word]) for pos in "nvar")


def test_none_is_offensive(lexicon: Lexicon) -> None:
    assert offensive_lemmas(lexicon).isdisjoint(lexicon.tables["words_to_learn"])
