"""Homographs whose pronunciation depends on the part of speech: a REcord, to reCORD.

CMUdict lists their pronunciations, but does not say which is which. The tables below do, by a trait of the
sound. They leave out words that people stress either way ("research"). Festival's lexicon, which marks parts
of speech, agrees on 295 of the 303 pronunciations that both know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workers.wordnet.pronunciation.phones import FIRST_VOWEL, PRIMARY, STRESS_BITS, encode
from workers.wordnet.pronunciation.sounds import ANY_POS, POS_BITS

if TYPE_CHECKING:
    from collections.abc import Sequence

# Stress on the first syllable makes the first kind, stress on a later one the second: (these, those, words).
_STRESS: Final = (
    (
        "na",
        "v",
        "abstract accent addict affix ally annex attribute combine commune compound compress concert"
        " conduct confine conflict conscript console construct contest contract contrast convert"
        " convict decrease defect desert dictate digest discharge discount escort essay excerpt"
        " exploit export extract ferment frequent impact implant import impress imprint incense"
        " incline increase insert insult intrigue object offset perfect permit pervert present produce"
        " progress project protest purport rebel recall recap record recount redress refill refund"
        " refuse regress reject reset retake rewrite segment subject supplement surcharge survey"
        " suspect torment transfer transplant transport traverse update upgrade",
    ),
    ("n", "va", "compact content converse upset"),
    ("n", "a", "invalid minute"),
    ("a", "v", "absent"),
)

# A final S makes the first kind, a final Z the second.
_FINAL_S: Final = (("n", "v", "abuse excuse misuse use"), ("ar", "nv", "close"), ("a", "v", "diffuse"))

# A final "-ate" makes verbs if its vowel is full (EY), other words if it is weak.
_ATE: Final = ("ate", "ates")

# Word → parts of speech → their pronunciation; any other pronunciation is that of the rest.
_LISTED: Final[dict[str, dict[str, str]]] = {
    "aged": {"v": "EY1 JH D"},
    "allies": {"n": "AE1 L AY0 Z", "v": "AH0 L AY1 Z"},
    "buffet": {"nv": "B AH1 F AH0 T", "n": "B AH0 F EY1"},
    "does": {"v": "D AH1 Z"},
    "dove": {"v": "D OW1 V"},
    "lead": {"nv": "L IY1 D", "n": "L EH1 D"},
    "live": {"v": "L IH1 V", "ar": "L AY1 V"},
    "lives": {"v": "L IH1 V Z"},
    "resume": {"n": "R EH1 Z AH0 M EY2"},
    "wind": {"v": "W AY1 N D", "n": "W IH1 N D"},
    "wound": {"nv": "W UW1 N D", "v": "W AW1 N D"},
}


def parts_of_speech(name: str, pronunciations: Sequence[bytes], possible: int) -> list[int]:
    """Return the parts of speech of each pronunciation, as the bits of POS_BITS; ANY_POS where unknown.

    `possible` has the bits of the parts of speech that the word can be.

    >>> parts_of_speech("use", [encode("Y UW1 S"), encode("Y UW1 Z")], POS_BITS["n"] | POS_BITS["v"])
    [1, 2]
    """
    kinds = [kind & possible for kind in _kinds(name, pronunciations)]
    # One kind alone says nothing, because the dictionary then lacks the other.
    return kinds if all(kinds) and len(set(kinds)) > 1 else [ANY_POS] * len(pronunciations)


def homographs() -> list[str]:
    """Return the words of the tables, without those in "-ate"."""
    return [*_LISTED, *_BY_STRESS, *_BY_FINAL_S]


def _kinds(name: str, pronunciations: Sequence[bytes]) -> list[int]:
    if name in _LISTED:
        return _listed(_LISTED[name], pronunciations)
    for base in (name, name.removesuffix("s"), name.removesuffix("es")):
        if base in _BY_STRESS:
            these, those = _BY_STRESS[base]
            return [these if _is_stressed_first(phones) else those for phones in pronunciations]
        if base in _BY_FINAL_S:
            these, those = _BY_FINAL_S[base]
            return [these if _without_plural(phones).endswith(_S) else those for phones in pronunciations]
    if name.endswith(_ATE):
        verb = POS_BITS["v"]
        return [verb if _last_vowel(phones) == _EY else ANY_POS & ~verb for phones in pronunciations]
    return [ANY_POS] * len(pronunciations)


def _last_vowel(phones: bytes) -> int:
    """Return the last vowel, without its stress."""
    return next((code & ~STRESS_BITS for code in reversed(phones) if code >= FIRST_VOWEL), 0)


def _without_plural(phones: bytes) -> bytes:
    """Return the phones without the syllable that makes a plural after S or Z."""
    return phones.removesuffix(encode("AH0 Z")).removesuffix(encode("IH0 Z"))


def _is_stressed_first(phones: bytes) -> bool:
    first = next((code for code in phones if code >= FIRST_VOWEL), 0)
    return first & STRESS_BITS == PRIMARY


def _listed(of_pos: dict[str, str], pronunciations: Sequence[bytes]) -> list[int]:
    named = {encode(sound): _bits(letters) for letters, sound in of_pos.items()}
    rest = ANY_POS
    for bits in named.values():
        rest &= ~bits
    return [named.get(phones, rest) for phones in pronunciations]


def _bits(letters: str) -> int:
    return sum(POS_BITS[letter] for letter in letters)


def _by_word(table: Sequence[tuple[str, str, str]]) -> dict[str, tuple[int, int]]:
    """Return word → the bits of its two kinds."""
    return {word: (_bits(these), _bits(those)) for these, those, words in table for word in words.split()}


_BY_STRESS: Final = _by_word(_STRESS)
_BY_FINAL_S: Final = _by_word(_FINAL_S)
_S: Final = encode("S")
_EY: Final = encode("EY0")[0]
