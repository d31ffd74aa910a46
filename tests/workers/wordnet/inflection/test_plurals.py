"""Plurals and singulars, regular and not, also of compounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.wordnet.inflection.plurals import irregular_singulars, plurals, singulars

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("noun", "first"),
    [
        ("cat", "cats"), ("city", "cities"), ("day", "days"), ("box", "boxes"), ("church", "churches"),
        ("stomach", "stomachs"), ("hero", "heroes"), ("photo", "photos"), ("quiz", "quizzes"),
        ("man", "men"), ("fireman", "firemen"), ("human", "humans"), ("child", "children"), ("foot", "feet"),
        ("mouse", "mice"), ("blouse", "blouses"), ("goose", "geese"), ("mongoose", "mongooses"),
        ("ox", "oxen"), ("person", "people"),
        ("die", "dice"), ("wolf", "wolves"), ("bookshelf", "bookshelves"),
        ("roof", "roofs"), ("belief", "beliefs"), ("analysis", "analyses"), ("axis", "axes"),
        ("cactus", "cacti"), ("octopus", "octopuses"), ("bacterium", "bacteria"), ("museum", "museums"),
        ("criterion", "criteria"), ("alga", "algae"), ("matrix", "matrices"), ("index", "indices"),
        ("brother", "brothers"), ("gas", "gases"), ("bus", "buses"), ("lens", "lenses"),
        ("sheep", "sheep"), ("series", "series"), ("species", "species"), ("japanese", "japanese"),
        ("scissors", "scissors"), ("trousers", "trousers"), ("news", "news"), ("physics", "physics"),
        ("cheese", "cheeses"), ("fish", "fish"), ("aircraft", "aircraft"),
        ("kilohertz", "kilohertz"), ("faux_pas", "faux_pas"), ("buffalo", "buffalo"),
        ("smallpox", "smallpox"), ("haiku", "haiku"),
        ("arthritis", "arthritides"), ("viscus", "viscera"), ("pekinese", "pekinese"),
        ("Kennedy", "Kennedys"), ("Frenchman", "Frenchmen"),
        ("ice_cream", "ice_creams"), ("passer-by", "passers-by"), ("runner-up", "runners-up"),
        ("close-up", "close-ups"), ("mother-in-law", "mothers-in-law"), ("man-of-war", "men-of-war"),
        ("jack-in-the-box", "jacks-in-the-box"), ("selfie", "selfies"),
        ("attorney_general", "attorneys_general"), ("brigadier_general", "brigadier_generals"),
        ("poet_laureate", "poets_laureate"), ("heir_apparent", "heirs_apparent"),
        ("man-about-town", "men-about-town"), ("man-child", "men-children"), ("cattle", "cattle"),
        ("teeth", "teeth"), ("Fungi", "Fungi"), ("bacteria", "bacteria"), ("cola", "colas"),
        ("subgenus", "subgenera"), ("neocortex", "neocortices"),
    ],
)  # fmt: skip
def test_a_noun_has_its_plural(lexicon: Lexicon, noun: str, first: str) -> None:
    assert plurals(lexicon, noun)[0] == first


@pytest.mark.parametrize(
    ("noun", "both"),
    [
        ("cactus", {"cacti", "cactuses"}),
        ("octopus", {"octopi", "octopuses"}),
        ("formula", {"formulae", "formulas"}),
        ("brother", {"brethren", "brothers"}),
        ("mango", {"mangoes", "mangos"}),
        ("squid", {"squid", "squids"}),
        ("potato", {"potatoes"}),
    ],
)
def test_two_plurals_in_use_are_both_given(lexicon: Lexicon, noun: str, both: set[str]) -> None:
    assert set(plurals(lexicon, noun)) == both


@pytest.mark.parametrize(
    ("noun", "first"),
    [
        ("mice", "mouse"),
        ("dogs", "dog"),
        ("dog", "dog"),
        ("species", "species"),
        ("bus", "bus"),
        ("data", "datum"),
        ("dice", "die"),
        ("people", "person"),
        ("glasses", "glass"),
        ("opera", "opera"),
        ("agenda", "agenda"),
    ],
)
def test_a_noun_has_its_singular(lexicon: Lexicon, noun: str, first: str) -> None:
    assert singulars(lexicon, noun)[0] == first


def test_an_unknown_word_has_no_singular(lexicon: Lexicon) -> None:
    assert singulars(lexicon, "xyzzies") == []


def test_an_irregular_plural_may_be_a_noun_itself(lexicon: Lexicon) -> None:
    assert irregular_singulars(lexicon, "people") == ["person"]
    assert irregular_singulars(lexicon, "geese") == ["goose"]
    assert irregular_singulars(lexicon, "marches") == []
