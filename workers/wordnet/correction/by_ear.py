"""Words by their sound: *numonia* is written as one says pneumonia, though no spelling is far from it.

A written word and the phones of a pronounced one become the same few signs: one for every run of vowels, and
one for each consonant; so "kweue" and queue are both "ka".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Levenshtein

from workers.wordnet.pronunciation.phones import FIRST_VOWEL, decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_VOWEL: Final = "a"
_VOWEL_LETTERS: Final = "aeiou"
_FEW_VOWELS: Final = 2  # in words in which none is weak enough to be left out
# Letters → signs, in this order; capitals are the sounds of sh, ch and th.
_LETTERS: Final = tuple(
    (re.compile(letters), sign)
    for letters, sign in (
        (r"[^a-z]", ""),
        (r"([^aeiou])\1+", r"\1"),
        (r"^[kgp](?=n)|^p(?=s)|^w(?=r)", ""),
        (r"^x", "z"),
        (r"t?ch", "C"),
        (r"sh|(?<=.)[tsc](?=ion|ian|ious|ial)", "S"),
        (r"th", "T"),
        (r"ph", "f"),
        (r"gh(?=.)", "g"),
        (r"gh$|(?<=[aeiou])gh(?=t)", ""),
        (r"(?<=m)b$|(?<=g)n$", ""),
        (r"s?c(?=[eiy])|z", "s"),
        (r"ck|[cq]", "k"),
        (r"d?g(?=[eiy])", "j"),
        (r"x", "ks"),
        (r"ng", "n"),
        (r"(?<=[a-zA-Z])e$", ""),
        (r"(?<=.)[aeiouywh]+|^[aeiou]+", _VOWEL),
    )
)
_SIGNS: Final = {
    "CH": "C", "SH": "S", "ZH": "S", "TH": "T", "DH": "T", "NG": "n", "JH": "j", "Z": "s", "ER": "ar",
}  # fmt: skip
_DROPPED: Final = ("W", "Y", "HH")
_REPEATS: Final = re.compile(r"(.)\1+")


def as_written(word: str) -> str:
    """Return the signs of a word that is written as it sounds.

    >>> as_written("numonia"), as_written("kweue")
    ('namana', 'ka')
    """
    signs = word.lower()
    for letters, sign in _LETTERS:
        signs = letters.sub(sign, signs)
    return _REPEATS.sub(r"\1", signs)


def weakened(signs: str) -> Iterator[str]:
    """Yield signs without one of the vowels between consonants, in a word of several syllables."""
    for at in range(1, len(signs) - 1) if signs.count(_VOWEL) > _FEW_VOWELS else ():
        if signs[at] == _VOWEL:
            yield signs[:at] + signs[at + 1 :]


def as_spoken(phones: bytes) -> str:
    """Return the signs of a pronunciation (see phones.py)."""
    signs = ""
    for code, name in zip(phones, decode(phones).split(), strict=True):
        bare = name.rstrip("012")
        if bare in _DROPPED:
            signs += "" if signs else bare[0].lower()
        else:
            signs += _SIGNS.get(bare) or (_VOWEL if code >= FIRST_VOWEL else bare.lower())
    return _REPEATS.sub(r"\1", signs)


def is_same_by_ear(written: str, name: str, pronunciations: Iterable[bytes]) -> bool:
    """Whether a term is written as a name is written and spoken, and no vowel is mistaken for another.

    The signs have one vowel only, and so tell *consant* neither from consent nor from constant.
    """
    signs = as_written(written)
    if as_written(name) != signs or signs not in map(as_spoken, pronunciations):
        return False
    return not any(
        change.tag == "replace"
        and written[change.src_pos] in _VOWEL_LETTERS
        and name[change.dest_pos] in _VOWEL_LETTERS
        for change in Levenshtein.editops(written, name)
    )
