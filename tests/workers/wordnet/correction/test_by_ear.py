"""A word that is written as it sounds has the signs of its pronunciation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.wordnet.correction.by_ear import as_spoken, as_written, is_same_by_ear, weakened

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("numonia", "pneumonia"),
        ("nife", "knife"),
        ("kwartz", "quartz"),
        ("kemistry", "chemistry"),
        ("jiraff", "giraffe"),
        ("stayshun", "station"),
        ("rist", "wrist"),
        ("comittee", "committee"),
        ("laffing", "laughing"),
        ("kernel", "colonel"),
    ],
)
def test_a_written_word_has_the_signs_of_the_pronounced_one(
    lexicon: Lexicon, written: str, word: str
) -> None:
    spoken = {as_spoken(found.parts[0]) for found in lexicon.sounds.pronunciations(word)}

    assert as_written(written) in spoken


def test_words_that_sound_otherwise_have_other_signs() -> None:
    assert len({as_written(word) for word in ("bat", "bad", "mad", "match", "math", "mash")}) == 6


def test_a_weak_vowel_may_be_missing_in_a_long_word(lexicon: Lexicon) -> None:
    (spoken,) = {as_spoken(found.parts[0]) for found in lexicon.sounds.pronunciations("chemistry")}

    assert spoken in set(weakened(as_written("kemistery")))
    assert list(weakened(as_written("banner"))) == []


@pytest.mark.parametrize("text", ["", "é", "3", "-"])
def test_what_has_no_letters_has_no_signs(text: str) -> None:
    assert as_written(text) == ""


@pytest.mark.parametrize(
    ("written", "name", "is_same"),
    [
        ("fourty", "forty", True),
        ("fourty", "fourth", False),
        ("fourty", "forte", False),  # spoken alike by its signs, but not written so
        ("consant", "consent", False),  # another vowel
    ],
)
def test_a_slip_by_ear_keeps_the_sound_and_the_vowels(
    lexicon: Lexicon, written: str, name: str, *, is_same: bool
) -> None:
    assert is_same_by_ear(written, name, lexicon.sounds.spoken(name)) is is_same
