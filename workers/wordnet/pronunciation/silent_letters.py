"""Finds the silent letters of a word: those for which its pronunciation has no sound.

The letters are matched with the phones at the least cost. A group of letters costs nothing for a sound
that it usually spells, and a letter without a sound costs something:

    k  n  i  gh  t        i  s  l  a  n  d        h  a  l  f
    .  N  AY .   T        AY .  L  AH N  D        HH AE .  F
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workers.wordnet.pronunciation.phones import FIRST_VOWEL, VOWELS, encode, stressless

if TYPE_CHECKING:
    from collections.abc import Iterator

# Groups of letters and their sounds; letters in brackets are silent there.
_CONSONANTS: Final = """
b:B bb:B c:K,S,CH,SH cc:K,CH ck:K cq:K ch:CH,K,SH,HH cch:K cz:CH s(c)h:S s(c):S d:D,JH,T dd:D dg:JH dj:JH
f:F,V ff:F g:G,JH,ZH gg:G,JH g(h):G gh:F h:HH j:JH,ZH,Y,HH k:K kk:K k(h):K
l:L,AH.L ll:L,Y m:M,AH.M m(b):M m(n):M mm:M n:N,NG,AH.N,N.Y nn:N ng:NG,NG.G (k)n:N (g)n:N,N.Y
p:P pp:P ph:F,V q:K qu:K.W,K r:R,ER,AH.R rr:R,ER r(h):R rr(h):R (w)r:R
s:S,Z,SH,ZH ss:S,Z,SH,ZH sh:SH sch:SH si:SH,ZH ssi:SH,ZH sc:SH sci:SH sz:S,Z,SH ci:SH ce:SH
t:T,CH,SH,D tt:T th:TH,DH t(h):T ti:SH,CH,ZH tch:CH tsch:CH tsh:CH v:V,F vv:V w:W,V w(h):W wh:HH.W (w)h:HH
x:K.S,G.Z,Z,K.SH,G.ZH xi:K.SH xc:K.S xs:K.S y:Y z:Z,S,T.S,ZH zz:Z,T.S i:Y u:W ou:W o:W ro:ER (gh):
"""
_MOST_LETTERS: Final = 4  # that spell one sound
# Costs. Any vowels may spell any vowel, but the fewer, the better.
_IN_BRACKETS, _PAIR, _SILENT_E, _SILENT_VOWEL, _SILENT_CONSONANT = 2, 8, 3, 6, 10
_Y_BEFORE, _W_BEFORE, _ER_WITHOUT_R = 1, 5, 12
_SOUND_WITHOUT_LETTER: Final = 10  # a weak vowel; others have one
_MOST: Final = 25  # beyond, the letters stand for other sounds than these: *colonel*, *etc*
LONGEST: Final = 32  # letters: their bits are one number of the snapshot

# Two letters or three with one sound, of which none is more silent than the others.
_IN_GROUP: Final = re.compile(r"tch|dg|dj|ck|cq|xc|sc(?=[eiy])|[cgkprst]h|(.)\1")
_BRACKETED: Final = re.compile(r"\((\w+)\)")
_VOWELS: Final = frozenset("aeiouy")
_AFTER_VOWELS: Final = _VOWELS | {"w"}
_ER, _Y, _W = encode("ER0"), encode("Y"), encode("W")
_WEAK: Final = (encode("AH0"), encode("IH0"))
_Spelling = tuple[bytes, int]  # phones, and the silent ones of the letters as bits


def silent_letters(word: str, phones: bytes) -> int:
    """Return the silent letters of a word in lower case: bit n is set if letter n has no sound.

    >>> bin(silent_letters("island", encode("AY1 L AH0 N D")))
    '0b10'
    """
    return _matched(word, phones) or 0


def is_sounded(letter: str, word: str, phones: bytes) -> bool:
    """Whether a consonant is known to have a sound of its own in a word: not the t of *match*.

    >>> is_sounded("b", "amber", encode("AE1 M B ER0")), is_sounded("t", "match", encode("M AE1 CH"))
    (True, False)
    """
    is_unclear = letter in _AFTER_VOWELS or (letter == "h" and word[0] != "h")
    return not is_unclear and _matched(word, phones) is not None and letter in _IN_GROUP.sub("", word)


def _matched(word: str, phones: bytes) -> int | None:
    """Return the silent letters; None if the sounds are too far from the letters."""
    if len(word) > LONGEST:
        return None
    sounds = stressless(phones)
    best = {(0, 0): (0, 0)}  # letters and phones so far → the least cost, and the silent letters
    for at in range(len(word) + 1):
        for to in range(len(sounds) + 1):
            cost, silent = best.get((at, to), (_MOST + 1, 0))
            if cost > _MOST:
                continue
            for letters, heard, more, unheard in _steps(word[at : at + _MOST_LETTERS], sounds[to : to + 2]):
                found = (cost + more, silent | unheard << at)
                place = (at + letters, to + heard)
                best[place] = min(best.get(place, found), found)
    cost, silent = best.get((len(word), len(sounds)), (_MOST + 1, 0))
    return silent if cost <= _MOST else None


def _steps(letters: str, sounds: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Yield each way to go on: the numbers of letters and of phones, the cost, and the silent letters."""
    if sounds[:1] in _WEAK:
        yield 0, 1, _SOUND_WITHOUT_LETTER, 0
    if not letters:
        return
    first = letters[0]
    for size in range(1, len(letters) + 1):
        for phones, silent in _SPELLINGS.get(letters[:size], ()):
            if sounds.startswith(phones):
                yield size, len(phones), _IN_BRACKETS * silent.bit_count() if phones else _PAIR, silent
    if first in _VOWELS:
        yield from _vowels(letters, sounds)
        yield 1, 0, _SILENT_E if first == "e" else _SILENT_VOWEL, 1
    else:
        yield (1, 0, _SILENT_CONSONANT, 1) if first.isalpha() else (1, 0, 0, 0)


def _vowels(letters: str, sounds: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Yield the ways to take one to four vowels for one, which may begin with Y or W: *use*, *one*."""
    others = (size for size, letter in enumerate(letters) if size and letter not in _AFTER_VOWELS)
    most = next(others, len(letters))
    for glide, cost in ((b"", 0), (_Y, _Y_BEFORE), (_W, _W_BEFORE)):
        vowel = sounds[len(glide) : len(glide) + 1]
        if not sounds.startswith(glide) or not vowel or vowel[0] < FIRST_VOWEL:
            continue
        for size in range(1, most + 1):
            with_r = letters[size : size + 2]
            if vowel == _ER and with_r[:1] == "r":
                yield size + with_r.count("r"), len(glide) + 1, size + cost, 0
            without_r = _ER_WITHOUT_R if vowel == _ER else 0
            yield size, len(glide) + 1, size - 1 + cost + without_r, 0


def _read(entry: str) -> tuple[str, list[_Spelling]]:
    """Return the letters of an entry of _CONSONANTS, and the phones that they spell.

    >>> _read("g(h):G")
    ('gh', [(b'\\x06', 2)])
    """
    written, _, sounds = entry.partition(":")
    silent = 0
    for part in _BRACKETED.finditer(written):
        at = part.start() - 2 * written.count("(", 0, part.start())
        silent |= (1 << len(part[1])) - 1 << at
    phones = [
        " ".join(f"{name}0" if name in VOWELS else name for name in each.split("."))
        for each in sounds.split(",")
    ]
    return written.replace("(", "").replace(")", ""), [(encode(each), silent) for each in phones]


_SPELLINGS: Final[dict[str, list[_Spelling]]] = {}
for _letters, _found in map(_read, _CONSONANTS.split()):
    _SPELLINGS.setdefault(_letters, []).extend(_found)
