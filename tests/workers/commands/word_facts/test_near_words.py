"""The nearest words to a misspelt one, little words among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.commands.word_facts.near_words import clearly_meant, nearest_words

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("becuase", "because"),
        ("becos", "because"),
        ("wich", "which"),
        ("thier", "their"),
        ("agianst", "against"),
        ("dosent", "doesn't"),
        ("teh", "the"),
        ("because", "because"),
        ("serendipidy", "serendipity"),
        ("accomodate", "accommodate"),
    ],
)
def test_the_word_that_was_meant_comes_first(lexicon: Lexicon, typed: str, first: str) -> None:
    assert nearest_words(lexicon, typed, 4)[0] == first


def test_a_word_that_is_nearer_comes_before_a_little_one(lexicon: Lexicon) -> None:
    """One letter is left out of *wilderness*; nothing little is as near."""
    assert nearest_words(lexicon, "wildernes", 4)[0] == "wilderness"
    assert len(nearest_words(lexicon, "shoud", 2)) == 2


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("freind", "friend"),
        ("wehn", "when"),
        ("acommodate", "accommodate"),
        ("flustrated", None),
        ("vlog", None),
    ],
)
def test_swapped_or_doubled_letters_tell_the_word_that_is_meant(
    lexicon: Lexicon, typed: str, meant: str | None
) -> None:
    assert clearly_meant(lexicon, typed) == meant
