"""Divides the phones of a word into syllables.

A consonant goes to the following vowel as far as English words can begin so (maximal onset), with one
exception: a stressed short vowel keeps the next consonant of an unstressed syllable ("HAP-ee", not "HA-pee").
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final, NamedTuple

from workers.wordnet.pronunciation.phones import FIRST_VOWEL, STRESS_BITS, encode

# The groups of consonants that English syllables begin with; each consonant but NG can also stand alone.
_ONSETS: Final = frozenset(
    encode(onset)
    for onset in (
        "B L", "B R", "B Y", "D R", "D W", "F L", "F R", "F Y", "G L", "G R", "G W", "HH W", "HH Y",
        "K L", "K R", "K W", "K Y", "M Y", "P L", "P R", "P Y", "S F", "S K", "S L", "S M", "S N", "S P",
        "S T", "S W", "SH R", "T R", "T W", "TH R", "TH W", "V Y", "S K L", "S K R", "S K W", "S K Y",
        "S P L", "S P R", "S P Y", "S T R"
    )
)  # fmt: skip
_NG: Final = encode("NG")[0]
_R: Final = encode("R")[0]
_SHORT: Final = frozenset(encode("IH0 EH0 AE0 AH0 UH0"))
_COLOURED_BY_R: Final = frozenset(encode("AA0 AE0 AO0 EH0 IH0 IY0 UH0"))  # "STOR-ee", "MAIR-ee"


class Syllable(NamedTuple):
    """The phones of one syllable: consonants, a vowel with its stress, consonants."""

    onset: bytes
    vowel: int
    coda: bytes

    @property
    def stress(self) -> int:
        """0 none, 1 primary, 2 secondary."""
        return self.vowel & STRESS_BITS


def syllables(phones: bytes) -> list[Syllable]:
    """Return the syllables of one word; empty for phones without a vowel ("hmm").

    >>> from workers.wordnet.pronunciation.phones import decode
    >>> [decode(onset) for onset, _, _ in syllables(encode("EH0 K S T R IY1 M"))]
    ['', 'S T R']
    """
    vowels = [at for at, code in enumerate(phones) if code >= FIRST_VOWEL]
    if not vowels:
        return []
    starts = [0]
    for this, following in pairwise(vowels):
        starts.append(following - _onset_length(phones, this, following))
    ends = [*starts[1:], len(phones)]
    return [
        Syllable(phones[start:vowel], phones[vowel], phones[vowel + 1 : end])
        for start, vowel, end in zip(starts, vowels, ends, strict=True)
    ]


def _onset_length(phones: bytes, vowel: int, following: int) -> int:
    """Return how many of the consonants between two vowels belong to the second one."""
    between = phones[vowel + 1 : following]
    length = max((n for n in range(1, len(between) + 1) if _can_begin(between[-n:])), default=0)
    if length < len(between) or not length or phones[following] & STRESS_BITS:
        return length
    short = phones[vowel] & STRESS_BITS and phones[vowel] & ~STRESS_BITS in _SHORT
    by_r = between[0] == _R and phones[vowel] & ~STRESS_BITS in _COLOURED_BY_R
    return length - 1 if short or by_r else length


def _can_begin(consonants: bytes) -> bool:
    return consonants[0] != _NG if len(consonants) == 1 else consonants in _ONSETS
