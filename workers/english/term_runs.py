# ruff: noqa: RUF001 (typographic quotes are meant)
"""Runs of words in a text that WordNet has as a name: the longest one that contains a given span."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from workers.english.pieces import pieces_around
from workers.wordnet.correction.name_index import SYNSET
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from workers.wordnet.correction.name_index import NameIndex

_MOST_PIECES: Final = 9  # words in WordNet's longest names
_LARGE_PART: Final = 0.6  # of the words of a phrase

ARTICLES: Final = word_set("a an the")
# No name goes on beyond these words of a question, unless the span includes them.
FRAME: Final = word_set(
    "define definition definitions defined mean means meaning meanings meant word words term terms"
    " phrase phrases expression idiom called noun verb adjective adverb synonym synonyms antonym"
    " antonyms opposite opposites use used using sentence sentences example examples spell spelled spelt"
    " spelling pronounce pronounced rhyme rhymes rhyming what who whom which how why when where does do"
    " did is are was were isn't what's whats please pls plz thanks thank explain tell show give say said"
    " difference between or and vs versus you we they he she me can could would should will plural"
    " singular tense english translate syllable syllables"
)
_BEFORE_CORE: Final = ARTICLES | word_set("to")
_PREPOSITIONS: Final = word_set(
    "up down in on off out over away back for to with at by about around along through into upon after"
    " across apart aside forth together under of from as against ahead without beyond above below behind"
    " before per like"
)
_LITTLE: Final = ARTICLES | _PREPOSITIONS
_DEGREES: Final = word_set("very really so too quite extremely super pretty rather")
_SIGNS: Final = "'‘’._-"  # at the ends of a piece; some names have them: 'hood, etc., St.


class Run(NamedTuple):
    """A part of a text, and the name by which WordNet knows it."""

    text: str
    name: str


class Runs:
    """The runs of a text around the pieces that a span touches."""

    def __init__(self, names: NameIndex, line: str, start: int = 0, end: int | None = None) -> None:
        end = len(line) if end is None else end
        self._names, self._line = names, line
        self._pieces = pieces = pieces_around(line, start, end, lambda text: names.find(text) is not None)
        self._words = [piece.text.lower().strip(".'") for piece in pieces]
        touched = [at for at, piece in enumerate(pieces) if piece.start < end and start < piece.end]
        self.first, self.last = (touched[0], touched[-1]) if touched else (0, -1)
        # The core: the span without an article or *to* before a term; one piece stays.
        self.core_first = self.first
        while self.core_first < self.last and self._words[self.core_first] in _BEFORE_CORE:
            self.core_first += 1
        self.core, self.whole = (self._typed(first, self.last) for first in (self.core_first, self.first))

    def widest(self) -> Run | None:
        """Return the longest known run that contains the core of the span."""
        lefts, rights = self._reach(self.core_first, -1), self._reach(self.last, 1)
        runs = [(first, last) for first in lefts for last in rights if last - first < _MOST_PIECES]
        ordered = sorted(runs, key=lambda run: run[0] - run[1])
        return next((found for run in ordered if (found := self._known(*run))), None)

    def part(self) -> Run | None:
        """Return the known name that is most of an unknown phrase: complains of, very happy."""
        count = self.last - self.core_first + 1
        for length in range(self.last - self.first, 0, -1):
            for first in range(self.first, self.last - length + 2):
                stop = first + length
                before, after = self._words[self.core_first : first], self._words[stop : self.last + 1]
                is_rest_empty = _DEGREES.issuperset(before) and _PREPOSITIONS.issuperset(after)
                is_most = is_rest_empty or length >= _LARGE_PART * count
                found = self._known(first, stop - 1) if is_most else None
                if found and not _PREPOSITIONS.issuperset(self._words[first:stop]):
                    return found
        return None

    def _reach(self, core: int, step: int) -> list[int]:
        """Return the ends of names that extend from the core to the left (step -1) or to the right (1).

        Beyond the span, it ends at no little word: "pitch in music" does not mean *pitch in*, nor "a level"
        the *A level*.
        """
        reach = [core]
        for at in range(core + step, core + step * _MOST_PIECES, step):
            is_inside = self.first <= at <= self.last
            if not 0 <= at < len(self._pieces) or not self._pieces[max(at, at - step)].joins:
                break
            if self._words[at] in FRAME and not is_inside:
                break
            if is_inside or self._words[at] not in _LITTLE:
                reach.append(at)
        return reach

    def _known(self, first: int, last: int) -> Run | None:
        """Return the run of these pieces, without signs and a possessive ending that are not in its name."""
        typed = self._typed(first, last)
        for text in (typed, typed[:-2]) if self._words[last].endswith("'s") else (typed,):
            name = self._names.find(text)
            if name:
                return Run(without_signs(text, name), name)
        return None

    def _typed(self, first: int, last: int) -> str:
        """Return the text from one piece to another, as typed."""
        return self._line[self._pieces[first].start : self._pieces[last].end] if first <= last else ""


def without_signs(typed: str, name: str) -> str:
    """Return a typed name without the signs at its ends that its name lacks."""
    synset = SYNSET.fullmatch(typed)
    bare = synset[1] if synset else typed if name[-1] in _SIGNS else typed.rstrip(_SIGNS)
    if "." in bare and "." not in name:
        bare = typed  # N.A.T.O. keeps its last dot
    return bare if name[0] in _SIGNS else bare.lstrip(_SIGNS)
