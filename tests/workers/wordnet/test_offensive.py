"""Offensive words are never offered: no suggestion, completion, correction or random word."""

from __future__ import annotations

import string
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import look_up
from workers.wordnet.correction.spelling import nearest
from workers.wordnet.offensive import _LISTED, is_offensive, offensive_lemmas

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

# WordNet marks the first four, the others are on the list.
OFFENSIVE = ("peeing", "shegetz", "kike", "wetback", "whore", "cunt", "bitch", "prick", "fuck", "negress")
HARMLESS = ("boy", "suit", "queen", "tool", "fairy", "screw", "where", "price", "snatch", "penis")


def slips(word: str) -> list[str]:
    """Return every word that one slip makes of `word`."""
    parts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    return [
        *(left + right[1:] for left, right in parts if right),
        *(left + right[1] + right[0] + right[2:] for left, right in parts if len(right) > 1),
        *(left + letter + right[1:] for left, right in parts for letter in string.ascii_lowercase[::5]),
    ]


def test_the_words_marked_by_wordnet_and_those_on_the_list_are_offensive(lexicon: Lexicon) -> None:
    assert all(is_offensive(lexicon, name) for name in OFFENSIVE)
    assert not any(is_offensive(lexicon, name) for name in HARMLESS)


def test_every_word_on_the_list_exists(lexicon: Lexicon) -> None:
    assert [name for name in _LISTED if name not in lexicon] == []


@pytest.mark.parametrize("word", OFFENSIVE)
def test_an_offensive_word_is_answered_when_asked(lexicon: Lexicon, word: str) -> None:
    assert look_up(lexicon, "definition", word)


def test_no_typo_leads_to_an_offensive_word(lexicon: Lexicon) -> None:
    for word in OFFENSIVE:
        offered = {near for slip in slips(word) for near in nearest(lexicon, slip, 10)}

        assert not [near for near in offered if is_offensive(lexicon, near.replace(" ", "_"))]


def test_no_completion_is_offensive(lexicon: Lexicon) -> None:
    offensive = [lexicon.lemma_name(lemma) for lemma in offensive_lemmas(lexicon)]
    prefixes = {name[:length] for name in offensive for length in range(1, len(name) + 1)}
    names = Counter(
        name[:length]
        for name in lexicon.lemma_names()
        for length in range(1, len(name) + 1)
        if name[:length] in prefixes
    )
    for prefix in prefixes:
        found = look_up(lexicon, "suggest", prefix)

        unwanted = sum(name.startswith(prefix) for name in offensive)
        assert not [name for name in found if is_offensive(lexicon, name)], prefix
        assert len(found) == min(20, names[prefix] - unwanted)
