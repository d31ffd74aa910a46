"""Heteronyms: words of one spelling whose sound depends on the meaning, as *bow* and *bow*.

homographs.py knows those that depend on the part of speech. CMUdict has the sounds below without their
meanings, which are our own notes.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from workers.wordnet.pronunciation.homographs import homographs
from workers.wordnet.pronunciation.phones import encode

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

HETERONYM: Final = "heteronym"  # of SHAPES in the catalog
# Word → its sounds → what each of them is for.
_MEANT: Final[dict[str, dict[str, str]]] = {
    "bass": {"B EY1 S": "music", "B AE1 S": "the fish"},
    "bow": {"B OW1": "the weapon and the knot", "B AW1": "bending, and for the front of a ship"},
    "bowed": {"B OW1 D": "what is curved", "B AW1 D": "bending"},
    "bows": {"B OW1 Z": "weapons and knots", "B AW1 Z": "bending, and for the fronts of ships"},
    "buffet": {"B AH0 F EY1": "the meal", "B AH1 F AH0 T": "blows"},
    "desert": {"D EH1 Z ER0 T": "the dry land", "D IH0 Z ER1 T": "leaving somebody"},
    "dove": {"D AH1 V": "the bird", "D OW1 V": "the past tense of dive"},
    "invalid": {
        "IH1 N V AH0 L AH0 D": "a sick person",
        "IH1 N V AH0 L IH0 D": "a sick person",
        "IH2 N V AE1 L AH0 D": "what is not valid",
    },
    "job": {"JH AA1 B": "work", "JH OW1 B": "the man in the Bible"},
    "lead": {"L IY1 D": "leading", "L EH1 D": "the metal"},
    "learned": {"L ER1 N D": "the past tense of learn", "L ER1 N IH0 D": "scholars"},
    "minute": {
        "M IH1 N AH0 T": "sixty seconds",
        "M AY0 N UW1 T": "what is tiny",
        "M AY0 N Y UW1 T": "what is tiny",
    },
    "moped": {"M OW1 P EH0 D": "the vehicle", "M OW1 P T": "the past tense of mope"},
    "nice": {"N AY1 S": "what is pleasant", "N IY1 S": "the city"},
    "polish": {"P AA1 L IH0 SH": "making something shine", "P OW1 L IH0 SH": "Poland"},
    "putting": {"P UH1 T IH0 NG": "the form of put", "P AH1 T IH0 NG": "golf"},
    "read": {"R IY1 D": "the present tense", "R EH1 D": "the past tense"},
    "reading": {"R IY1 D IH0 NG": "the form of read", "R EH1 D IH0 NG": "the town"},
    "refuse": {
        "R AH0 F Y UW1 Z": "saying no",
        "R IH0 F Y UW1 Z": "saying no",
        "R EH1 F Y UW2 Z": "rubbish",
    },
    "sow": {"S OW1": "planting seed", "S AW1": "the female pig"},
    "tear": {"T IH1 R": "what falls from an eye", "T EH1 R": "ripping"},
    "tears": {"T IH1 R Z": "what falls from eyes", "T EH1 R Z": "ripping"},
    "wind": {"W IH1 N D": "moving air", "W AY1 N D": "turning"},
    "winds": {"W IH1 N D Z": "moving air", "W AY1 N D Z": "turning"},
    "wound": {"W UW1 N D": "an injury", "W AW1 N D": "the past tense of wind"},
}
# Word → what it has a sound for that CMUdict lacks, and a word that rhymes with this sound.
_LACKING: Final[dict[str, tuple[str, str]]] = {
    "does": ("female deer", "goes"),
    "house": ("the verb", "browse"),
    "number": ("what is more numb", "plumber"),
    "row": ("a quarrel", "cow"),
    "sewer": ("somebody who sews", "mower"),
    "slough": ("a swamp", "through"),
}


@lru_cache(maxsize=1)
def _meant() -> dict[tuple[str, bytes], str]:
    return {(word, encode(sound)): of for word, sounds in _MEANT.items() for sound, of in sounds.items()}


def meant_by(name: str, phones: bytes) -> str:
    """Return the meaning of a word with this sound, or nothing if its sound does not depend on the meaning.

    >>> meant_by("bass", encode("B AE1 S")), meant_by("dog", encode("D AO1 G"))
    ('the fish', '')
    """
    return _meant().get((name.lower(), phones), "")


def sound_lacking(name: str) -> tuple[str, str] | None:
    """Return a meaning whose sound CMUdict lacks, and a word that rhymes with this sound.

    >>> sound_lacking("row")
    ('a quarrel', 'cow')
    """
    return _LACKING.get(name.lower())


@lru_cache(maxsize=1)
def heteronyms(lexicon: Lexicon) -> list[str]:
    """Return the words whose sound depends on the meaning, or on the part of speech, the commonest first."""
    of_pos = lexicon.sounds.pronunciations
    by_pos = (word for word in homographs() if len({each.pos for each in of_pos(word)}) > 1)
    known = {word: number for word in (*_MEANT, *_LACKING, *by_pos) if (number := lexicon.lemma(word))}
    return sorted(known, key=lambda word: (-lexicon.lemma_weight(known[word]), word))
