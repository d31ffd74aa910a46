"""British and American spellings are told apart by rules and a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.wordnet.names.national_spellings import _listed, by_country, counterparts

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("neighbour", "neighbor"), ("theatre", "theater"), ("paralyse", "paralyze"), ("foetus", "fetus"),
        ("offence", "offense"), ("cancelled", "canceled"), ("catalogue", "catalog"), ("fulfil", "fulfill"),
        ("skilful", "skillful"), ("pyjama", "pajama"), ("manoeuvre", "maneuver"),
    ],
)  # fmt: skip
def test_a_pair_is_told_apart_in_either_order(british: str, american: str) -> None:
    expected = {"British": british, "American": american}

    assert by_country([british, american]) == by_country([american, british]) == expected


def test_other_words_belong_to_no_country() -> None:
    assert by_country(["whisky", "whiskey"]) == by_country(["dog"]) == by_country([]) == {}
    assert counterparts("dog") == []


def test_wordnet_has_the_american_spellings_of_the_list(lexicon: Lexicon) -> None:
    assert all(word in lexicon for word in _listed().values())
