"""Letters that no word has together need not be together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.messages import Where
from workers.english.conditions.letters_apart import with_letters_apart

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "letters", "contains"),
    [
        ("words with the letters qzk", "qzk", ("q", "z", "k")),
        ("words with the letters qzk together", "qzk", ("qzk",)),
        ("words with the letters ngs", "ngs", ("ngs",)),
        ("words with qzk", "qzk", ("qzk",)),
    ],
)
def test_letters_that_no_word_has_together_are_apart(
    lexicon: Lexicon, text: str, letters: str, contains: tuple[str, ...]
) -> None:
    found = with_letters_apart(lexicon, Where(contains=(letters,)), text)

    assert found.contains == contains
