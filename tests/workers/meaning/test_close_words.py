"""Words that fit nearly as well as the first one are close, and its opposites are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.meaning.close_words import is_close, without_opposites
from workers.meaning.word_search import Found

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def found(lexicon: Lexicon, word: str, score: float) -> Found:
    """Return a word in its first adjective, verb or noun meaning."""
    return Found(lexicon.number_of(word), (lexicon.synsets(word, "a") or lexicon.synsets(word))[0], score)


@pytest.mark.parametrize(
    ("word", "score", "close"),
    [
        ("island", 0.8, True),
        ("island", 0.6, False),
        ("gigantic", 0.6, True),  # of the same cluster as huge
        ("gigantic", 0.3, False),
    ],
)
def test_a_word_is_close_by_its_score_or_its_cluster(
    lexicon: Lexicon, word: str, score: float, close: bool
) -> None:
    words = [found(lexicon, "huge", 0.9), found(lexicon, word, score)]

    assert is_close(lexicon, words) == [True, close]


def test_kinds_of_the_first_word_are_close_and_broader_words_are_not(lexicon: Lexicon) -> None:
    words = [found(lexicon, name, score) for name, score in (("boat", 0.9), ("tugboat", 0.6), ("craft", 0.6))]

    assert is_close(lexicon, words) == [True, True, False]


@pytest.mark.parametrize(
    ("description", "left"),
    [("of great courage", ["brave"]), ("not brave", ["brave", "cowardly", "craven"])],
)
def test_opposites_of_the_first_word_are_left_out_unless_it_is_negated(
    lexicon: Lexicon, description: str, left: list[str]
) -> None:
    words = [found(lexicon, word, 0.8) for word in ("brave", "cowardly", "craven")]

    kept = without_opposites(lexicon, words, description)

    assert [lexicon.lemma_name(each.lemma) for each in kept] == left
