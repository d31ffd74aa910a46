"""The words in which WordNet explains others are those that everybody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.wordnet.names.defining_words import FEWEST, counted_words, defining_words

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize("word", ["water", "oven", "pizza", "umbrella", "used"])
def test_words_that_everybody_knows_define_others(lexicon: Lexicon, word: str) -> None:
    assert word in defining_words(lexicon)


@pytest.mark.parametrize("word", ["forfeiture", "laud", "erstwhile", "perfidious"])
def test_rare_words_do_not(lexicon: Lexicon, word: str) -> None:
    assert word not in defining_words(lexicon)


def test_the_words_are_those_that_occur_often_enough(lexicon: Lexicon) -> None:
    texts = [
        text
        for synset in range(lexicon.synset_count)
        for text in (lexicon.definition(synset), *lexicon.examples(synset))
        if "whisk" in text.lower()
    ]

    assert len(texts) > 0
    assert sum(text.lower().split().count("whisk") for text in texts) < FEWEST
    assert "whisk" not in defining_words(lexicon)


def test_the_snapshot_has_the_words_that_this_code_counts(lexicon: Lexicon) -> None:
    assert sorted(defining_words(lexicon)) == counted_words(lexicon).decode().split()
