# ruff: noqa: RUF001 (typographic quotes are meant)
"""From the words of a question to a term that WordNet knows, with no dead end on the way.

As typed, then folded (blank, hyphen, underscore, apostrophe, case, accents), then by its dictionary forms,
then with its spelling corrected where one word is clearly meant.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from array import array
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from workers.spelling import LONGEST, clear_guess, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.lexicon import Lexicon

PARTS_OF_SPEECH: Final = "nvar"
_SHORTEST_CORRECTED: Final = 4  # letters; nearly every three are near to a dozen words
_ENDINGS: Final = ("s", "ed", "ing")
_JOINTS = re.compile(r"[\s_\-'.’`]+")
_BLANKS = re.compile(r"[\s_]+")
# Letters that do not fall apart into a letter and an accent.
_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "'"}
)


class AskedTerm(Struct, frozen=True):
    """A term as the user wrote it (its spelling corrected), and the name to look it up by, if there is one.

    `name` is in lower case, with underscores; WordNet may know it only as an inflected form, as with *geese*.
    """

    shown: str
    name: str | None
    typed: str = ""

    @property
    def corrected(self) -> bool:
        """Whether another word is answered than was typed."""
        return bool(self.typed) and self.typed != self.shown

    @property
    def is_folded(self) -> bool:
        """Whether it is looked up by a name that is spelt otherwise: ice-cream by ice_cream."""
        return bool(self.name) and _spaced(self.name or "") != _spaced(self.shown.lower())


class Vocabulary:
    """What a lexicon knows, asked in the ways that people write."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        pairs = sorted(
            (_checksum(_JOINTS.sub("", name)), number)
            for number, name in enumerate(lexicon.lemma_names())
            if not name.isalpha()
        )
        # Names with blanks or hyphens in them: the checksum of their letters, in order, and whose it is.
        self._joined = array("I", (checksum for checksum, _ in pairs))
        self._joined_lemmas = array("I", (number for _, number in pairs))

    def dictionary_forms(self, name: str) -> list[str]:
        """Return all lemma names that `name` can be a form of, whatever its part of speech."""
        found: list[str] = []
        for pos in PARTS_OF_SPEECH:
            found += [form for form in self.lexicon.dictionary_forms(name, pos) if form not in found]
        return found

    def is_word(self, text: str) -> bool:
        """Return whether WordNet knows `text` (in lower case), inflected or not."""
        name = _BLANKS.sub("_", text)
        return name in self.lexicon or any(
            self.lexicon.dictionary_forms(name, pos) for pos in PARTS_OF_SPEECH
        )

    def find(self, text: str) -> str | None:
        """Return the name by which WordNet knows `text`, folded as far as it takes, or None."""
        if not text or len(text) > 2 * LONGEST:
            return None
        for name in _foldings(text):
            if self.is_word(name):
                return name
        return self._find_joined(_JOINTS.sub("", fold(text)))

    def _find_joined(self, letters: str) -> str | None:
        """Return the name that has these letters, wherever its blanks and hyphens are."""
        checksum = _checksum(letters)
        at = bisect_left(self._joined, checksum)
        while any(map(str.isalpha, letters)) and at < len(self._joined) and self._joined[at] == checksum:
            name = self.lexicon.lemma_name(self._joined_lemmas[at])
            if _JOINTS.sub("", name) == letters:
                return name
            at += 1
        return None

    def term(self, text: str, shouted: bool = False) -> AskedTerm | None:
        """Return the term that `text` is, or None if WordNet does not know it as it stands."""
        name = self.find(text)
        if name is None:
            return None
        return AskedTerm(self._in_its_case(text, name, shouted), name)

    def corrected(self, text: str) -> AskedTerm | None:
        """Return the term that `text` clearly misspells, or None."""
        folded = fold(text)
        if len(folded) < _SHORTEST_CORRECTED:
            return None
        meant = clear_guess(self.lexicon, folded) or self._ending_kept(folded)
        if meant is None:
            return None
        return AskedTerm(meant, meant.replace(" ", "_"), typed=text)

    def _ending_kept(self, text: str) -> str | None:
        """Return the inflected word that `text` misspells before its ending: umbrelas, umbrellas."""
        for ending in _ENDINGS:
            if text.endswith(ending) and len(text) > len(ending) + _SHORTEST_CORRECTED:
                stem = clear_guess(self.lexicon, text[: -len(ending)])
                if stem and self.is_word(stem + ending):
                    return stem + ending
        return None

    def suggestions(self, text: str, limit: int) -> list[str]:
        """Return up to `limit` existing words near to `text`."""
        return nearest(self.lexicon, fold(text), limit)

    def _in_its_case(self, text: str, name: str, shouted: bool) -> str:
        """Return `text` in lower case, unless its capitals are those of a name: Paris, but not Happy."""
        lower = text.lower()
        if shouted or text == lower:
            return lower
        lemma = self.lexicon.lemma(name)
        if lemma is None:
            return lower
        wanted = _BLANKS.sub("_", text)
        for pos in PARTS_OF_SPEECH:
            for synset in self.lexicon.entry(lemma, pos):
                words = self.lexicon.words(synset)
                if wanted in words and name not in words:
                    return text
                if name in words:
                    return lower
        return lower


def _spaced(name: str) -> str:
    return name.replace("_", " ")


def fold(text: str) -> str:
    """Return `text` without case, accents and superfluous blanks.

    >>> fold("  Café_Noir ")
    'cafe noir'
    """
    decomposed = unicodedata.normalize("NFD", text.lower().translate(_LETTERS))
    return _BLANKS.sub(" ", "".join(c for c in decomposed if not unicodedata.combining(c))).strip()


def _foldings(text: str) -> Iterator[str]:
    """Yield what `text` may be called, in lower case and with underscores, the nearest to it first."""
    lower = _BLANKS.sub("_", text.lower().strip())
    yield lower
    name = fold(text).replace(" ", "_")
    if name != lower:
        yield name
    if "_" in name or "-" in name:
        yield name.replace("-", "_")
        yield name.replace("_", "-")
    bare = name.strip("-'.!?_")
    if bare and bare != name:
        yield bare


def _checksum(letters: str) -> int:
    return zlib.crc32(letters.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=1)
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """Return the Vocabulary of `lexicon`, built at the first call (in a worker, before its pool forks)."""
    return Vocabulary(lexicon)
