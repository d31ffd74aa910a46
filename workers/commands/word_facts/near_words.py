"""The nearest existing words to a misspelt one, also the little words that WordNet lacks: becuase, wich."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from workers.commands.word_facts.little_words import KINDS, contractions
from workers.wordnet.correction.folding import fold
from workers.wordnet.correction.misspelling import sound_of
from workers.wordnet.correction.spelling import clear_guess, nearest

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

_SHORTEST: Final = 3  # letters; shorter words are near to everything
_SWAPS_ONLY: Final = 3  # letters; in so short a word, letters may only be in another order: teh
_ONE_TYPO_ONLY: Final = 5  # letters
_MOST_TYPOS: Final = 3  # in a word of the same sound: becos
_MOST: Final = 3  # little words


def nearest_words(lexicon: Lexicon, typed: str, limit: int) -> list[str]:
    """Return up to `limit` existing words that `typed` probably misspells, likeliest first.

    A little word comes before the others that are no nearer, because it is commoner than all of them.
    """
    found = nearest(lexicon, typed, limit)
    little = _near_little_words(typed.lower())
    if not little:
        return found
    first = 0 if not found or min(little.values()) <= OSA.distance(typed.lower(), found[0]) else 1
    return list(dict.fromkeys([*found[:first], *little, *found[first:]]))[:limit]


def clearly_meant(lexicon: Lexicon, typed: str) -> str | None:
    """Return the one word that `typed` clearly misspells: with its letters swapped, or doubled or not.

    A word with other letters may be a new one: *flustrated*.
    """
    name = fold(typed)
    swapped = [word for word in _near_little_words(name) if sorted(word) == sorted(name)]
    meant = swapped[0] if len(swapped) == 1 else clear_guess(lexicon, name)
    return meant if meant and _undoubled(meant) == _undoubled(name) else None


def _undoubled(word: str) -> list[str]:
    return sorted(letter for letter, _ in groupby(word))


def _near_little_words(typed: str) -> dict[str, int]:
    """Return the nearest little words, each with the number of typos, the fewest first.

    A slip in the first letter can only be a swap. A word of the same sound counts as one typo away.
    """
    if len(typed) < _SHORTEST:
        return {}
    words = _little_words()
    allowed = 1 if len(typed) <= _ONE_TYPO_ONLY else 2
    near = process.extract(typed, words.keys(), scorer=OSA.distance, score_cutoff=allowed, limit=None)
    found = {word: int(typos) for word, typos, _ in near if typed[0] == word[0] or typed[:2] == word[1::-1]}
    if len(typed) <= _SWAPS_ONLY:
        found = {word: typos for word, typos in found.items() if sorted(word) == sorted(typed)}
    for word in _by_sound().get(sound_of(typed), ()):
        if word[0] == typed[0] and OSA.distance(typed, word) <= _MOST_TYPOS:
            found[word] = min(found.get(word, 1), 1)
    fewest = sorted(found.items(), key=lambda item: item[1])[:_MOST]
    return {words[word]: typos for word, typos in fewest}


@lru_cache(maxsize=1)
def _little_words() -> dict[str, str]:
    """Return each little word, and each negation without its apostrophe → the word as it is written."""
    words = {word: word for text in KINDS.values() for word in text.split() if len(word) >= _SHORTEST}
    return {plain: word for plain, word in contractions().items() if word.endswith("n't")} | words


@lru_cache(maxsize=1)
def _by_sound() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in _little_words():
        if word.isalpha():
            found.setdefault(sound_of(word), []).append(word)
    return found
