"""The nearest existing words to a misspelt one.

The index holds all names and common forms except offensive words by length and by first and second letter,
the common ones by their consonants, and words by their pronunciation (by_ear.py). A term is compared with the
names of the same first letter or consonants, and with those that a slip in the first letter can explain. The
distance counts letters left out, added, mistaken or swapped; of several words that are near, the one that the
term most likely misspells wins (misspelling.py).

Measured on two cores: with RapidFuzz and 5 MB of the snapshot, a word takes 1 to 2 ms. symspellpy, loaded
with the same 147,306 names, answers in 0.5 ms, but takes 4.1 s and 239 MB to load: that pays for whole texts,
not for one word in a question.
"""

from __future__ import annotations

import math
from functools import lru_cache
from heapq import nsmallest
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.distance import OSA

from workers.wordnet.correction.by_ear import as_written, is_same_by_ear, weakened
from workers.wordnet.correction.folding import fold
from workers.wordnet.correction.misspelling import CLEAR, Typed, sound_of
from workers.wordnet.correction.name_index import name_index
from workers.wordnet.names.name_slots import find
from workers.wordnet.offensive import never_offered, offensive_forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workers.wordnet.lexicon import Lexicon

SHORTEST: Final = 3  # characters; two are near to every short word
LONGEST: Final = 40  # characters; people rarely type longer names, and then with many mistakes
_ONE_TYPO_ONLY: Final = 5  # characters; in so short a word, two typos leave too little
_LONG: Final = 9  # characters; in so long a word, three typos leave enough if no word is nearer: vinegarette
_MOST_TYPOS: Final = 4  # in a word of the same sound: ordurve, hors d'oeuvre, is beyond that
_FORM_SHARE: Final = 4  # an inflected form has about a quarter of its lemma's uses
_TYPO_COST: Final = 4.6  # one typo weighs as much as a word that is about 100 times as common
_SHORTEST_HEARD: Final = 5  # characters; short words sound like many others
_MOST_HEARD: Final = 2
# The least likelihood of a clear guess by ear. Of 2,500 slips in codespell's list, 40 more are corrected
# rightly and 4 wrongly (1,860 and 17 without); 13 more of 2,000 names in CMUdict are taken for words (86).
_HEARD: Final = 0.2
_MOST_CHANGED: Final = 0.9  # of the letters: few of those of a physician are left in *fizishun*
_MOST_SCORED: Final = 8  # guesses that are worth a closer look
_ASCII_BITS: Final = 7
BUCKETS: Final = 2 * (LONGEST + 1) << _ASCII_BITS
_SIGNS: Final = {"-": "hyphen", "'": "apostrophe", ".": "dot", "/": "slash"}


class Guess(Struct, frozen=True):
    """A word that a term may misspell, and how likely that is, from 0 to 1 (see misspelling.py)."""

    name: str
    likelihood: float


class SpellingIndex:
    """The names of a lexicon, indexed for nearest(), in tables that spelling_tables.py draws."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._tables = lexicon.tables
        # The tables lack the offensive words, but not rude words and names with an offensive part.
        self._never_offered = offensive_forms(lexicon)

    def guesses(self, term: str, limit: int) -> list[Guess]:
        """Return guesses for `term` (folded, in lower case), likeliest first."""
        if not SHORTEST <= len(term) <= LONGEST:
            return []
        found = self._near(term, 1 if len(term) <= _ONE_TYPO_ONLY else 2)
        if not found and len(term) >= _LONG:
            found = self._near(term, 3)
        if not found:
            return []
        weights = {name: self._weight(name) for name in found}
        # A closer look at a few more than asked for: the likeliest by commonness alone.
        likeliest = nsmallest(
            max(limit, _MOST_SCORED),
            found,
            key=lambda name: (found[name] * _TYPO_COST - math.log1p(weights[name]), name),
        )
        typed = Typed(self._lexicon, term)
        powers = {
            name: math.exp(typed.score(name, found[name], weights[name], len(found))) for name in likeliest
        }
        total = 1 + sum(powers.values())
        guesses = [Guess(name, power / total) for name, power in powers.items()]
        guesses.sort(key=lambda guess: (-guess.likelihood, guess.name))
        return guesses[:limit]

    def clear(self, term: str, guesses: Sequence[Guess]) -> str | None:
        """Return the first guess if it is clear, and no commoner word sounds as `term` is written."""
        if not guesses or guesses[0].likelihood < CLEAR:
            return None
        guess, rivals = guesses[0].name, self.heard(term)
        is_rivalled = guess not in rivals and any(self._weight(each) > self._weight(guess) for each in rivals)
        return None if is_rivalled else guess

    def clear_by_ear(self, term: str, guesses: Sequence[Guess]) -> str | None:
        """Return the only fairly likely guess that sounds as `term` is written: *fourty* is forty."""
        if len(term) < _SHORTEST_HEARD:
            return None
        spoken = self._lexicon.sounds.spoken
        alike = [
            guess.name
            for guess in guesses
            if guess.likelihood >= _HEARD and " " not in guess.name
            if is_same_by_ear(term, guess.name, spoken(guess.name))
        ]
        return alike[0] if len(alike) == 1 else None

    def heard(self, term: str) -> list[str]:
        """Return the words that are pronounced as `term` (folded) is written, if that is no word.

        Those of the likeliest spelling come first. A weak vowel may be one too many: chemistry, *kemistery*.
        """
        if len(term) < _SHORTEST_HEARD or term.replace(" ", "_") in self._lexicon:
            return []
        signs = as_written(term)
        found: dict[str, float] = {}
        for each in (signs, *weakened(signs)):
            for name in self.heard_as(each):
                typos = OSA.distance(term, name)
                if typos < _MOST_CHANGED * len(term):
                    found.setdefault(name, typos - math.log1p(self._weight(name)) / _TYPO_COST)
            if found:
                break
        return nsmallest(_MOST_HEARD, found, key=lambda name: (found[name], name))

    def heard_as(self, signs: str) -> list[str]:
        """Return the words whose pronunciation has these signs (see by_ear.py)."""
        number = self._number("heard_keys", "heard_key_slots", signs)
        return [] if number is None else self._lines("heard", number)

    def _near(self, term: str, allowed: int) -> dict[str, int]:
        """Return name → typos, for the names at most `allowed` typos away."""
        found: dict[str, int] = {}
        for bucket, most in self._buckets(term, allowed):
            for name, typos, _ in process.extract(
                term, bucket, scorer=OSA.distance, score_cutoff=most, limit=None
            ):
                if typos and name.replace(" ", "_") not in self._never_offered:
                    found[name] = min(typos, found.get(name, typos))
        return found

    def _weight(self, name: str) -> float:
        lemma = self._lexicon.lemma(name.replace(" ", "_"))
        if lemma is not None:
            return self._lexicon.lemma_weight(lemma)
        form = self._number("common_forms", "common_form_slots", name)
        return 0 if form is None else self._tables["common_form_weights"][form] / _FORM_SHARE

    def _buckets(self, term: str, allowed: int) -> Iterator[tuple[list[str], int]]:
        """Yield lists of names to compare `term` with, each with the number of typos to allow."""
        length = len(term)
        sound = self._number("sound_keys", "sound_key_slots", sound_of(term))
        if sound is not None:
            yield self._lines("sounds_alike", sound), _MOST_TYPOS
        for near in range(length - allowed, length + allowed + 1):
            yield self._names(0, term[0], near), allowed
        # Slips in the first letter: left out, mistaken, put in, swapped with the second.
        yield self._names(1, term[0], length + 1), 1
        yield self._names(1, term[1], length), 1
        if term[1] != term[0]:
            yield self._names(0, term[1], length - 1), 1
            yield self._names(0, term[1], length), 1

    def _names(self, place: int, letter: str, length: int) -> list[str]:
        """Return the names and forms of this length with this letter there, with blanks for underscores."""
        if not letter.isascii() or length > LONGEST:
            return []
        return self._lines("near_names", bucket(place, letter, length))

    def _lines(self, table: str, number: int) -> list[str]:
        texts, at = self._tables[table], self._tables[f"{table}_at"]
        return str(texts[at[number] : at[number + 1] - 1], "ascii").split("\n")[:-1]

    def _number(self, table: str, slots: str, text: str) -> int | None:
        tables = self._tables
        return find(text.encode("utf-8", "replace"), tables[slots], tables[table], tables[f"{table}_at"])


def bucket(place: int, letter: str, length: int) -> int:
    """Return the number of the bucket of names with this ASCII letter there and of this length."""
    return ((place << _ASCII_BITS) + ord(letter)) * (LONGEST + 1) + length


@lru_cache(maxsize=1)
def spelling_index(lexicon: Lexicon) -> SpellingIndex:
    """Return the index of `lexicon`, made at the first call."""
    return SpellingIndex(lexicon)


def nearest(lexicon: Lexicon, term: str, limit: int) -> list[str]:
    """Return up to `limit` existing words that `term` probably misspells, likeliest first.

    A word in another spelling (señor, which WordNet writes without the tilde) or another form comes first. If
    none is clearly meant, words of the same sound come next: *numonia* is pneumonia.
    """
    text = fold(term)
    index = spelling_index(lexicon)
    guesses = index.guesses(text, limit)
    heard = [] if index.clear(text, guesses) else index.heard(text)
    found = [*heard, *(guess.name for guess in guesses)]
    name = name_index(lexicon).find(text) if text != term.replace("_", " ") or " " in text else None
    if name and name.replace("_", " ") != term.replace("_", " ") and name not in never_offered(lexicon):
        found.insert(0, name.replace("_", " "))
    return list(dict.fromkeys(found))[:limit]


def clear_guess(lexicon: Lexicon, term: str) -> str | None:
    """Return the one word that `term` (folded) clearly misspells; None if it may well be another word."""
    index = spelling_index(lexicon)
    guesses = index.guesses(term, _MOST_SCORED)
    return index.clear(term, guesses) or index.clear_by_ear(term, guesses)


def spelled_out(word: str) -> str:
    """Return the letters of a word with hyphens between them, and its signs by their names.

    >>> spelled_out("ice cream"), spelled_out("o'clock")
    ('i-c-e c-r-e-a-m', 'o-apostrophe-c-l-o-c-k')
    """
    words = word.replace("_", " ").split()
    return " ".join("-".join(_SIGNS.get(letter, letter) for letter in part) for part in words)
