# ruff: noqa: RUF001 (typographic quotes are meant)
"""The term that people mean by a part of a sentence, in the spelling of WordNet if WordNet has it.

A term is looked up as typed, in other spellings and as a form of a word; then with corrected spelling, if it
clearly misspells one word. Little words such as *of* come with a sentence about themselves.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from shared.messages import Said  # noqa: TC001 (msgspec reads the annotations)
from workers.commands.word_facts.little_words import OWN_WORD, is_in_wordnet, note_on, with_apostrophe
from workers.english.pieces import plain, set_apart
from workers.english.term_runs import Runs, without_signs
from workers.wordnet.correction.folding import INVISIBLE, JOINTS, fold
from workers.wordnet.correction.name_index import name_index
from workers.wordnet.correction.spelling import clear_guess, nearest
from workers.wordnet.names.spelled import readable, spelled

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

_SHORTEST_CORRECTED: Final = 4  # letters; almost any three letters are near to a dozen words
_LONGEST_LITTLE: Final = 20  # characters
_AT_ENDS: Final = ' \t\n.!?,;:"“”‘’«»*`()[]'


class AskedTerm(Struct, frozen=True):
    """A term as the user wrote it, with corrected spelling, and the name to look it up by.

    `name` is in lower case, with underscores, or empty if WordNet lacks the term. WordNet may know it only
    as an inflected form, like *geese*.
    `part_of` is the whole phrase that was typed, if the term is only a part of it. `note` is a sentence to
    say before any answer: that *from* is a preposition, which WordNet does not have.
    """

    shown: str
    name: str = ""
    typed: str = ""
    part_of: str = ""
    note: Said | None = None

    @property
    def corrected(self) -> bool:
        """Whether the spelling was corrected."""
        return bool(self.typed) and self.typed != self.shown

    @property
    def is_folded(self) -> bool:
        """Whether the name is spelt differently from the term: ice_cream for ice-cream."""
        return self.name != "" and readable(self.name) != readable(self.shown.lower())


def as_typed(text: str) -> AskedTerm:
    """Return all of a text as a term, neither corrected nor folded."""
    return AskedTerm(text, spelled(text.lower()))


def literal(term: AskedTerm) -> AskedTerm:
    """Return a term as it was typed, neither corrected nor folded: "is alot a word?"."""
    return replace(as_typed(term.typed or term.shown), note=term.note)


def is_only_ours(term: AskedTerm) -> bool:
    """Whether a term is a word that WordNet lacks and our own notes on usage have."""
    return term.note is not None and term.note.key == OWN_WORD


class TermFinder:
    """The terms of a lexicon, found in typed texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._names = name_index(lexicon)
        self.term = lru_cache(maxsize=128)(self._term)  # a question asks for the same texts again and again

    def is_word(self, text: str) -> bool:
        """Return whether WordNet knows `text` (in lower case), inflected or not."""
        return self._names.is_word(spelled(text))

    def find(self, text: str) -> str | None:
        """Return the name by which WordNet knows `text`, folded if need be, or None."""
        return self._names.find(text)

    def _term(self, text: str) -> AskedTerm | None:
        """Return `text` as a term, or None if WordNet does not know it and it is no little word."""
        little = self._little_word(text)
        text = text[self._to(text) :]
        name = None if little else self.find(text)
        if not name:
            return little
        return AskedTerm(self._in_its_case(without_signs(text, name), name), name)

    def in_span(self, text: str, start: int, end: int) -> AskedTerm | None:
        """Return the term meant by the part of `text` from `start` to `end`, or None if that is empty.

        A quotation that the span touches comes first, then the longest name of WordNet that contains it, then
        its corrected spelling, then a name in it. The last resort is the span as typed, as an unknown term.
        """
        line = plain(text)
        if line[start:end].lower().startswith("of ") and not self.find(line[start:end]):  # "shades *of red*"
            start += len("of ")
        start += self._to(line[start:end])
        first, last = set_apart(line, start, end) or (0, 0)
        first += self._to(line[first:last])
        is_half = 2 * (min(end, last) - max(start, first)) >= last - first > 0
        quoted = self._of_runs(Runs(self._names, line[first:last])) if is_half else None
        return quoted or self._of_runs(Runs(self._names, line, start, end))

    def _to(self, text: str) -> int:
        """Return the length of a "to" before a verb at the start of `text`: not in "to be sure", a name."""
        before = text[:3]
        if before.lower() != "to " or self.find(text) == spelled(text.lower()):
            return 0
        verb = self.find(text[3:])
        return len(before) if verb and self.lexicon.dictionary_forms(verb, "v") else 0

    def _of_runs(self, runs: Runs) -> AskedTerm | None:
        core = runs.core
        if not core:
            return None
        widest = runs.widest()
        is_longer = widest is not None and len(widest.text) > len(core)
        little = None if is_longer else self._little_word(core)
        if widest and not little:
            return AskedTerm(self._in_its_case(*widest), widest.name)
        if exact := little or self.corrected(core.strip(_AT_ENDS)):
            return exact
        if part := runs.part():
            return AskedTerm(self._in_its_case(*part), part.name, part_of=runs.whole.strip(_AT_ENDS))
        return AskedTerm(_unknown(core))

    def _little_word(self, text: str) -> AskedTerm | None:
        """Return a little word, contraction or abbreviation, with the sentence on its kind."""
        typed = plain(text).strip(' \t\n!?,;:"')
        typed = typed.strip("'.") if typed.endswith("'") else typed.rstrip(".")
        word = typed.lower()
        is_acronym = len(word) > 1 and typed.isupper() and is_in_wordnet(word)
        if is_acronym or len(word) > _LONGEST_LITTLE:
            return None  # WHO, IT, US
        note = note_on(self.lexicon, word) or note_on(self.lexicon, word.strip("'."))
        if not note and word.isalpha() and not self.find(word):
            note = note_on(self.lexicon, with_apostrophe(word))
        if not note:
            return None
        shown = word if typed.capitalize() == typed and word != "i" else typed
        return AskedTerm(shown, word if is_in_wordnet(word) else "", note=note)

    def corrected(self, text: str) -> AskedTerm | None:
        """Return the term that `text` clearly misspells, or None: ice craem, ice berg.

        In a phrase, only unknown words are corrected.
        """
        folded = fold(text)
        words = folded.split()
        if len(folded) < _SHORTEST_CORRECTED:
            return None
        meant = clear_guess(self.lexicon, folded)
        known = [word for word in words if len(words) > 1 and self.is_word(word)]
        if meant is None or not set(known) <= set(meant.split()):
            return None
        return AskedTerm(meant, meant.replace(" ", "_"), typed=text)

    def suggestions(self, text: str, limit: int) -> list[str]:
        """Return up to `limit` existing words near to `text`."""
        return nearest(self.lexicon, fold(text), limit)

    def _in_its_case(self, text: str, name: str) -> str:
        """Return `text` in lower case, unless its capitals are those of a name: Paris, but not Happy."""
        text = " ".join(plain(text).translate(INVISIBLE).split())
        if text == text.lower():
            return text
        written = self._written(name)
        letters = JOINTS.sub("", text.removesuffix("'s") if "'" not in name else text)
        if any(JOINTS.sub("", word) == letters for word in written):
            return text
        is_name = written and not any(word == word.lower() for word in written)
        return readable(written[0]) if is_name else text.lower()

    def _written(self, name: str) -> list[str]:
        """Return how WordNet writes a name, or the names of which it is a form, sense by sense."""
        forms = (
            {name} if name in self.lexicon else set(chain(*self.lexicon.all_dictionary_forms(name).values()))
        )
        synsets = chain(*(self.lexicon.synsets(form) for form in forms))
        return [word for synset in synsets for word in self.lexicon.words(synset) if word.lower() in forms]


def _unknown(text: str) -> str:
    """Return an unknown term without signs at its ends."""
    shown = " ".join(text.translate(INVISIBLE).split())
    return shown.strip(_AT_ENDS) or shown


@lru_cache(maxsize=1)
def term_finder(lexicon: Lexicon) -> TermFinder:
    """Return the TermFinder of `lexicon`, made at the first call."""
    return TermFinder(lexicon)
