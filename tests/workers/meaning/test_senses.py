"""The senses of a word in a sentence: the one that fits is the likeliest, and the probabilities hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.commands.term import Term
from workers.meaning.senses import WordInSentence, likelihoods

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def in_sentence(lexicon: Lexicon, word: str, sentence: str) -> WordInSentence:
    return Term(lexicon, word, for_reader=True, sentence=sentence).in_sentence


@pytest.mark.parametrize(
    ("word", "sentence", "gloss"),
    [
        ("bank", "we sat on the bank of the river and fished", "sloping land"),
        ("bank", "she deposited the money in the bank", "a financial institution"),
        ("bright", "she is a bright student", "characterized by quickness and ease in learning"),
        ("run", "they run a small bakery", "direct or control"),
    ],
)
def test_the_meaning_that_fits_is_the_likeliest(
    lexicon: Lexicon, word: str, sentence: str, gloss: str
) -> None:
    [found] = likelihoods(lexicon, [in_sentence(lexicon, word, sentence)])

    assert lexicon.definition(max(found, key=found.__getitem__)).startswith(gloss)


@pytest.mark.parametrize("word", ["run", "break", "bank", "serendipity"])
def test_the_likelihoods_of_all_senses_add_up_to_one(lexicon: Lexicon, word: str) -> None:
    asked = in_sentence(lexicon, word, f"they had a {word} in the old town")
    [found] = likelihoods(lexicon, [asked])

    assert list(found) == list(asked.uses)
    assert all(0 <= each <= 1 for each in found.values())
    assert sum(found.values()) == pytest.approx(1, abs=0.05)  # each is rounded to three digits


def test_words_are_answered_together_as_one_by_one(lexicon: Lexicon) -> None:
    asked = [
        in_sentence(lexicon, "bank", "we sat on the bank of the river"),
        in_sentence(lexicon, "river", "we sat on the bank of the river"),
        in_sentence(lexicon, "serendipity", "by serendipity we met"),
        in_sentence(lexicon, "light", "this box is light"),
    ]
    together = likelihoods(lexicon, asked)

    for word, found in zip(asked, together, strict=True):
        [alone] = likelihoods(lexicon, [word])
        assert found == pytest.approx(alone, abs=0.1)  # 8-bit activations are scaled by the batch
    assert likelihoods(lexicon, []) == []


def test_the_word_before_says_which_part_of_speech_is_meant(lexicon: Lexicon) -> None:
    """Nothing else differs between "to" and "the"."""
    chances = {}
    for before in ("to", "the"):
        [found] = likelihoods(lexicon, [in_sentence(lexicon, "cook", f"they asked me for {before} cook")])
        chances[before] = sum(each for synset, each in found.items() if lexicon.pos(synset) == "v")

    assert chances["to"] > chances["the"] + 0.3


def test_a_meaning_that_texts_use_often_is_likelier(lexicon: Lexicon) -> None:
    asked = in_sentence(lexicon, "bank", "it was at the bank")
    rare, *_ = asked.uses
    [before] = likelihoods(lexicon, [asked._replace(uses=dict.fromkeys(asked.uses, 1))])
    [after] = likelihoods(lexicon, [asked._replace(uses=dict.fromkeys(asked.uses, 1) | {rare: 1000})])

    assert after[rare] > before[rare]


def test_the_usual_meaning_is_likelier_in_a_long_sentence_of_a_text(lexicon: Lexicon) -> None:
    sentence = "he told us that it was all about a certain bank and nothing else"  # 14 words
    chances = []
    for end in ("really", "really, really"):
        asked = in_sentence(lexicon, "bank", f"{sentence}, {end}")
        [found] = likelihoods(lexicon, [asked])
        chances.append(found[max(asked.uses, key=asked.uses.__getitem__)])

    assert chances[1] > 2 * chances[0]


def test_an_unknown_word_has_no_senses(lexicon: Lexicon) -> None:
    assert likelihoods(lexicon, [WordInSentence("hola", "hola says he", {})]) == [{}]
