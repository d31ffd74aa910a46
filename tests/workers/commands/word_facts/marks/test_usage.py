"""How a word is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.workers.questions import look_up, look_up_one

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def usage(lexicon: Lexicon, word: str) -> dict[str, Any]:
    return look_up_one(lexicon, "usage", word)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("run", "very common"), ("happy", "common"), ("bloke", "less common"), ("crepuscular", "rare")],
)
def test_the_frequency_is_in_words(lexicon: Lexicon, word: str, expected: str) -> None:
    assert usage(lexicon, word)["frequency"] == expected


def test_only_marked_meanings_are_listed(lexicon: Lexicon) -> None:
    mum = usage(lexicon, "mum")

    assert [sense["definition"] for sense in mum["senses"]] == ["informal terms for a mother"]
    assert mum["meanings"] > 1
    assert usage(lexicon, "happy")["senses"] == []


def test_a_word_that_offends_says_so(lexicon: Lexicon) -> None:
    assert usage(lexicon, "cripple")["offensive"] is True
    assert "offensive" not in usage(lexicon, "happy")


def test_a_little_word_has_its_kind_and_our_own_marks(lexicon: Lexicon) -> None:
    """WordNet's "thou" is a thousand."""
    thou = usage(lexicon, "thou")

    assert thou["kind"] == "a pronoun"
    assert thou["own"] == [{"labels": ["archaic"], "meaning": "you, said to one person"}]
    assert "frequency" not in thou
    assert "own" not in usage(lexicon, "of")
    assert look_up(lexicon, "usage", "zzz") == []


def test_our_marks_say_that_they_are_ours_beside_those_of_wordnet(lexicon: Lexicon) -> None:
    [first, *_] = usage(lexicon, "dude")["senses"]

    assert first["marks"] == [
        {"kind": "usage", "label": "informal"},
        {"kind": "usage", "label": "slang", "own": True},
        {"kind": "region", "label": "American", "own": True},
    ]


def test_a_british_meaning_has_the_american_word(lexicon: Lexicon) -> None:
    [lift] = [
        sense for sense in usage(lexicon, "lift")["senses"] if "elevator" in sense.get("counterparts", ())
    ]

    assert {"kind": "region", "label": "British", "own": True} in lift["marks"]


def test_a_word_that_only_our_notes_have_is_answered(lexicon: Lexicon) -> None:
    [entry] = look_up(lexicon, "usage", "splash out")

    assert entry["own"][0]["labels"] == ["British", "informal"]
    assert entry["pages"][0]["url"].endswith("?q=splash%20out")


def test_a_word_has_no_mark_of_one_that_it_could_be_a_form_of(lexicon: Lexicon) -> None:
    """WordNet has *math* and *maths* in one meaning."""
    [maths] = usage(lexicon, "maths")["senses"]

    assert [mark["label"] for mark in maths["marks"] if mark["kind"] == "region"] == ["British"]
