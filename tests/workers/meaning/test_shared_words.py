"""Definitions are compared with descriptions by the words that say something."""

from __future__ import annotations

import pytest

from workers.meaning.shared_words import content_words, shared


@pytest.mark.parametrize(
    ("description", "definition", "share"),
    [
        ("a baby swan", "a young swan", 1),
        ("young of the swans", "young swan; white later", 1),
        ("a young bird", "a young swan", 1 / 3),
        ("a boat", "a young swan", 0),
        ("it", "of the", 0),
    ],
)
def test_the_share_of_common_words_is_that_of_the_first_clause(
    description: str, definition: str, share: float
) -> None:
    assert shared(content_words(description), definition) == share
