"""The words around a meaning, the nearest first."""

from __future__ import annotations

import pytest

from shared.messages import Where
from workers.commands.conditions.words_around import likely_meanings, words_around
from workers.commands.term import Term
from workers.wordnet.lexicon import Lexicon


def around(lexicon: Lexicon, word: str, where: Where | None) -> list[str]:
    term = Term(lexicon, word, for_reader=True, where=where)
    return words_around(term, likely_meanings(term))


@pytest.mark.parametrize(
    ("word", "where", "near"),
    [
        ("say", Where(starts="mu"), "mutter"),  # a way to talk, and "utter" means both
        ("happy", Where(starts="me"), "merry"),  # similar to a word that happy is similar to
        ("shout", Where(letters=7), "exclaim"),
        ("brave", Where(starts="d"), "dauntless"),
    ],
)
def test_words_a_few_steps_away_are_found(lexicon: Lexicon, word: str, where: Where, near: str) -> None:
    assert near in around(lexicon, word, where)


def test_ways_to_do_it_come_before_other_verbs(lexicon: Lexicon) -> None:
    first = around(lexicon, "walk", Where(starts="s"))[:8]

    assert {"stride", "stroll"} <= set(first)
    assert "speed" not in first


def test_things_beside_a_thing_are_other_things(lexicon: Lexicon) -> None:
    assert "saw" not in around(lexicon, "hammer", Where(letters=3))


def test_names_that_mean_another_thing_first_are_not_close_to_a_thing(lexicon: Lexicon) -> None:
    assert "tanker" in around(lexicon, "ship", Where(letters=6))
    assert "pirate" not in around(lexicon, "ship", Where(letters=6))


def test_a_word_is_not_close_to_itself_and_nothing_is_without_conditions(lexicon: Lexicon) -> None:
    assert "walk" not in around(lexicon, "walk", Where(starts="w"))
    assert around(lexicon, "walk", None) == []
