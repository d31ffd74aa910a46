"""How two words stand to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from workers.commands.comparison.ancestors import Ways
from workers.commands.comparison.standing import in_form, in_meaning
from workers.commands.term import Term

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def relations(lexicon: Lexicon, word: str, word2: str) -> dict[str, dict[str, Any]]:
    term = Term(lexicon, word, word2=word2)
    return {found["relation"]: found for found in (*in_meaning(term, Ways(lexicon)), *in_form(term))}


@pytest.mark.parametrize(
    ("pair", "wanted"),
    [
        ("big large", {"same_meaning"}),
        ("hot cold", {"opposites"}),
        ("scorching cold", {"opposites"}),
        ("scorching torrid", {"similar"}),
        ("car vehicle", {"kind_of"}),
        ("finger hand", {"part_of"}),
        ("snore sleep", {"entails"}),
        ("affect effect", {"homophones", "spelling"}),
        ("complement compliment", {"near_homophones", "spelling"}),
        ("lose loose", {"spelling"}),
        ("fun funny", {"derivation"}),
        ("dice die", {"form_of", "same_meaning"}),
        ("its it's", {"homophones", "spelling"}),
        ("idea table", set()),
    ],
)  # fmt: skip
def test_two_words_have_their_relations_and_no_others(lexicon: Lexicon, pair: str, wanted: set[str]) -> None:
    assert set(relations(lexicon, *pair.split())) == wanted


def test_the_cause_is_named(lexicon: Lexicon) -> None:
    """Whichever word comes first."""
    assert relations(lexicon, "rise", "raise")["causes"]["first"] == "raise"
    assert relations(lexicon, "raise", "rise")["causes"]["first"] == "raise"


def test_a_form_names_itself(lexicon: Lexicon) -> None:
    assert relations(lexicon, "go", "went")["form_of"] == {
        "relation": "form_of", "first": "went", "form": "past", "pos": "v",
    }  # fmt: skip
    assert relations(lexicon, "fewer", "few")["form_of"]["form"] == "comparative"


def test_a_meaning_in_common_that_is_rare_in_one_word_says_so(lexicon: Lexicon) -> None:
    assert relations(lexicon, "king", "queen")["same_meaning"]["rare"] is True
    assert "rare" not in relations(lexicon, "buy", "purchase")["same_meaning"]


def test_the_two_meanings_have_their_numbers(lexicon: Lexicon) -> None:
    assert relations(lexicon, "kiwi", "bird")["kind_of"] == {
        "relation": "kind_of",
        "narrower": "kiwi",
        "path": ["kiwi", "ratite", "bird"],
        "senses": [2, 1],
    }


@pytest.mark.parametrize("pair", ["colour color", "grey gray", "judgement judgment", "organise organize"])
def test_two_spellings_of_one_word_are_not_merely_spelt_alike(lexicon: Lexicon, pair: str) -> None:
    assert "variants" in relations(lexicon, *pair.split())
    assert "spelling" not in relations(lexicon, *pair.split())


@pytest.mark.parametrize(
    "pair", ["ensure insure", "story storey", "incomplete uncomplete", "historic historical"]
)
def test_words_of_another_sound_or_main_meaning_are_no_spellings_of_one(lexicon: Lexicon, pair: str) -> None:
    assert "variants" not in relations(lexicon, *pair.split())


def test_the_commoner_of_two_spellings_is_named_if_it_is_much_commoner(lexicon: Lexicon) -> None:
    assert relations(lexicon, "supercede", "supersede")["variants"]["commoner"] == "supersede"
    assert relations(lexicon, "color", "colour")["variants"]["commoner"] == "color"
    assert "commoner" not in relations(lexicon, "theater", "theatre")["variants"]
