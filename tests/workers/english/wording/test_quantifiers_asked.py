"""Which quantifier goes with a noun, by WordNet's definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask
from workers.english.wording.quantifiers_asked import on_quantifiers

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("should it be less or fewer with accidents?", "Rather “fewer accidents”: by its definition, fewer"),
        ('do you say "fewer traffic" or "less traffic"?', "Rather “less traffic”: by its definition, less"),
        ("“less than six eggs” or “fewer than six eggs”?", "Rather “fewer eggs”"),
        ("does much or many go with forks?", "Rather “many forks”"),
        ("few or little with patience", "Rather “little patience”: by its definition"),
        ("fewer children or less children?", "Rather “fewer children”"),
        ("less or fewer?", "Less (adjective)"),
    ],
)
def test_plurals_are_counted_and_singulars_are_not(lexicon: Lexicon, text: str, start: str) -> None:
    assert (ask(lexicon, text).text or "").startswith(start)


@pytest.mark.parametrize("around", ["· or · with sheep", "· or · data", "· or · with quickly"])
def test_some_nouns_do_not_tell(lexicon: Lexicon, around: str) -> None:
    assert on_quantifiers(lexicon, ["less", "fewer"], around) == []


def test_other_words_are_no_quantifiers(lexicon: Lexicon) -> None:
    assert on_quantifiers(lexicon, ["big", "large"], "· or · houses") == []
