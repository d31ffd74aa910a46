"""What CMUdict can't tell about a sound is said, and a merger of some accents is called one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("how do the British say vase", "is American and does not say how others speak."),
        ("how is psalm pronounced and why is there a p", "I can't tell why"),
        ("how many syllables are in zymurgy", "By its spelling, I guess 3 syllables."),
    ],
)
def test_what_the_dictionary_can_not_tell_is_said(lexicon: Lexicon, text: str, end: str) -> None:
    assert end in (ask(lexicon, text).text or "")


def test_a_merger_of_some_accents_is_not_called_the_same(lexicon: Lexicon) -> None:
    assert (ask(lexicon, "do caught and cot sound the same").text or "").startswith("For some Americans, but")
    assert (ask(lexicon, "do pair and pear sound the same").text or "").startswith("Yes, in American English")
