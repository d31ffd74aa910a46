"""How likely a term misspells a word, and how likely it misspells none.

Words newer than WordNet are near to others, as *vape* to *vase*. So each word near to the term gets a
score, and "none of them" has the score 0. The likelihoods are the scores' powers of e, divided by the sum
of all.

The weights come from a logistic regression over 5,000 slips of programmers (the list of the spelling
checker codespell), 256 mistakes of schoolchildren (Birkbeck's corpus) and 5,000 frequent words of the web
that WordNet lacks, most of them names. On others of the same sources, with a likelihood of CLEAR or more:
70 and 71 % are corrected rightly, 1.5 and 4 % wrongly, and 4 % of the names are taken for another. Of words
since 2006 (two lists by hand, not in the regression), 1 of 213 and 4 of 158 are taken for another.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Levenshtein

from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

CLEAR: Final = 0.65
_LONG: Final = 8  # letters; from here on, few words are near to one another
_SHORTEST_PART: Final = 3  # letters
_COMMON_PART: Final = 100  # weight of a lemma that tagged texts use

_VOWELS: Final = "aeiouy"
_REPEATS: Final = re.compile(r"(.)\1+")
_SILENT: Final = re.compile("(?<=.)[aeiouywh]")
# Letters → letters that sound alike, in this order.
_SOUNDS: Final = tuple(
    (re.compile(letters), sound)
    for letters, sound in (
        ("^[kg]n", "n"),
        ("ph", "f"),
        ("ck", "k"),
        ("gh", ""),
        ("wr", "r"),
        ("s?c(?=[eiy])|z", "s"),
        ("[cq](?!h)", "k"),
        ("d?g(?=[eiy])", "j"),
        ("x", "ks"),
    )
)
# Endings that make words of words: vaping, hijabi, influencer.
_ENDINGS: Final = word_set("s es ed ing er ers y ish able ness ly ist ism ize less ful ey ie i o")


# Sign that a term misspells a word → its weight.
WEIGHTS: Final[dict[str, float]] = {
    "always": 3.3,
    "commonness": 0.5,  # for each unit of log(1 + weight of the word)
    "more typos": -3.0,  # for each typo after the first
    "short": -1.7,  # for each letter less than _LONG
    "first letter": -2.1,  # is another
    "repeats": 1.7,  # only letters doubled, or not
    "swapped": 2.5,  # the same letters
    "sound": 1.1,  # the same consonants, by sound
    "more typos, sound": 1.5,  # for each typo after the first in a word of the same sound
    "longer": -1.3,  # the term goes on after the whole word
    "shorter": -1.2,  # the term is the beginning of the word
    "compound": -1.3,  # the term consists of two common words
    "derived": -1.4,  # the term is a word and an ending
    "replaced": -1.8,  # for each letter mistaken for another
    "added": -2.0,  # for each letter too many
    "several words": -2.0,
    "others": -1.0,  # for each unit of log(1 + number of words as near)
}


class Typed:
    """A term, prepared for the comparison to each word."""

    def __init__(self, lexicon: Lexicon, term: str) -> None:
        self._term = term
        self._letters = sorted(term)
        self._without_repeats = _REPEATS.sub(r"\1", term)
        self._sound = sound_of(term)
        self._is_compound = is_compound(lexicon, term)
        self._is_derived = is_derived(lexicon, term)

    def score(self, word: str, typos: int, weight: float, others: int) -> float:
        """Return the score of `word`, which has `typos` and a weight, among `others` that are near."""
        signs = self.signs(word, typos, weight, others)
        return sum(each * sign for each, sign in zip(WEIGHTS.values(), signs, strict=True))

    def signs(self, word: str, typos: int, weight: float, others: int) -> tuple[float, ...]:
        """Return the signs that the term misspells `word`, in the order of WEIGHTS."""
        term = self._term
        changes = [change.tag for change in Levenshtein.editops(term, word)]
        same_sound = self._sound == sound_of(word)
        return (
            1,
            math.log1p(weight),
            typos - 1,
            max(0, _LONG - len(term)),
            term[0] != word[0],
            self._without_repeats == _REPEATS.sub(r"\1", word),
            self._letters == sorted(word),
            same_sound,
            same_sound * (typos - 1),
            word in (term[:-1], term[:-2]),
            term in (word[:-1], word[:-2]),
            self._is_compound,
            self._is_derived,
            changes.count("replace"),
            changes.count("delete"),
            " " in word,
            math.log1p(others),
        )


def sound_of(word: str) -> str:
    """Return the consonants of a word by their sound, and its first letter.

    >>> sound_of("fisiks"), sound_of("physics")
    ('fsks', 'fsks')
    """
    for letters, sound in _SOUNDS:
        word = letters.sub(sound, word)
    return _REPEATS.sub(r"\1", _SILENT.sub("", word))


def is_compound(lexicon: Lexicon, term: str) -> bool:
    """Return whether a term consists of two common words: hoverboard."""
    places = range(_SHORTEST_PART, len(term) - _SHORTEST_PART + 1)
    return any(_is_common(lexicon, term[:at]) and _is_common(lexicon, term[at:]) for at in places)


def is_derived(lexicon: Lexicon, term: str) -> bool:
    """Return whether a term is a known word with a regular ending: vlogger is not, greenwashing is."""
    for ending in _ENDINGS:
        stem = term.removesuffix(ending)
        if len(stem) < _SHORTEST_PART or stem == term:
            continue
        undoubled = stem[:-1] if stem[-1] == stem[-2] and len(stem) > _SHORTEST_PART else stem
        if stem in lexicon or f"{stem}e" in lexicon or undoubled in lexicon:
            return True
    return False


def _is_common(lexicon: Lexicon, word: str) -> bool:
    lemma = lexicon.lemma(word)
    return lemma is not None and lexicon.lemma_weight(lemma) >= _COMMON_PART
