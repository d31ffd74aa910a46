"""A word's forms come with their part of speech and dictionary form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.catalog import FORMS
from shared.errors import BadRequest
from tests.workers.questions import look_up
from workers.commands.term import Term

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def words(lexicon: Lexicon, word: str, form: str, pos: str | None = None) -> list[list[str]]:
    """Return the words of each entry about one form."""
    return [entry["words"] for entry in look_up(lexicon, "inflect", word, pos, form=form)]


def test_without_a_form_all_are_given_in_the_catalogs_order(lexicon: Lexicon) -> None:
    found = look_up(lexicon, "inflect", "mouse")

    assert [(entry["form"], entry["words"]) for entry in found] == [
        ("plural", ["mice"]),
        ("possessive", ["mouse's"]),
        ("third_person", ["mouses"]),
        ("past", ["moused"]),
        ("past_participle", ["moused"]),
        ("ing", ["mousing"]),
    ]
    assert found[0] == {"form": "plural", "pos": "n", "of": "mouse", "words": ["mice"]}


@pytest.mark.parametrize(
    ("word", "is_compared"), [("go", False), ("set", False), ("kind", True), ("dry", True)]
)
def test_degrees_are_given_of_words_that_people_compare(
    lexicon: Lexicon, word: str, is_compared: bool
) -> None:
    forms = {entry["form"] for entry in look_up(lexicon, "inflect", word)}

    assert ({"comparative", "superlative"} <= forms) == is_compared
    assert words(lexicon, word, "superlative", "a")


@pytest.mark.parametrize("form", FORMS)
def test_every_form_exists_for_some_word(lexicon: Lexicon, form: str) -> None:
    word = {"n": "geese", "v": "ran", "ar": "fast"}[FORMS[form]]

    assert words(lexicon, word, form)


@pytest.mark.parametrize(
    ("word", "form", "expected"),
    [
        ("geese", "plural", [["geese"]]),
        ("mice", "singular", [["mouse"]]),
        ("dog", "singular", [["dog"]]),
        ("went", "past_participle", [["gone"]]),
        ("children", "possessive", [["children's"]]),
        ("dogs", "possessive", [["dogs'"]]),
        ("Kennedy", "plural", [["Kennedys"]]),
        ("german", "plural", [["Germans"]]),
        ("polish", "plural", [["polishes"]]),
        ("ice cream", "plural", [["ice creams"]]),
        ("mother-in-law", "plural", [["mothers-in-law"]]),
        ("give up", "past", [["gave up"]]),
        ("beautiful", "superlative", [["most beautiful"]]),
        ("happy", "plural", []),
    ],
)
def test_the_asked_form_is_given(lexicon: Lexicon, word: str, form: str, expected: list[list[str]]) -> None:
    assert words(lexicon, word, form) == expected


def test_pos_narrows_the_forms(lexicon: Lexicon) -> None:
    assert {entry["pos"] for entry in look_up(lexicon, "inflect", "fast", "a")} == {"a"}
    assert {entry["pos"] for entry in look_up(lexicon, "inflect", "fast", "s")} == {"a"}
    assert words(lexicon, "fast", "plural", "v") == []


def test_an_adverb_compared_like_its_adjective_is_no_second_entry(lexicon: Lexicon) -> None:
    assert words(lexicon, "fast", "comparative") == [["faster"]]


def test_a_word_that_wordnet_lacks_is_guessed_if_a_form_is_asked_for(lexicon: Lexicon) -> None:
    [found] = look_up(lexicon, "inflect", "selfie", form="plural")

    assert (found["words"], found["guessed"]) == (["selfies"], True)
    assert look_up(lexicon, "inflect", "selfie") == []


def test_a_noun_is_guessed_as_a_verb_if_a_form_of_a_verb_is_asked_for(lexicon: Lexicon) -> None:
    """Little words are not: "but" is no verb."""
    [found] = look_up(lexicon, "inflect", "prep", form="past")

    assert (found["words"], found["guessed"]) == (["prepped"], True)
    assert all(entry["pos"] == "n" for entry in look_up(lexicon, "inflect", "prep"))
    assert words(lexicon, "but", "past") == []
    assert words(lexicon, "prep", "plural") == [["preps"]]


@pytest.mark.parametrize(("form", "word"), [("comparative", "funner"), ("past", "yeeted")])
def test_what_looks_like_a_form_has_no_guessed_forms(lexicon: Lexicon, form: str, word: str) -> None:
    assert words(lexicon, word, form) == []


def test_an_adjective_is_guessed_as_a_verb_too(lexicon: Lexicon) -> None:
    [found] = look_up(lexicon, "inflect", "preset", form="past")

    assert (found["words"], found["guessed"]) == (["preset"], True)


def test_pronouns_and_auxiliaries_have_forms_and_are_no_abbreviations(lexicon: Lexicon) -> None:
    assert words(lexicon, "he", "plural") == [["they"]]
    assert words(lexicon, "who", "possessive") == [["whose"]]
    assert words(lexicon, "WHO", "possessive") == [["WHO's"]]
    assert words(lexicon, "can", "past") == [["could"], ["canned"]]
    assert words(lexicon, "in", "plural") == []
    assert look_up(lexicon, "inflect", "i", form="plural")[0]["of"] == "I"


def test_a_mass_is_its_own_plural(lexicon: Lexicon) -> None:
    [found] = look_up(lexicon, "inflect", "information", form="plural")

    assert (found["words"], found["uncountable"]) == (["information"], True)
    assert "uncountable" not in look_up(lexicon, "inflect", "dog", form="plural")[0]
    assert words(lexicon, "information", "singular") == [["information"]]


def test_nobody_means_an_element_by_be(lexicon: Lexicon) -> None:
    assert {entry["of"] for entry in look_up(lexicon, "inflect", "be")} == {"be"}


def test_an_unknown_form_is_refused(lexicon: Lexicon) -> None:
    with pytest.raises(BadRequest, match="`form` must be one of plural"):
        Term(lexicon, "go", inflection="future")


@pytest.mark.parametrize(("word", "of"), [("better", "good"), ("bigger", "big"), ("more", None)])
def test_a_comparative_has_that_of_its_word(lexicon: Lexicon, word: str, of: str | None) -> None:
    found = look_up(lexicon, "inflect", word, "a", form="comparative")

    assert [each["of"] for each in found] == ([of] if of else [])
