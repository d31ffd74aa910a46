"""The meanings that people are likely to have in mind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.commands.comparison.prominence import FEW_USES, SHARE, prominent
from workers.commands.term import Term
from workers.wordnet.sense_order import OwnSenses

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
    uses = {"commonest": SHARE * FEW_USES, "shared": FEW_USES, "rarer": FEW_USES - 1}
    nouns = [OwnSenses("n", [], count) for count in uses.values()]

    senses = dict(enumerate([*nouns, OwnSenses("a", [], 0)]))

    assert prominent(senses, senses) == [0, 1, 3]
