"""Numbers in words and digits."""

from __future__ import annotations

import pytest

from workers.english.conditions.expressions import number_of


@pytest.mark.parametrize(("word", "number"), [("three", 3), ("a dozen", 12), ("twenty", 20), ("15", 15)])
def test_a_number_is_a_word_or_digits(word: str, number: int) -> None:
    assert number_of(word) == number
