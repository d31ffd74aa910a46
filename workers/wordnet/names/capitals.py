"""Proper names and abbreviations among the names of WordNet, whose lemmas are all in lower case."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from workers.wordnet.lexicon import ALONE, NAME, POS_ORDER, TWICE

if TYPE_CHECKING:
    from numpy import bool_, uint8
    from numpy.typing import NDArray

    from workers.wordnet.lexicon import Lexicon

_LONGEST_ABBREVIATION: Final = 5  # letters


@lru_cache(maxsize=1)
def are_names(lexicon: Lexicon) -> NDArray[bool_]:
    """Return for each lemma whether WordNet always writes it with a capital, or it is short for a word.

    A form of another word is none: *ate*, which is a goddess, too. They are found at the first call (in a
    worker's parent), in 0.1 s.
    """
    import numpy as np  # noqa: PLC0415 (where the image builds the snapshot, there is no NumPy)

    tables, own = lexicon.tables, NAME | ALONE
    marks, starts = np.asarray(tables["entry_marks"]), np.asarray(tables["entries_at"])[:-1]
    first = starts[:: len(POS_ORDER)]
    every, some = np.bitwise_and.reduceat(marks, first), np.bitwise_or.reduceat(marks, first)
    found: NDArray[bool_] = ((every & own) == own) & (some & TWICE == 0)
    names_at = np.asarray(tables["names_at"])
    stops = np.flatnonzero(np.asarray(tables["names"]) == ord("."))
    found[np.searchsorted(names_at, stops, "right") - 1] = True
    for lemma in np.flatnonzero(np.diff(names_at) <= _LONGEST_ABBREVIATION + 1).tolist():
        found[lemma] |= _is_abbreviation(lexicon, lexicon.lemma_name(lemma))
    return found


def _is_abbreviation(lexicon: Lexicon, name: str) -> bool:
    """Whether a name that nobody pronounces stands for a word (meq: milliequivalent) or a number (xiii)."""
    if name in lexicon.sounds:
        return False
    first, *others = lexicon.words(lexicon.synsets(name)[0])
    letters, is_much_shorter = iter(first), 2 * len(name) <= len(first) and "_" not in first
    return any(map(str.isdigit, others)) or (is_much_shorter and all(each in letters for each in name))


@lru_cache(maxsize=1)
def words_and_names(lexicon: Lexicon) -> tuple[NDArray[uint8], NDArray[uint8]]:
    """Return the bits of the words, and those of the names, as the index of letters takes them."""
    found = are_names(lexicon)
    return lexicon.letters.bits(~found), lexicon.letters.bits(found)


def is_name(lexicon: Lexicon, name: str) -> bool:
    """Whether a lemma is a proper name or an abbreviation, and no word as well."""
    return _number(lexicon, name) is not None


def written(lexicon: Lexicon, name: str) -> str:
    """Return a name with its capitals, unless it is a word without: Iraq, but turkey, and ate beside Ate."""
    lemma = _number(lexicon, name)
    if lemma is None:
        return name
    first = lexicon.every_entry(lemma)[0]
    return next(word for word in lexicon.words(first) if word.lower() == name)


def _number(lexicon: Lexicon, name: str) -> int | None:
    """Return the number of a proper name or an abbreviation, None for any other name."""
    lemma = lexicon.lemma(name)
    return lemma if lemma is not None and are_names(lexicon)[lemma] else None


@lru_cache(maxsize=1)
def spoken_names(lexicon: Lexicon) -> dict[str, str]:
    """Return the names of one word that CMUdict has, each with its capitals: june → June."""
    names = map(lexicon.lemma_name, are_names(lexicon).nonzero()[0].tolist())
    return {name: written(lexicon, name) for name in names if "_" not in name and name in lexicon.sounds}
