"""Offensive words are never offered: no suggestion, completion, correction or random word."""

from __future__ import annotations

import string
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import look_up
from workers.wordnet.correction.spelling import nearest
from workers.wordnet.offensive import _HARMLESS_PARTS, _LISTED, _RUDE, is_offensive, never_offered

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
    assert [name for name in _LISTED | _RUDE if name not in lexicon] == []


def test_a_name_with_an_offensive_part_is_never_offered_but_can_be_asked_for(lexicon: Lexicon) -> None:
    for name in ("ball_cock", "dick_test", "spic-and-span", "tinker's_damn", "cock's_eggs", "date_rape"):
        typo = name.replace("_", " ").replace("s", "").replace("ll", "l")

        assert name in never_offered(lexicon)
        assert not is_offensive(lexicon, name)
        assert look_up(lexicon, "definition", name)
        assert name.replace("_", " ") not in nearest(lexicon, typo, 10)


def test_a_part_of_another_meaning_is_harmless(lexicon: Lexicon) -> None:
    assert never_offered(lexicon).isdisjoint(["homo_sapiens", "paddy_field", "lech_walesa", "cockpit"])
    assert all(is_offensive(lexicon, part) for part in _HARMLESS_PARTS)


@pytest.mark.parametrize("word", OFFENSIVE)
def test_an_offensive_word_is_answered_when_asked(lexicon: Lexicon, word: str) -> None:
    assert look_up(lexicon, "definition", word)


def test_no_typo_leads_to_an_offensive_word(lexicon: Lexicon) -> None:
    for word in OFFENSIVE:
        offered = {near for slip in slips(word) for near in nearest(lexicon, slip, 10)}

        assert not [near for near in offered if is_offensive(lexicon, near.replace(" ", "_"))]
    assert "raping" not in nearest(lexicon, "rraping", 10)  # a form of a rude word


def test_no_completion_is_offensive(lexicon: Lexicon) -> None:
    offensive = never_offered(lexicon)
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
        assert offensive.isdisjoint(found), prefix
        assert len(found) == min(20, names[prefix] - unwanted)
