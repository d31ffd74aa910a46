"""Words are divided where English words can begin."""

from __future__ import annotations

import pytest

from workers.wordnet.pronunciation.phones import decode, encode
from workers.wordnet.pronunciation.syllables import syllables


def divided(sounds: str) -> str:
    """Return the syllables in ARPAbet, with a hyphen between two."""
    return " - ".join(
        decode(bytes([*syllable.onset, syllable.vowel, *syllable.coda]))
        for syllable in syllables(encode(sounds))
    )


@pytest.mark.parametrize(
    "expected",
    [
        "L AY1 T",
        "K ER1 - N AH0 L",
        "IH0 K - S T R IY1 M",
        "S AH0 B - S K R AY1 B",
        "AH0 T - L AE1 N - T IH0 K",
        "AH0 - K Y UW1 Z",
        "HH AE1 P - IY0",  # a stressed short vowel keeps the consonant
        "P AH0 - T EY1 - T OW0",
        "S T AO1 R - IY0",  # so does a vowel before R
        "S IH1 NG - ER0",
        "F IH1 NG - G ER0",
        "M EH1 N - Y UW0",
        "K EY1 - AA2 S",
    ],
)
def test_words_are_divided_by_maximal_onset(expected: str) -> None:
    assert divided(expected.replace(" - ", " ")) == expected


def test_phones_without_a_vowel_are_no_syllable() -> None:
    assert syllables(encode("HH M")) == []


def test_a_syllable_knows_its_stress() -> None:
    assert [syllable.stress for syllable in syllables(encode("EY1 K AO0 R N Z W AA2"))] == [1, 0, 2]
