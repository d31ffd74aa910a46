"""The meanings that people are likely to have in mind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.commands.comparison.prominence import FEW_USES, SHARE, prominent
from workers.commands.term import Term

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def likely(lexicon: Lexicon, word: str) -> list[str]:
    return [lexicon.definition(synset) for synset in Term(lexicon, word).prominent]


def test_a_meaning_that_is_much_rarer_is_not_prominent(lexicon: Lexicon) -> None:
    assert any("sovereign" in gloss for gloss in likely(lexicon, "king"))
    assert not any("checker" in gloss for gloss in likely(lexicon, "king"))


def test_every_part_of_speech_has_a_prominent_meaning(lexicon: Lexicon) -> None:
    parts = {lexicon.pos(synset) for synset in Term(lexicon, "run").prominent}

    assert parts == {"n", "v"}


def test_without_uses_the_first_meanings_are_prominent(lexicon: Lexicon) -> None:
    assert any("cetacean" in gloss for gloss in likely(lexicon, "whale"))
    assert likely(lexicon, "zzz") == []


def test_a_share_of_the_uses_is_enough() -> None:
    commonest, shared, rarer = (1, "n", SHARE * FEW_USES), (2, "n", FEW_USES), (3, "n", FEW_USES - 1)

    assert prominent([commonest, shared, rarer, (4, "s", 0)]) == [1, 2, 4]
