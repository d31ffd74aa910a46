"""Mistakes of the dictionary are corrected, and nothing else changes."""

from __future__ import annotations

import pytest

from workers.wordnet.pronunciation.corrections import corrected
from workers.wordnet.pronunciation.phones import decode, encode
from workers.wordnet.pronunciation.sounds import ANY_POS, POS_BITS

# Words of which others are made.
PARTS = {
    "base": "B EY1 S",
    "ball": "B AO1 L",
    "coat": "K OW1 T",
    "gone": "G AO1 N",
    "lined": "L AY1 N D",
}
NOUN, VERB = POS_BITS["n"], POS_BITS["v"]


def corrections(word: str, arpabet: str, pos: int = ANY_POS) -> list[str]:
    others = {name: [encode(sounds)] for name, sounds in PARTS.items()}
    found = corrected(others | {word: [encode(arpabet)]}, lambda name: pos if name == word else 0)
    return [decode(phones) for phones in found[word]]


@pytest.mark.parametrize(
    ("word", "arpabet", "pos", "expected"),
    [
        ("thyme", "TH AY1 M", NOUN, ["T AY1 M"]),
        ("engineer", "EH1 N JH AH0 N IH1 R", NOUN | VERB, ["EH2 N JH AH0 N IH1 R"]),
        ("marketers", "M AA2 R K AH0 T ER0 Z", NOUN, ["M AA1 R K AH0 T ER0 Z"]),
        ("undergone", "AH1 N D ER0 G AO2 N", VERB, ["AH2 N D ER0 G AO1 N"]),
        ("upgrade", "AH0 P G R EY1 D", NOUN | VERB, ["AH0 P G R EY1 D", "AH1 P G R EY2 D"]),
    ],
)
def test_a_mistake_is_corrected(word: str, arpabet: str, pos: int, expected: list[str]) -> None:
    assert corrections(word, arpabet, pos) == expected


@pytest.mark.parametrize(
    ("word", "arpabet", "pos"),
    [
        ("baseball", "B EY1 S B AO1 L", NOUN),
        ("overcoat", "OW1 V ER0 K OW2 T", NOUN),
        ("underlined", "AH1 N D ER0 L AY2 N D", VERB),
        ("part-time", "P AA1 R T T AY1 M", ANY_POS),
        ("cat", "K AE1 T", NOUN),
    ],
)
def test_what_is_right_stays(word: str, arpabet: str, pos: int) -> None:
    assert corrections(word, arpabet, pos) == [arpabet]


def test_a_word_that_the_dictionary_lacks_gets_no_sound() -> None:
    assert "thyme" not in corrected({"cat": [encode("K AE1 T")]}, lambda _: ANY_POS)
