"""Writes pronunciations for people: in IPA, and respelled in English letters ("KUR-nul").

IPA as American dictionaries write it; the stress mark stands before the syllable, and words of one syllable
have none. The respelling has the syllable of primary stress in capitals.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from workers.wordnet.pronunciation.phones import FIRST_VOWEL, PRIMARY, SECONDARY, STRESS_BITS, decode
from workers.wordnet.pronunciation.syllables import syllables

if TYPE_CHECKING:
    from workers.wordnet.pronunciation.sounds import Pronunciation
    from workers.wordnet.pronunciation.syllables import Syllable

IPA: Final = {
    "AA": "ɑ", "AE": "æ", "AH": "ʌ", "AO": "ɔ", "AW": "aʊ", "AY": "aɪ", "EH": "ɛ", "ER": "ɝ", "EY": "eɪ",
    "IH": "ɪ", "IY": "i", "OW": "oʊ", "OY": "ɔɪ", "UH": "ʊ", "UW": "u",
    "B": "b", "CH": "tʃ", "D": "d", "DH": "ð", "F": "f", "G": "ɡ", "HH": "h", "JH": "dʒ", "K": "k", "L": "l",
    "M": "m", "N": "n", "NG": "ŋ", "P": "p", "R": "ɹ", "S": "s", "SH": "ʃ", "T": "t", "TH": "θ", "V": "v",
    "W": "w", "Y": "j", "Z": "z", "ZH": "ʒ",
}  # fmt: skip
WEAK_IPA: Final = {"AH": "ə", "ER": "ɚ"}  # in syllables without stress
STRESS_MARKS: Final = {0: "", PRIMARY: "ˈ", SECONDARY: "ˌ"}

# Vowel → its letters before a consonant of the same syllable, and at the syllable's end.
_LETTERS: Final = {
    "AA": ("ah", "ah"), "AE": ("a", "a"), "AH": ("u", "uh"), "AO": ("aw", "aw"), "AW": ("ow", "ow"),
    "AY": ("y", "y"), "EH": ("e", "eh"), "ER": ("ur", "ur"), "EY": ("ay", "ay"), "IH": ("i", "ih"),
    "IY": ("ee", "ee"), "OW": ("oh", "oh"), "OY": ("oy", "oy"), "UH": ("uu", "uu"), "UW": ("oo", "oo"),
}  # fmt: skip
_BEFORE_R: Final = {"AA": "a", "AE": "ai", "AO": "o", "EH": "ai", "IH": "ee", "UH": "oo"}
_CONSONANT_LETTERS: Final = {"DH": "th", "HH": "h", "JH": "j"}  # the others are ARPAbet's own, in lower case


def arpabet(pronunciation: Pronunciation) -> str:
    """Return a pronunciation in ARPAbet with CMUdict's stress marks, such as `K ER1 N AH0 L`."""
    return " ".join(map(decode, pronunciation.parts))


def ipa(pronunciation: Pronunciation) -> str:
    """Return a pronunciation in the International Phonetic Alphabet, such as `ˈkɝnəl`."""
    return " ".join(map(_ipa_of_word, pronunciation.parts))


def respelling(pronunciation: Pronunciation) -> str:
    """Return a pronunciation in English letters, such as `KUR-nul`."""
    return " ".join(map(_respelling_of_word, pronunciation.parts))


def _ipa_of_word(phones: bytes) -> str:
    found = syllables(phones)
    if len(found) < 2:  # noqa: PLR2004 (one syllable needs no stress mark)
        return "".join(map(_ipa_of_phone, phones))
    return "".join(
        STRESS_MARKS[syllable.stress]
        + "".join(map(_ipa_of_phone, (*syllable.onset, syllable.vowel, *syllable.coda)))
        for syllable in found
    )


@lru_cache(maxsize=256)  # of all phones
def _ipa_of_phone(code: int) -> str:
    name = decode(bytes([code]))
    if code < FIRST_VOWEL:
        return IPA[name]
    vowel = name[:-1]
    return IPA[vowel] if code & STRESS_BITS else WEAK_IPA.get(vowel, IPA[vowel])


def _respelling_of_word(phones: bytes) -> str:
    found = syllables(phones)
    if not found:
        return _letters(phones)
    return "-".join(
        _letters_of(syllable).upper() if syllable.stress == PRIMARY else _letters_of(syllable)
        for syllable in found
    )


def _letters_of(syllable: Syllable) -> str:
    onset, coda = _letters(syllable.onset), _letters(syllable.coda)
    vowel = decode(bytes([syllable.vowel]))[:-1]
    if coda.startswith("r") and vowel in _BEFORE_R:
        return onset + _BEFORE_R[vowel] + coda
    if vowel == "AY":
        return _letters_with_long_i(onset, coda)
    closed, opened = _LETTERS[vowel]
    # A single "s" would sound like "z" at the end: "HOWSS".
    return onset + (closed if coda else opened) + ("ss" if coda == "s" else coda)


def _letters_with_long_i(onset: str, coda: str) -> str:
    """Return "EYESS", "NYTE", "NYCE", "MYND" or "FLY"."""
    if not onset:
        return "eye" + ("ss" if coda == "s" else coda)
    if coda == "s":
        return f"{onset}yce"
    return f"{onset}y{coda}e" if coda and len(coda) == 1 else f"{onset}y{coda}"


def _letters(consonants: bytes) -> str:
    names = decode(consonants).split()
    return "".join(_CONSONANT_LETTERS.get(name, name.lower()) for name in names)
