"""The term a command is asked about: as WordNet spells it, the part of speech, the second word."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from shared.catalog import PARTS_OF_SPEECH
from shared.errors import BadRequest
from workers.lexicon import POS_ORDER

if TYPE_CHECKING:
    from workers.lexicon import Lexicon


# Code of a relation (see relations.py) → the synsets or senses that it leads to.
_Pointers = dict[int, list[int]]


def spelled(term: str) -> str:
    """Return `term` with WordNet's underscores: outer white space dropped, inner read as one underscore.

    >>> spelled("  ice  cream ")
    'ice_cream'
    """
    return "_".join(term.split())


class Term:
    """One term and one lexicon; what several commands need is worked out once."""

    def __init__(self, lexicon: Lexicon, word: str, pos: str | None = None, word2: str | None = None) -> None:
        if pos and pos not in PARTS_OF_SPEECH:
            raise BadRequest(f"pos must be one of {', '.join(PARTS_OF_SPEECH)}, or left out")
        self.lexicon = lexicon
        self.form = spelled(word)
        self.pos = pos or None
        self.word2 = spelled(word2 or "")
        self._senses: dict[int, list[int]] = {}
        self._pointers: dict[int, tuple[_Pointers, list[_Pointers]]] = {}

    @cached_property
    def synsets(self) -> list[int]:
        """The synsets of the word, each once, in the order of NLTK's `synsets(word, pos)`."""
        lexicon = self.lexicon
        found = (
            synset
            for pos in (self.pos or POS_ORDER)
            for name in self.forms_as(pos)
            for synset in lexicon.entry(lexicon.number_of(name), pos)
        )
        return list(dict.fromkeys(found))

    @cached_property
    def second(self) -> Term:
        """The second word, as a term of its own."""
        return Term(self.lexicon, self.word2, self.pos)

    @cached_property
    def forms(self) -> dict[str, list[str]]:
        """Part of speech → the lemma names that the word can be a form of."""
        form = self.form.lower()
        return {pos: self.lexicon.dictionary_forms(form, pos) for pos in POS_ORDER}

    def forms_as(self, pos: str) -> list[str]:
        """Return the lemma names that the word can be a form of as one part of speech."""
        return self.forms["a" if pos == "s" else pos]

    @property
    def lemma(self) -> str | None:
        """The lemma found instead of the word as it is; None if the word itself is one, or unknown."""
        found = [name for pos in (self.pos or POS_ORDER) for name in self.forms_as(pos)]
        return found[0] if found and self.form.lower() not in found else None

    @property
    def is_unknown(self) -> bool:
        """Whether WordNet has the word in no part of speech, nor any word that it could be a form of."""
        return not any(self.forms.values())

    def senses(self, synset: int) -> list[int]:
        """Return the word's own senses in `synset`: two where it is a form of two words there."""
        found = self._senses.get(synset)
        if found is None:
            found = self.lexicon.senses_of(synset, self.forms_as(self.lexicon.pos(synset)))
            self._senses[synset] = found
        return found

    def pointers(self, synset: int) -> tuple[_Pointers, list[_Pointers]]:
        """Return where `synset` points, and where each of the word's own senses in it does."""
        found = self._pointers.get(synset)
        if found is None:
            lexicon = self.lexicon
            found = lexicon.pointers(synset), [lexicon.sense_pointers(sense) for sense in self.senses(synset)]
            self._pointers[synset] = found
        return found
