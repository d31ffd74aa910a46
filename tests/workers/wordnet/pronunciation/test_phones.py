"""Phones are bytes, and the parts that must be equal for a rhyme or a near rhyme."""

from __future__ import annotations

import pytest

from workers.wordnet.pronunciation.phones import (
    CONSONANTS,
    FIRST_VOWEL,
    VOWELS,
    decode,
    encode,
    near_part,
    rhyming_part,
    stressless,
    syllable_count,
    weakened,
)


def test_every_phone_has_a_code_of_its_own() -> None:
    names = [*CONSONANTS, *(f"{vowel}{stress}" for vowel in VOWELS for stress in (0, 1, 2))]
    codes = encode(" ".join(names))

    assert decode(codes) == " ".join(names)
    assert len(set(codes)) == len(names) == 69
    assert [code >= FIRST_VOWEL for code in codes] == [False] * 24 + [True] * 45


@pytest.mark.parametrize("wrong", ["X", "K ER N", "k er1"])
def test_other_texts_are_refused(wrong: str) -> None:
    with pytest.raises(KeyError):
        encode(wrong)


@pytest.mark.parametrize(
    ("sounds", "part"),
    [
        ("N AY1 T", "AY0 T"),
        ("S T EY1 SH AH0 N", "EY0 SH AH0 N"),
        ("M AE1 N AH0 F EH2 S T", "EH0 S T"),
        ("DH AH0", "DH AH0"),
        ("HH M", "HH M"),
    ],
)
def test_the_rhyming_part_begins_with_the_last_stressed_vowel(sounds: str, part: str) -> None:
    assert decode(rhyming_part(encode(sounds))) == part


@pytest.mark.parametrize(
    ("one", "other", "is_near"),
    [
        ("T AY1 M", "L AY1 N", True),
        ("L AY1 T", "L AY1 K", True),
        ("HH AE1 N D", "M AE1 N", True),
        ("D AO1 G", "F AA1 G", True),
        ("F AO1 R AH0 S T", "K AO1 R AH0 S", True),
        ("K AH1 T", "K IH1 T", False),
        ("L AY1 T", "L AY1", False),
        ("T", "D", True),
    ],
)
def test_near_rhymes_have_the_same_vowels_and_similar_consonants(
    one: str, other: str, *, is_near: bool
) -> None:
    assert (near_part(encode(one)) == near_part(encode(other))) is is_near


@pytest.mark.parametrize(
    ("one", "other", "is_alike"),
    [
        ("AH0 F EH1 K T", "IH0 F EH1 K T", True),
        ("K AA1 M P L AH0 M AH0 N T", "K AA1 M P L AH0 M EH2 N T", True),
        ("L UW1 Z", "L UW1 S", False),
        ("B IH1 T", "B AH1 T", False),
    ],
)
def test_only_weak_vowels_are_taken_for_one_another(one: str, other: str, *, is_alike: bool) -> None:
    assert (weakened(encode(one)) == weakened(encode(other))) is is_alike


def test_stress_can_be_left_out_and_syllables_counted() -> None:
    sounds = encode("S EH2 R AH0 N D IH1 P IH0 T IY0")

    assert decode(stressless(sounds)) == "S EH0 R AH0 N D IH0 P IH0 T IY0"
    assert syllable_count(sounds) == 5
