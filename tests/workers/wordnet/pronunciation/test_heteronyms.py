"""Heteronyms: what each sound of a word is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.wordnet.pronunciation.heteronyms import _LACKING, _MEANT, heteronyms
from workers.wordnet.pronunciation.phones import encode

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def test_the_table_has_all_the_sounds_of_a_word_and_no_other(lexicon: Lexicon) -> None:
    for word, sounds in _MEANT.items():
        assert set(map(encode, sounds)) == lexicon.sounds.spoken(word), word


def test_no_sound_that_is_called_missing_is_there(lexicon: Lexicon) -> None:
    for word, (_, other) in _LACKING.items():
        assert not lexicon.sounds.do_rhyme(word, other), word


def test_homographs_are_among_them(lexicon: Lexicon) -> None:
    assert {"bow", "row", "record", "close"} <= set(heteronyms(lexicon))
    assert "research" not in heteronyms(lexicon)
