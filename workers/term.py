"""The term a command is asked about: as WordNet spells it, the part of speech, the second word."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from shared.catalog import PARTS_OF_SPEECH
from shared.errors import BadRequest

if TYPE_CHECKING:
    from workers.lexicon import Lexicon


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

    @cached_property
    def synsets(self) -> list[int]:
        """The synsets of the word, in sense order, as NLTK's `synsets(word, pos)` gives them."""
        return self.lexicon.synsets(self.form, self.pos)
