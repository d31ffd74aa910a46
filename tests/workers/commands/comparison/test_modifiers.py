"""Whether definitions have what an adjective says of a thing, or the opposite."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.commands.comparison.modifiers import told
from workers.commands.term import Term

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("word", "adjective", "holds"),
    [
        ("gelding", "castrated", True),
        ("gander", "female", False),
        ("uncle", "female", False),  # by the definition of *brother*
        ("spinster", "married", False),
        ("cub", "old", False),
        ("dwarf", "large", False),  # by the name of a class
        ("mastiff", "young", None),  # of an old breed
        ("violin", "large", None),
    ],
)
def test_definitions_have_an_adjective_or_its_opposite(
    lexicon: Lexicon, word: str, adjective: str, holds: bool | None
) -> None:
    found = told(lexicon, Term(lexicon, word, for_reader=True).meanings[0], adjective)
    assert (found.holds if found else None) is holds
