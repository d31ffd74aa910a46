"""The meaning that a question claims for a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.commands.comparison.claimed_meaning import claim_in, claimed_meaning

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("does literally actually mean figuratively now?", "figuratively"),
        ("can gay still mean happy these days", "happy"),
        ("does bimonthly mean twice a month or what", "twice a month"),
        ("He says “spectacles” for glasses, is that meaning still listed?", "glasses"),
        ('She used "parlour" when she meant a sitting room; is it in the dictionary?', "sitting room"),
        ("the plural for a goose, is it still geese", ""),
        ("what does it mean", ""),
        ("do big and large mean the same", ""),
    ],
)
def test_the_claim_stands_behind_mean(text: str, claim: str) -> None:
    assert claim_in(text) == claim


@pytest.mark.parametrize(
    ("word", "text", "is_so", "nearest"),
    [
        ("terrific", "does terrific still mean terrifying", True, "causing extreme terror"),
        ("decimate", "does decimate mean to kill one in ten", False, "kill one in every ten"),
        ("sick", "does sick mean good", False, ""),
    ],
)
def test_the_nearest_meaning_of_the_word_is_found(
    lexicon: Lexicon, word: str, text: str, is_so: bool, nearest: str
) -> None:
    found = claimed_meaning(lexicon, word, text)

    assert found
    assert found.is_so == is_so
    assert found.nearest.startswith(nearest)
    assert bool(found.nearest) == bool(nearest)


def test_other_questions_claim_none(lexicon: Lexicon) -> None:
    assert claimed_meaning(lexicon, "sick", "what does sick mean") is None
    assert claimed_meaning(lexicon, "zzqx", "does zzqx mean good") is None
