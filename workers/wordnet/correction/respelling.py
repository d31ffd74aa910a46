"""Words that sound as somebody writes them by ear: *kwire* is choir, and *zookeenee* zucchini.

by_ear.py has one sign for all vowels, which finds the words; here, each vowel has its own, which ranks them:

    kwire   k w 3 r        choir   K W AY ER   k w 3 0 r
"""

from __future__ import annotations

import re
from heapq import nsmallest
from math import log1p
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz.distance import Levenshtein

from workers.wordnet.correction.by_ear import as_spoken, as_written
from workers.wordnet.correction.spelling import spelling_index
from workers.wordnet.offensive import never_offered
from workers.wordnet.pronunciation.phones import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.wordnet.lexicon import Lexicon

_SIGNS: Final = "abdfghijklmnprstuvwyzCST"  # of by_ear.py
_MOST_COMPARED: Final = 60  # words, those with the fewest other signs
_BY_USES: Final = 0.02  # so much nearer is a word for each time that its uses grow by e
# Letters → signs, in this order: digits are vowels, as in _PHONES, and capitals the sounds of sh, ch and th.
_MAGIC: Final = "(?=[bcdfgjklmnprstvzCST]e$)"
_LETTERS: Final = tuple(
    (re.compile(letters), sign)
    for letters, sign in (
        (r"[^a-z]", ""),
        (r"([^aeiou])\1+", r"\1"),
        (r"eigh", "1"),
        (r"igh", "3"),
        (r"^[kgp](?=n)|^p(?=s)|^w(?=r)|gh", ""),
        (r"qu", "kw"),
        (r"t?ch", "C"),
        (r"sh", "S"),
        (r"th", "T"),
        (r"ph", "f"),
        (r"s?c(?=[eiy])", "s"),
        (r"ck|[cq]", "k"),
        (r"d?g(?=[eiy])", "j"),
        (r"x", "ks"),
        (r"ng", "n"),
        (r"(?<=m)b$", ""),
        (rf"a[iy]|e[iy](?=.)|a{_MAGIC}", "1"),
        (r"ee|ea|ie(?!n)|(?<=.)e?y$|i$", "2"),
        (rf"(?<=[^aeiou\d])y(?=[^aeiou\d]|er)|i{_MAGIC}", "3"),
        (rf"oo|ew|eu|ue|u{_MAGIC}", "5"),
        (rf"oa|oh|oe|ow$|o$|o{_MAGIC}", "4"),
        (r"o[iy]", "6"),
        (r"o[uw]", "7"),
        (r"a[wu]|ah(?=.)|o", "8"),
        (r"[eiu]r(?![aeiou\d])", "0r"),
        (r"(?<=.)e$", ""),
        (r"([aeiu])h", r"\1"),
    )
)
_PHONES: Final = {
    "CH": "C", "SH": "S", "ZH": "S", "TH": "T", "DH": "T", "NG": "n", "JH": "j", "HH": "h",
    "AA": "8", "AE": "a", "AH": "u", "AO": "8", "AW": "7", "AY": "3", "EH": "e", "ER": "0r", "EY": "1",
    "IH": "i", "IY": "2", "OW": "4", "OY": "6", "UH": "5", "UW": "5",
}  # fmt: skip
_WEAK: Final = {"AH0": "0", "IH0": "0"}
_VOWELS: Final = frozenset("012345678aeiu")
_SHORT: Final = frozenset("aeiu8")
_FAINT: Final = frozenset("0hwy")
_ALIKE: Final = (frozenset("sz"), frozenset("iy"), frozenset("2y"))
# What a sign in the place of another costs, and one too many or too few; a consonant costs 1.
_OTHER_VOWEL, _WEAK_VOWEL, _LIKE, _SHORT_VOWEL, _LONG_VOWEL, _FAINT_SIGN = 0.5, 0.2, 0.2, 0.5, 0.8, 0.3


class Heard(NamedTuple):
    """A word, and how far its sounds are from those that somebody wrote: below 1 is near."""

    name: str
    distance: float


def sounding_like(lexicon: Lexicon, written: str) -> list[Heard]:
    """Return the words that sound like a text, the nearest first.

    A word of CMUdict sounds as it does there, any other text as its letters are usually meant.
    """
    text = written.lower()
    phones = lexicon.sounds.phones(text) if text in lexicon.sounds else b""
    signs = as_spoken(phones) if phones else as_written(text)
    sounds = _of_phones(phones) if phones else _of_letters(text)
    if not signs:
        return []
    left_out = {*never_offered(lexicon), text}
    names = {name for each in set(_near(signs)) for name in spelling_index(lexicon).heard_as(each)} - left_out
    spoken = {name: {_of_phones(way) for way in lexicon.sounds.spoken(name)} for name in names}

    def apart(name: str) -> tuple[float, str]:
        return min(Levenshtein.distance(sounds, way) for way in spoken[name]), name

    def distance(name: str) -> float:
        uses = lexicon.lemma_weight(lexicon.number_of(name))
        return min(_distance(sounds, way) for way in spoken[name]) - _BY_USES * log1p(uses)

    found = [Heard(name, distance(name)) for name in nsmallest(_MOST_COMPARED, names, key=apart)]
    return sorted(found, key=lambda heard: (heard.distance, heard.name))


def _near(signs: str) -> Iterator[str]:
    """Yield these signs, and all with one sign more, less or other."""
    yield signs
    for at in range(len(signs) + 1):
        before, behind = signs[:at], signs[at:]
        yield before + behind[1:]
        for sign in _SIGNS:
            yield before + sign + behind
            yield before + sign + behind[1:]


def _of_letters(text: str) -> str:
    for letters, sign in _LETTERS:
        text = letters.sub(sign, text)
    return text


def _of_phones(phones: bytes) -> str:
    names = decode(phones.replace(b" ", b"")).split()
    return "".join(_WEAK.get(name) or _PHONES.get(name.rstrip("012")) or name.lower() for name in names)


def _distance(one: str, other: str) -> float:
    """Return the least cost of the changes that make one row of signs the other."""
    row = [0.0]
    for sign in other:
        row.append(row[-1] + _alone(sign))
    for sign in one:
        last, row = row, [row[0] + _alone(sign)]
        for at, wanted in enumerate(other):
            row.append(
                min(last[at] + _instead(sign, wanted), last[at + 1] + _alone(sign), row[at] + _alone(wanted))
            )
    return row[-1]


def _alone(sign: str) -> float:
    if sign in _VOWELS:
        return _FAINT_SIGN if sign in _FAINT else _SHORT_VOWEL if sign in _SHORT else _LONG_VOWEL
    return _FAINT_SIGN if sign in _FAINT else 1


def _instead(sign: str, wanted: str) -> float:
    if sign == wanted:
        return 0
    if sign in _VOWELS and wanted in _VOWELS:
        return _WEAK_VOWEL if wanted == "0" and sign in _SHORT else _OTHER_VOWEL
    return _LIKE if frozenset((sign, wanted)) in _ALIKE else 1
