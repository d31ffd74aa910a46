"""Homographs get their parts of speech by stress, by the final sound, or from a list."""

from __future__ import annotations

import pytest

from workers.wordnet.pronunciation.homographs import parts_of_speech
from workers.wordnet.pronunciation.phones import encode
from workers.wordnet.pronunciation.sounds import ANY_POS, POS_BITS


def bits(letters: str) -> int:
    return sum(POS_BITS[letter] for letter in letters)


@pytest.mark.parametrize(
    ("word", "possible", "sounds"),
    [
        ("record", "nv", {"R EH1 K ER0 D": "n", "R AH0 K AO1 R D": "v"}),
        ("records", "nv", {"R EH1 K ER0 D Z": "n", "R IH0 K AO1 R D Z": "v"}),
        ("content", "nva", {"K AA1 N T EH0 N T": "n", "K AH0 N T EH1 N T": "va"}),
        ("use", "nv", {"Y UW1 S": "n", "Y UW1 Z": "v"}),
        ("uses", "nv", {"Y UW1 S AH0 Z": "n", "Y UW1 Z IH0 Z": "v"}),
        ("close", "nvar", {"K L OW1 S": "ar", "K L OW1 Z": "nv"}),
        ("moderate", "nva", {"M AA1 D ER0 AH0 T": "na", "M AA1 D ER0 EY2 T": "v"}),
        ("estimates", "nv", {"EH1 S T AH0 M AH0 T S": "n", "EH1 S T AH0 M EY2 T S": "v"}),
        ("lead", "nv", {"L IY1 D": "nv", "L EH1 D": "n"}),
        ("dove", "nv", {"D AH1 V": "n", "D OW1 V": "v"}),
    ],
)
def test_each_pronunciation_has_its_parts_of_speech(word: str, possible: str, sounds: dict[str, str]) -> None:
    found = parts_of_speech(word, [encode(each) for each in sounds], bits(possible))

    assert found == [bits(letters) for letters in sounds.values()]


@pytest.mark.parametrize(
    ("word", "possible", "sounds"),
    [
        ("forest", "nv", ["F AO1 R AH0 S T", "F AO1 R IH0 S T"]),  # in no list
        ("use", "nv", ["Y UW1 S"]),  # the other one is missing
        ("permit", "v", ["P ER1 M IH2 T", "P ER0 M IH1 T"]),  # no noun
        ("inadequate", "a", ["IH2 N AE1 D AH0 K W AH0 T", "IH2 N AE1 D AH0 K W EY2 T"]),
        ("use", "", ["Y UW1 S", "Y UW1 Z"]),  # WordNet lacks the word
    ],
)
def test_pronunciations_without_a_contrast_are_those_of_any_part_of_speech(
    word: str, possible: str, sounds: list[str]
) -> None:
    found = parts_of_speech(word, [encode(each) for each in sounds], bits(possible))

    assert found == [ANY_POS] * len(sounds)
