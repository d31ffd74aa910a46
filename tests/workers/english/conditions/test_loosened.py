"""Letters that no word has together need not be together, and words not common if none is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.messages import Where
from workers.english.conditions.loosened import loosened

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
    found = loosened(lexicon, Where(contains=(letters,)), text)

    assert found.contains == contains


def test_no_word_need_be_common_if_none_is(lexicon: Lexicon) -> None:
    rare, common = Where(shape="doubles_in_row", common=True), Where(starts="qu", common=True)

    assert loosened(lexicon, rare, "a common word") == Where(shape="doubles_in_row")
    assert loosened(lexicon, common, "a common word") == common
