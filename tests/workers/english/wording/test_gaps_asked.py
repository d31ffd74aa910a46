"""Which of two words fills a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask
from workers.english.wording.gaps_asked import gap_in

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ('breath or breathe: "I can hardly ___ it"', "Rather breathe: a verb fits there. Breath"),
        ('breath or breathe: "take a deep ___"', "Rather breath: a noun fits there."),
        ('prophecy or prophesy: "they ___ed the end"', "Rather prophesy: a verb fits there."),
        (
            'angle or angel: "a guardian ___ watched"',
            "Rather “guardian angel”: WordNet has that, and not “gua",
        ),
        ('averse or adverse: "they are not ___ to risk"', "Rather “averse to”: WordNet has that, and not"),
        ('rein or reign: "the queen\'s ___ was short"', "Probably reign, as far as the definitions"),
        ('elicit or illicit: "the ___ of it"', "WordNet does not tell which of them fits there."),
        ('sense or cents: "it makes ___"', "WordNet does not tell which of them fits there."),
    ],
)
def test_the_word_that_fills_a_gap_comes_first(lexicon: Lexicon, text: str, start: str) -> None:
    reply = ask(lexicon, text)

    assert reply.option == "difference"
    assert (reply.text or "").startswith(start)


@pytest.mark.parametrize("text", ["_ound", "b_l_o_n, a party item", "snake_case or camelCase", "pad or pay"])
def test_a_mask_is_no_gap(text: str) -> None:
    assert gap_in(text) is None
