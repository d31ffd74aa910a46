"""The 39 phones of ARPAbet, each as one byte, so that a pronunciation is a short byte string.

A vowel's two lowest bits are its stress: 0 none, 1 primary, 2 secondary. Consonants come below FIRST_VOWEL.

    K ER1 N AH0 L   =   09 3d 0c 28 0a
"""

from __future__ import annotations

from typing import Final

CONSONANTS: Final = (
    "B", "CH", "D", "DH", "F", "G", "HH", "JH", "K", "L", "M", "N",
    "NG", "P", "R", "S", "SH", "T", "TH", "V", "W", "Y", "Z", "ZH",
)  # fmt: skip
VOWELS: Final = ("AA", "AE", "AH", "AO", "AW", "AY", "EH", "ER", "EY", "IH", "IY", "OW", "OY", "UH", "UW")

FIRST_VOWEL: Final = 32
STRESS_BITS: Final = 3
PRIMARY: Final = 1
SECONDARY: Final = 2

_CODES: Final = {
    **{name: code for code, name in enumerate(CONSONANTS, 1)},
    **{
        f"{name}{stress}": FIRST_VOWEL + 4 * place + stress
        for place, name in enumerate(VOWELS)
        for stress in (0, PRIMARY, SECONDARY)
    },
}
_NAMES: Final = {code: name for name, code in _CODES.items()}

# Every vowel → the same vowel without stress.
_STRESSLESS: Final = bytes(code & ~STRESS_BITS if code >= FIRST_VOWEL else code for code in range(256))

_CONSONANT_CODES: Final = bytes(range(FIRST_VOWEL))

# What a near rhyme takes for one another: consonants that are made in the same way ("time" is near "line",
# "light" near "like"), the vowels of "cot" and "caught", and the weak vowels of unstressed syllables.
_CONSONANT_GROUPS: Final = ("P B T D K G", "F V TH DH S Z SH ZH HH", "CH JH", "M N NG")
_STRESSED_VOWEL_GROUPS: Final = ("AA0 AO0",)
_WEAK_VOWEL_GROUPS: Final = ("AH0 IH0",)


def encode(arpabet: str) -> bytes:
    """Return the phones of a pronunciation in ARPAbet; raises KeyError for an unknown phone.

    >>> encode("K ER1 N AH0 L").hex(" ")
    '09 3d 0c 28 0a'
    """
    return bytes(_CODES[name] for name in arpabet.split())


def decode(phones: bytes) -> str:
    """Return a pronunciation in ARPAbet.

    >>> decode(encode("K ER1 N AH0 L"))
    'K ER1 N AH0 L'
    """
    return " ".join(_NAMES[code] for code in phones)


def stressless(phones: bytes) -> bytes:
    """Return the phones without the stress of their vowels."""
    return phones.translate(_STRESSLESS)


def weakened(phones: bytes) -> bytes:
    """Return the phones with one sign for all weak vowels, and without secondary stress.

    The vowels of unstressed syllables differ from speaker to speaker: "affect" and "effect" sound alike.
    """
    return phones.translate(_WEAKENED)


def syllable_count(phones: bytes) -> int:
    """Return the number of syllables: each vowel makes one.

    >>> syllable_count(encode("K ER1 N AH0 L"))
    2
    """
    return len(phones.translate(None, _CONSONANT_CODES))


def rhyming_part(phones: bytes) -> bytes:
    """Return the phones from the last stressed vowel on, without stress; all phones if none is stressed.

    Two words rhyme if these are equal. As in Datamuse, secondary stress counts: "manifest", "test".

    >>> decode(rhyming_part(encode("M AE1 N AH0 F EH2 S T")))
    'EH0 S T'
    """
    for at in range(len(phones) - 1, -1, -1):
        if phones[at] >= FIRST_VOWEL and phones[at] & STRESS_BITS:
            return stressless(phones[at:])
    return stressless(phones)


def near_part(phones: bytes) -> bytes:
    """Return the rhyming part with each phone replaced by its group; two near rhymes have the same.

    A stop after another consonant at the end does not count: "hand" is near "man".
    """
    part = rhyming_part(phones)
    grouped = part[:1].translate(_FIRST_GROUPS) + part[1:].translate(_LATER_GROUPS)
    if len(grouped) > 1 and grouped[-1:] == _STOP and grouped[-2] < FIRST_VOWEL:
        return grouped[:-1]
    return grouped


def _groups(*groups: str) -> bytes:
    """Return the table that translates every phone of a group to the first of its group."""
    table = bytearray(range(256))
    for group in groups:
        codes = [_CODES[name] for name in group.split()]
        for code in codes:
            table[code] = codes[0]
    return bytes(table)


_FIRST_GROUPS: Final = _groups(*_CONSONANT_GROUPS, *_STRESSED_VOWEL_GROUPS)
_LATER_GROUPS: Final = _groups(*_CONSONANT_GROUPS, *_WEAK_VOWEL_GROUPS)
_ALL_WEAK: Final = _groups("AH0 IH0 EH0 AE0")
_WEAKENED: Final = bytes(
    _ALL_WEAK[code & ~SECONDARY if code >= FIRST_VOWEL and code & STRESS_BITS == SECONDARY else code]
    for code in range(256)
)
_STOP: Final = bytes([_CODES["P"]])
