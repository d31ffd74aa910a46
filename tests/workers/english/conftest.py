"""The vocabulary of WordNet, as questions find their words in it."""

from __future__ import annotations

import pytest

from workers.english.term_finder import TermFinder, term_finder
from workers.wordnet.lexicon import Lexicon


@pytest.fixture(scope="session")
def words(lexicon: Lexicon) -> TermFinder:
    """The words of the lexicon, found by the spellings that people use."""
    return term_finder(lexicon)
