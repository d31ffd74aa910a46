"""Pronunciations for people are valid IPA and readable English letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.wordnet.pronunciation.phones import CONSONANTS, VOWELS, encode
from workers.wordnet.pronunciation.sounds import Pronunciation
from workers.wordnet.pronunciation.transcription import IPA, STRESS_MARKS, WEAK_IPA, arpabet, ipa, respelling

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

# Letters of the chart of the International Phonetic Association (2020): the pulmonic consonants, the vowels
# with the two hooked ones for rhotic vowels, and the marks for primary and secondary stress.
CHART_CONSONANTS = "pbtdʈɖcɟkɡqɢʔmɱnɳɲŋɴʙrʀⱱɾɽɸβfvθðszʃʒʂʐçʝxɣχʁħʕhɦɬɮʋɹɻjɰlɭʎʟwʍɥʜʢʡɕʑɺɧ"
CHART_VOWELS = "iyɨʉɯuɪʏʊeøɘɵɤoəɛœɜɞʌɔæɐaɶɑɒɚɝ"
CHART_STRESS = "ˈˌ"


def of(sounds: str) -> Pronunciation:
    return Pronunciation(tuple(encode(part) for part in sounds.split(" + ")))


def test_every_phone_has_letters_of_the_chart() -> None:
    assert IPA.keys() == {*CONSONANTS, *VOWELS}
    for name in CONSONANTS:
        assert set(IPA[name]) <= set(CHART_CONSONANTS), name
    for name in VOWELS:
        assert set(IPA[name] + WEAK_IPA.get(name, "")) <= set(CHART_VOWELS), name
    assert set("".join(STRESS_MARKS.values())) == set(CHART_STRESS)


def test_every_seventh_word_is_written_with_letters_of_the_chart(lexicon: Lexicon) -> None:
    letters = set(CHART_CONSONANTS + CHART_VOWELS + CHART_STRESS)
    sounds = lexicon.sounds
    names = [sounds.name(word) for word in range(0, sounds.word_count, 7)]

    for name in names:
        for pronunciation in sounds.pronunciations(name):
            assert set(ipa(pronunciation)) <= letters, name


@pytest.mark.parametrize(
    ("sounds", "in_ipa", "in_letters"),
    [
        ("K ER1 N AH0 L", "ˈkɝnəl", "KUR-nul"),
        ("L AY1 T", "laɪt", "LYTE"),
        ("AY1 S + K R IY1 M", "aɪs kɹim", "EYESS KREEM"),
        ("N AY1 S", "naɪs", "NYCE"),
        ("M AY1 N D", "maɪnd", "MYND"),
        ("F L AY1", "flaɪ", "FLY"),
        ("HH AW1 S", "haʊs", "HOWSS"),
        ("R AH0 K AO1 R D", "ɹəˈkɔɹd", "ruh-KORD"),
        ("K W AY1 ER0", "ˈkwaɪɚ", "KWY-ur"),
        ("V IH1 ZH AH0 N", "ˈvɪʒən", "VIZH-un"),
        ("DH IH1 S", "ðɪs", "THISS"),
        ("HH M", "hm", "hm"),
    ],
)
def test_words_are_written_as_in_american_dictionaries(sounds: str, in_ipa: str, in_letters: str) -> None:
    assert ipa(of(sounds)) == in_ipa
    assert respelling(of(sounds)) == in_letters


def test_arpabet_is_the_dictionarys_own() -> None:
    assert arpabet(of("AY1 S + K R IY1 M")) == "AY1 S K R IY1 M"
