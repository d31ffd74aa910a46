"""The short answer on a class with an adjective."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("is a hen a male bird?", "No, not a male bird: hen is defined as “adult female chicken”."),
        ("is a cub a young animal?", "Yes, a young animal: cub is defined as “the young of certain"),
        (
            "is a gelding a female horse?",
            "No, not a female horse: gelding is defined as “castrated male horse”.",
        ),
        (
            "is a mastiff a small dog?",
            "WordNet does not have “small dog”; here is “dog”. For “dog”",
        ),
        ("is a stallion a male horse?", "Yes: a stallion is a kind of male horse"),
    ],
)
def test_the_adjective_of_a_class_counts(lexicon: Lexicon, text: str, start: str) -> None:
    assert (ask(lexicon, text).text or "").startswith(start)
