"""The meaning that a question claims for a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.commands.comparison.claimed_meaning import claim_in, claimed_meanings

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
        ('Is "decimate" properly "kill one in ten"?', "kill one in ten"),
        ("is it mean to call somebody a pedagogue", ""),
        ("is it right to say sheeps if you mean many breeds", ""),
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
        ("decimate", "does decimate mean to kill one in ten", True, "kill one in every ten"),
        ("sick", "does sick mean good", False, ""),
    ],
)
def test_the_nearest_meaning_of_the_word_is_found(
    lexicon: Lexicon, word: str, text: str, is_so: bool, nearest: str
) -> None:
    [found] = claimed_meanings(lexicon, word, text)

    assert found.is_so == is_so
    assert found.nearest.startswith(nearest)
    assert bool(found.nearest) == bool(nearest)


def test_other_questions_claim_none(lexicon: Lexicon) -> None:
    assert claimed_meanings(lexicon, "sick", "what does sick mean") == []
    assert claimed_meanings(lexicon, "zzqx", "does zzqx mean good") == []


@pytest.mark.parametrize(
    "text", ["Does “cleave” mean split or to stick?", "does cleave mean both to split and to stick"]
)
def test_each_of_two_claims_is_compared(lexicon: Lexicon, text: str) -> None:
    split, stick = claimed_meanings(lexicon, "cleave", text)

    assert (split.meaning, split.is_so) == ("split", True)
    assert (stick.meaning, stick.is_so) == ("stick", True)
    assert split.nearest != stick.nearest
