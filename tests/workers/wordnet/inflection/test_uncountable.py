"""Nouns without a plural."""

from __future__ import annotations

import pytest

from workers.wordnet.inflection.uncountable import is_uncountable


@pytest.mark.parametrize("noun", ["information", "Advice", "homework", "sports_equipment", "software"])
def test_a_mass_has_no_plural(noun: str) -> None:
    assert is_uncountable(noun)


@pytest.mark.parametrize("noun", ["dog", "wine", "research_worker", "news_item", "helping"])
def test_a_thing_has_one(noun: str) -> None:
    assert not is_uncountable(noun)
