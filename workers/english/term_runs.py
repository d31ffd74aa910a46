"""Runs of words in a text that WordNet has as a name: the longest one that contains a given span."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from workers.english.pieces import pieces_around
from workers.wordnet.correction.name_index import SYNSET
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.wordnet.correction.name_index import NameIndex

_MOST_PIECES: Final = 9  # words in WordNet's longest names
_MOST_BETWEEN: Final = 4  # words between a verb and its particle
_LARGE_PART: Final = 0.6  # of the words of a phrase

ARTICLES: Final = word_set("a an the")
# Words before a term that are not a part of it, and after it.
_BEFORE: Final = ARTICLES | word_set(
    "this that these those my your his her its our their some any to word words term phrase expression"
    " idiom noun verb adjective adverb called is are be of for like mean means meaning define definition"
    " about just please"
)
_AFTER: Final = word_set(
    "word words term phrase expression idiom noun verb adjective adverb please pls plz thanks thx thank"
    " you mean means meaning meant exactly called is in english definition synonym synonyms antonym"
    " antonyms for me"
)
# No name goes on beyond these words of a question, unless the span includes them.
FRAME: Final = word_set(
    "define definition definitions defined mean means meaning meanings meant word words term terms"
    " phrase phrases expression idiom called noun verb adjective adverb synonym synonyms antonym"
    " antonyms opposite opposites use used using sentence sentences example examples spell spelled spelt"
    " spelling pronounce pronounced rhyme rhymes rhyming what who whom which how why when where does do"
    " did is are was were isn't what's whats please pls plz thanks thank explain tell show give say said"
    " difference between or and vs versus you we they he she me can could would should will plural"
    " singular tense english translate"
)
_IN_QUOTES: Final = ARTICLES | word_set("to")
_NONE: Final = word_set("")
_PARTICLES: Final = word_set(
    "up down in on off out over away back for to with at by about around along through into upon after"
    " across apart aside forth together under of from as against ahead without"
)
_PREPOSITIONS: Final = _PARTICLES | word_set("beyond under above below behind before per like")
# Before a preposition that begins a name: "define in fact", but not "words ending in time".
_BEFORE_PREPOSITION: Final = word_set(
    "define does do did mean meaning of for is are was called word phrase expression term idiom use"
    " using explain say spell and or the what's about like"
)
# After a particle that ends a name: "does hold on mean", but not "use run in a sentence".
_AFTER_PARTICLE: Final = _PREPOSITIONS | word_set(
    "mean means meaning meant and or vs versus is are was please pls thanks correctly stand"
)
_DEGREES: Final = word_set("very really so too quite extremely super pretty rather")
_EQUALS: Final = word_set("is are was were be what's whats who's it's that's isn't")
_OBJECTS: Final = ARTICLES | word_set(
    "it them him her me us you this that these those my your his its our their something someone somebody one"
)


_SIGNS: Final = "'._-"  # at the ends of a piece; some names have them: 'hood, etc., St.


class Run(Struct, frozen=True):
    """A part of a text, from its place `start` to before `end`, and the name by which WordNet knows it."""

    start: int
    end: int
    name: str


class Runs:
    """The runs of a text around the pieces that a span touches."""

    def __init__(
        self, names: NameIndex, line: str, start: int = 0, end: int | None = None, *, quoted: bool = False
    ) -> None:
        end = len(line) if end is None else end
        self._names = names
        self._line = line
        self._pieces = pieces = pieces_around(line, start, end, self._is_name)
        self._before, self._after = (_IN_QUOTES, _NONE) if quoted else (_BEFORE, _AFTER)
        self._words = [piece.text.lower().strip(".'") for piece in pieces]
        touched = [at for at, piece in enumerate(pieces) if piece.start < end and start < piece.end]
        self.first, self.last = (touched[0], touched[-1]) if touched else (0, -1)
        self.core_first, self.core_last = self._core() if touched else (0, -1)

    def _is_name(self, text: str) -> bool:
        return self._names.find(text) is not None

    def _core(self) -> tuple[int, int]:
        """Return the first and last piece of the span without the words around a term; one piece stays."""
        first, last = self.first, self.last
        while first < last and self._words[first] in self._before:
            first += 1
        while first < last and self._words[last] in self._after:
            last -= 1
        return first, last

    @property
    def is_empty(self) -> bool:
        """Whether the span touches no piece."""
        return self.first > self.last

    @property
    def core(self) -> str:
        """The core of the span, as typed."""
        return self._line[self._pieces[self.core_first].start : self._pieces[self.core_last].end]

    @property
    def whole(self) -> str:
        """The pieces that the span touches, as typed."""
        return self._line[self._pieces[self.first].start : self._pieces[self.last].end]

    def text(self, run: Run) -> str:
        """Return a run as typed."""
        return self._line[run.start : run.end]

    def widest(self) -> Run | None:
        """Return the longest known run that contains the core of the span."""
        left, right = self._limit(-1), self._limit(1)
        core_first, core_last = self.core_first, self.core_last
        runs = [
            (first, last)
            for first in range(left, core_first + 1)
            for last in range(core_last, min(right, first + _MOST_PIECES - 1) + 1)
        ]
        runs.sort(key=lambda run: run[0] - run[1])
        for first, last in runs:
            if self._may_begin(first, last) and self._fits(first, last):
                found = self._known(first, last)
                if found and not self._is_grammar(first, last, found):
                    return found
        return None

    def _limit(self, step: int) -> int:
        """Return the last piece to which a name can extend to the left (step -1) or to the right (1)."""
        at, end = (self.core_first, self.first) if step < 0 else (self.core_last, self.last)
        while abs(at + step - (self.core_first if step < 0 else self.core_last)) < _MOST_PIECES:
            beyond = at + step
            if not 0 <= beyond < len(self._pieces) or not self._pieces[max(at, beyond)].joins:
                break
            outside = beyond < end if step < 0 else beyond > end
            if outside and self._words[beyond] in FRAME:
                break
            at = beyond
        return at

    def _may_begin(self, first: int, last: int) -> bool:
        """Return whether a name may begin as this run does, which spares looking up most runs."""
        if first == last:
            return True
        parts = [part for word in self._words[first : first + 2] for part in word.split("-")]
        return self._names.may_begin(parts[0], parts[1])

    def _fits(self, first: int, last: int) -> bool:
        """Return whether a run beyond the span may begin and end with these words."""
        if first < self.first and self._words[first] in _PREPOSITIONS:
            before = first - 1
            if before >= 0 and self._pieces[first].joins and self._words[before] not in _BEFORE_PREPOSITION:
                return False
        if last > self.last and self._words[last] in _PARTICLES:
            after = last + 1
            if (
                after < len(self._pieces)
                and self._pieces[after].joins
                and self._words[after] not in _AFTER_PARTICLE
            ):
                return False
        return True

    def _is_grammar(self, first: int, last: int, run: Run) -> bool:
        """Return whether an article stands before a term without being a part of it, unlike in A level."""
        if first in (0, last) or first >= self.first or self._words[first] not in ARTICLES:
            return False
        if self._words[first - 1] not in _EQUALS or self._pieces[first].text[0].isupper():
            return False
        rest = self._known(first + 1, last)
        return rest is not None and self._names.weight(rest.name) > self._names.weight(run.name)

    def _known(self, first: int, last: int) -> Run | None:
        """Return the run of these pieces, without signs and a possessive ending that are not in its name."""
        start, end = self._pieces[first].start, self._pieces[last].end
        for stop in (end, end - 2) if self._words[last].endswith("'s") else (end,):
            typed = self._line[start:stop]
            name = self._names.find(typed)
            if name:
                return Run(*_without_signs(typed, start, name), name)
        return None

    def phrasal_verb(self) -> Run | None:
        """Return the verb and particle with its object between them: turn the light off."""
        for particle in self._particles():
            name = self._names.phrasal_verb(self._words[self.core_first], [self._words[particle]])
            if name:
                return Run(self._pieces[self.core_first].start, self._pieces[particle].end, name)
        return None

    def _particles(self) -> Iterator[int]:
        verb = self.core_first
        for at in range(verb + 2, min(len(self._pieces), verb + 2 + _MOST_BETWEEN)):
            if not self._pieces[at].joins or not self._pieces[at - 1].joins:
                return
            fits = at <= self.last or self._fits(verb, at)
            if fits and self._words[at] in _PARTICLES and self._words[verb + 1] in _OBJECTS:
                yield at

    def part(self) -> Run | None:
        """Return the known name that is most of an unknown phrase: complains of, very happy."""
        last = self.core_last
        if self.core_first < last and self._words[self.core_first] in _DEGREES:
            return self._large(self.core_first + 1, last)
        for end in range(last - 1, self.core_first - 1, -1):
            if self._words[end + 1] not in _PREPOSITIONS:
                break
            found = self._large(self.first, end) or self._large(self.core_first, end)
            if found:
                return found
        count = last - self.core_first + 1
        for length in range(count - 1, 1, -1):
            for start in range(self.core_first, last - length + 2) if length >= _LARGE_PART * count else ():
                found = self._large(start, start + length - 1)
                if found:
                    return found
        return None

    def _large(self, first: int, last: int) -> Run | None:
        """Return the run of these pieces, if WordNet has it and it is more than prepositions."""
        if all(word in _PREPOSITIONS for word in self._words[first : last + 1]):
            return None
        return self._known(first, last)


def _without_signs(typed: str, start: int, name: str) -> tuple[int, int]:
    """Return the place of a typed name that begins at `start`, without signs that its name lacks."""
    synset = SYNSET.fullmatch(typed)
    bare = synset[1] if synset else typed if name[-1] in _SIGNS else typed.rstrip(_SIGNS)
    if "." in bare and "." not in name:
        bare = typed  # N.A.T.O. keeps its last dot
    before = 0 if name[0] in _SIGNS else len(bare) - len(bare.lstrip(_SIGNS))
    return start + before, start + len(bare)
