"""The regular endings of English, and the changes of the word before them: "city" and "cities", "stopped".

`phones` are those of the word's pronunciation, empty if unknown. They tell the stress, and if "ch" is a K.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from workers.wordnet.pronunciation.phones import FIRST_VOWEL, PRIMARY, STRESS_BITS, encode, syllable_count
from workers.wordnet.word_set import word_set

_HISSING: Final = ("s", "x", "z", "ch", "sh")
_K: Final = encode("K")
_AY: Final = encode("AY0")[0]
# A word that ends in one vowel and one consonant that can be doubled. The "u" of "qu" is no vowel.
_CAN_DOUBLE: Final = re.compile(r"(?:^|[^aeiou]|qu)[aeiouy][bcdfgklmnprstvz]$")
_CONSONANT_AND_Y: Final = re.compile(r"(?:[^aeiou]|qu)y$")
_VOWEL_AND_C: Final = re.compile(r"[aeiou]c$")
# "Agreeing", "dyeing" and "canoeing" keep their "e", and so do the words below.
_KEEPS_E: Final = re.compile(r"[eoy]e$")
_NEVER_DOUBLED: Final = word_set("chagrin")
_KEEP_E: Final = word_set("binge dinge singe springe swinge tinge whinge")
_VOWEL_LETTERS: Final = re.compile("[aeiou]+y?|(?<=.)y")
# Where the sound is unknown: "overlie", but not "birdie".
_LIKE_DIE: Final = re.compile("^(?:[a-z]{0,2}|hog|over|under|out|mis)[dhltv]ie$")


class LastStress(Enum):
    """The stress of a word's last syllable."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    NONE = "none"
    UNKNOWN = "unknown"


def with_s(word: str, phones: bytes = b"") -> str:
    """Return the regular plural of a noun, or the third person of a verb; a name keeps its "y"."""
    if _CONSONANT_AND_Y.search(word) and not word[0].isupper():
        return word[:-1] + "ies"
    if word.endswith(_HISSING) and not (word.endswith("ch") and phones.endswith(_K)):
        return word + "es"
    return word + "s"


def with_ed(word: str, phones: bytes = b"") -> str:
    """Return the past tense of a regular verb."""
    if word.endswith("e"):
        return word + "d"
    if _CONSONANT_AND_Y.search(word):
        return word[:-1] + "ied"
    return _before_vowel(word, phones) + "ed"


def with_ing(word: str, phones: bytes = b"") -> str:
    """Return the present participle of a verb."""
    if word.endswith("ie"):
        return (word[:-2] + "y" if _ends_in_long_i(word, phones) else word) + "ing"
    if word.endswith("e") and not _KEEPS_E.search(word) and word not in _KEEP_E:
        return word[:-1] + "ing"
    return _before_vowel(word, phones) + "ing"


def with_degree(word: str, ending: str, phones: bytes = b"") -> str:
    """Return the comparative ("er") or superlative ("est") of a short adjective or adverb."""
    if word.endswith("e"):
        return word + ending[1:]
    if _CONSONANT_AND_Y.search(word):
        return word[:-1] + "i" + ending
    if word.endswith("uey") or (word.endswith("ey") and syllables_by_letters(word) > 1):
        return word[:-2] + "i" + ending
    return _before_vowel(word, phones) + ending


def doubled(word: str) -> str:
    """Return `word` with its last consonant doubled, as before "-ed"; "c" becomes "ck".

    >>> doubled("stop"), doubled("panic")
    ('stopp', 'panick')
    """
    return word + ("k" if word.endswith("c") else word[-1])


def last_stress(word: str, phones: bytes) -> LastStress:
    """Return the stress of the last syllable; without phones, that of a word of one syllable is known."""
    if not phones:
        return LastStress.PRIMARY if syllables_by_letters(word) == 1 else LastStress.UNKNOWN
    if syllable_count(phones) < syllables_by_letters(word):  # "dower" sounds like one syllable, but is none
        return LastStress.NONE
    stress = _last_vowel(phones) & STRESS_BITS
    return {0: LastStress.NONE, PRIMARY: LastStress.PRIMARY}.get(stress, LastStress.SECONDARY)


def syllables_by_letters(word: str) -> int:
    """Return about how many syllables a word has, for want of its pronunciation."""
    return len(_VOWEL_LETTERS.findall(word))


def _before_vowel(word: str, phones: bytes) -> str:
    """Return `word` as it is before an ending that begins with a vowel."""
    if _VOWEL_AND_C.search(word):
        return doubled(word)
    if (
        not _CAN_DOUBLE.search(word)
        or word in _NEVER_DOUBLED
        or last_stress(word, phones) != LastStress.PRIMARY
    ):
        return word
    is_silent = phones and phones[-1] >= FIRST_VOWEL and not word.endswith("r")  # as in "debut"
    return word if is_silent else doubled(word)


def _ends_in_long_i(word: str, phones: bytes) -> bool:
    """Whether the final "ie" sounds like in "die", unlike in "birdie"."""
    if phones:
        return _last_vowel(phones) & ~STRESS_BITS == _AY
    return _LIKE_DIE.search(word) is not None


def _last_vowel(phones: bytes) -> int:
    return next((code for code in reversed(phones) if code >= FIRST_VOWEL), 0)
