"""A slip scores higher than another word of the same letters, and a made-up word lower."""

from __future__ import annotations

import pytest

from workers.wordnet.correction.misspelling import Typed, is_compound, is_derived, sound_of
from workers.wordnet.lexicon import Lexicon


def score(lexicon: Lexicon, term: str, word: str, typos: int = 1) -> float:
    """Return the score of `word` for `term`, as if it were the only one near."""
    weight = lexicon.lemma_weight(lexicon.number_of(word))
    return Typed(lexicon, term).score(word, typos, weight, others=1)


@pytest.mark.parametrize(
    ("likelier", "less_likely"),
    [
        (("begining", "beginning"), ("beginting", "beginning")),  # a letter not doubled, a letter too many
        (("freind", "friend"), ("frieng", "friend")),  # letters swapped, a letter mistaken
        (("knowlege", "knowledge"), ("nnowledge", "knowledge")),  # the first letter is rarely wrong
        (("houze", "house"), ("hauze", "gauze")),  # the commoner word
    ],
)
def test_the_likelier_slip_scores_higher(
    lexicon: Lexicon, likelier: tuple[str, str], less_likely: tuple[str, str]
) -> None:
    assert score(lexicon, *likelier) > score(lexicon, *less_likely)


def test_each_further_typo_lowers_the_score(lexicon: Lexicon) -> None:
    assert score(lexicon, "necesary", "necessary", 1) > score(lexicon, "necesary", "necessary", 2)


def test_many_near_words_lower_the_score(lexicon: Lexicon) -> None:
    typed = Typed(lexicon, "hola")

    assert typed.score("hold", 1, 100, others=1) > typed.score("hold", 1, 100, others=20)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fisiks", "physics"),
        ("playwrite", "playwright"),
        ("nesesery", "necessary"),
        ("nife", "knife"),
        ("jeneral", "general"),
    ],
)
def test_words_that_sound_alike_have_the_same_sound(one: str, other: str) -> None:
    assert sound_of(one) == sound_of(other)


def test_words_that_sound_different_have_other_sounds() -> None:
    assert sound_of("bat") != sound_of("pat")
    assert sound_of("at") != sound_of("it")


def test_words_made_of_words_are_noticed(lexicon: Lexicon) -> None:
    assert is_compound(lexicon, "screenshot")
    assert not is_compound(lexicon, "enviroment")
    assert is_derived(lexicon, "hijabi")
    assert not is_derived(lexicon, "recieve")
