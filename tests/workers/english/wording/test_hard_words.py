"""Hard words are a sentence for people."""

from __future__ import annotations

import pytest

from workers.english.wording.hard_words import explained


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (0, "I see no hard word in this text."),
        (1, "“a1”: b1."),
        (2, "“a1”: b1; “a2”: b2."),
        (6, "“a1”: b1; “a2”: b2; “a3”: b3; “a4”: b4; “a5”: b5; “a6”: b6."),
        (8, "“a1”: b1; “a2”: b2; “a3”: b3; “a4”: b4; “a5”: b5; “a6”: b6; and 2 more."),
    ],
)
def test_the_first_few_are_explained(count: int, sentence: str) -> None:
    found = [
        {"word": f"a{at}", "lemma": "a", "pos": "n", "definition": f"b{at}"} for at in range(1, count + 1)
    ]

    assert explained(found) == sentence
