"""Relatives of a sense: what derives from it or pertains to it, and the other way round."""

from __future__ import annotations

import pytest

from workers.commands.word_facts.relatives import beginning, relatives
from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("word", "pos", "relative"),
    [
        ("quick", "a", "quickness"),  # a derivation
        ("quick", "a", "quickly"),  # which pertains to it
        ("lunar", "a", "moon"),  # to which it pertains
        ("wide", "a", "width"),  # an attribute
    ],
)
def test_a_sense_has_relatives_in_both_directions(
    lexicon: Lexicon, word: str, pos: str, relative: str
) -> None:
    synset = lexicon.synsets(word, pos)[0]
    senses = lexicon.senses_of(synset, [word])

    assert relative in {lexicon.sense_word(sense).lower() for sense in relatives(lexicon, senses)}


def test_an_attribute_without_the_same_beginning_is_no_relative(lexicon: Lexicon) -> None:
    ugly = lexicon.senses_of(lexicon.synsets("ugly", "a")[0], ["ugly"])

    assert "beauty" not in {lexicon.sense_word(sense) for sense in relatives(lexicon, ugly)}
    assert beginning("ugly") != beginning("beauty")
