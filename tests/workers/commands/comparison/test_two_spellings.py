"""Two spellings of one word are told from words that merely look alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.commands.comparison.two_spellings import are_one_word
from workers.commands.term import Term

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def is_one_word(lexicon: Lexicon, pair: str, sounds: str | None) -> bool:
    word, word2 = pair.split()
    return are_one_word(Term(lexicon, word, word2=word2), sounds)


def test_words_of_one_sound_share_their_main_meanings(lexicon: Lexicon) -> None:
    assert is_one_word(lexicon, "grey gray", "homophones")
    assert not is_one_word(lexicon, "story storey", "homophones")
    assert not is_one_word(lexicon, "check cheque", "homophones")


def test_of_words_with_the_same_vowels_one_may_lack_a_meaning(lexicon: Lexicon) -> None:
    assert is_one_word(lexicon, "organise organize", None)
    assert is_one_word(lexicon, "practice practise", "homophones")


@pytest.mark.parametrize("pair", ["ensure insure", "inalienable unalienable"])
def test_words_that_begin_differently_must_sound_the_same(lexicon: Lexicon, pair: str) -> None:
    assert not is_one_word(lexicon, pair, "near_homophones")


def test_words_of_another_sound_or_meaning_are_others(lexicon: Lexicon) -> None:
    assert not is_one_word(lexicon, "farther further", None)
    assert not is_one_word(lexicon, "affect effect", "homophones")
    assert not is_one_word(lexicon, "colour rizz", None)
