"""Which of two words a hint means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.commands.comparison.choice import are_alike, are_alike_or_one, fitting_word, hint_in

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("words", "hint", "word"),
    [
        (("stationary", "stationery"), "letter paper", "stationery"), (("vain", "vein"), "blood", "vein"),
        (("gorilla", "guerrilla"), "ape", "gorilla"), (("dual", "duel"), "swords", "duel"),
        (("vane", "vain", "vein"), "conceited", "vain"), (("bare", "bear"), "animal", "bear"),
    ],
)  # fmt: skip
def test_the_word_with_a_meaning_like_the_hint_fits(
    lexicon: Lexicon, words: tuple[str, ...], hint: str, word: str
) -> None:
    found = fitting_word(lexicon, words, hint)

    assert found
    assert (found.word, found.hint) == (word, hint)


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("pallet", "palate"), "goes with wine"),  # no meaning of the two is like it
        (("exacerbate", "exasperate"), "make worse"),  # a meaning of both
        (("vain", "vein"), ""),
    ],
)
def test_nothing_is_chosen_where_that_is_unclear(lexicon: Lexicon, words: tuple[str, str], hint: str) -> None:
    assert fitting_word(lexicon, words, hint) is None


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("which one is the letter paper", "letter paper"),
        ("for when you say it to their children", "children"),
        ("which spelling is correct", ""),
    ],
)
def test_a_hint_has_no_words_of_the_question_at_its_ends(text: str, hint: str) -> None:
    assert hint_in(text) == hint


def test_words_are_alike_by_sound_or_spelling(lexicon: Lexicon) -> None:
    assert are_alike(lexicon, "complacent", "complaisant")
    assert are_alike(lexicon, "palate", "palette")
    assert not are_alike(lexicon, "cat", "dog")
    assert not are_alike(lexicon, "cat", "cat")


def test_words_can_also_mean_the_same(lexicon: Lexicon) -> None:
    assert are_alike_or_one(lexicon, "gaol", "jail")
    assert not are_alike_or_one(lexicon, "cat", "dog")
    assert not are_alike_or_one(lexicon, "cat", "cat")
