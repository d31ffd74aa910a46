"""The term finder, for tests of what people mean by little words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.english.term_finder import TermFinder, term_finder

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.fixture(scope="session")
def words(lexicon: Lexicon) -> TermFinder:
    """The words of the lexicon, found by the spellings that people use."""
    return term_finder(lexicon)
