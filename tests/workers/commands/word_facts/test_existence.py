"""Whether something is a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.workers.questions import look_up_one

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def is_word(lexicon: Lexicon, word: str) -> dict[str, Any]:
    return look_up_one(lexicon, "is_word", word)


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        (
            "irregardless",
            {"in_wordnet": True, "pos": ["r"], "marks": ["informal"], "own_marks": ["nonstandard"]},
        ),
        ("geese", {"in_wordnet": True, "of": [{"form": "plural", "pos": "n", "of": "goose"}]}),
        ("stupider", {"in_wordnet": True, "of": [{"form": "comparative", "pos": "a", "of": "stupid"}]}),
        ("Einstein", {"in_wordnet": True, "pos": ["n"], "is_name": True}),
        ("alot", {"in_wordnet": False, "written": "a lot"}),
        ("from", {"in_wordnet": False, "kind": "a preposition"}),
        ("can't", {"in_wordnet": False, "kind": "short for “cannot”"}),
    ],
)
def test_a_word_is_known_as_what_it_is(lexicon: Lexicon, word: str, wanted: dict[str, Any]) -> None:
    found = is_word(lexicon, word)
    found.pop("nearest", None)

    assert found == {"word": word, **wanted}


def test_a_part_of_speech_that_the_word_is_not_changes_nothing(lexicon: Lexicon) -> None:
    found = look_up_one(lexicon, "is_word", "mark", "a")

    assert found == {"word": "mark", "in_wordnet": True, "pos": ["n", "v"]}


def test_a_word_and_a_form_of_another_is_both(lexicon: Lexicon) -> None:
    found = is_word(lexicon, "left")

    assert "v" not in found["pos"]
    assert {"form": "past", "pos": "v", "of": "leave"} in found["of"]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("sheeps", "sheep"),
        ("goed", "went"),
        ("gooder", "better"),
        ("begining", "beginning"),
        ("swimmed", "swam"),
        ("hitted", "hit"),
        ("more worse", "worse"),
        ("most nicest", "nicest"),
        ("furnitures", "furniture"),
    ],
)
def test_a_wrong_form_is_no_word_and_has_the_right_one(lexicon: Lexicon, wrong: str, right: str) -> None:
    found = is_word(lexicon, wrong)

    assert not found["in_wordnet"]
    assert right in found["instead"]["words"]


def test_a_form_of_a_verb_that_looks_like_a_plural_has_the_right_plural(lexicon: Lexicon) -> None:
    gooses, walks = is_word(lexicon, "gooses"), is_word(lexicon, "walks")

    assert gooses["plural"] == {"form": "plural", "of": "goose", "words": ["geese"]}
    assert "plural" not in walks


def test_a_form_with_a_doubled_letter_is_one(lexicon: Lexicon) -> None:
    assert is_word(lexicon, "blogged")["of"] == [{"form": "past", "pos": "v", "of": "blog"}]


@pytest.mark.parametrize(("typed", "meant"), [("beleive", "believe"), ("becuase", "because")])
def test_a_clear_misspelling_is_no_word(lexicon: Lexicon, typed: str, meant: str) -> None:
    assert is_word(lexicon, typed)["misspells"] == meant


def test_a_word_with_other_letters_may_be_a_new_one(lexicon: Lexicon) -> None:
    assert "misspells" not in is_word(lexicon, "frustling")


def test_what_cannot_be_counted_has_no_plural(lexicon: Lexicon) -> None:
    assert is_word(lexicon, "furnitures")["instead"]["uncountable"]
    assert "uncountable" not in is_word(lexicon, "sheeps")["instead"]


def test_an_unknown_word_has_near_ones(lexicon: Lexicon) -> None:
    found = is_word(lexicon, "serendipidy")

    assert not found["in_wordnet"]
    assert "serendipity" in found["nearest"]


def test_every_listed_form_is_a_word(lexicon: Lexicon) -> None:
    """If WordNet has the noun, too: it lists *carpogonia* without *carpogonium*."""
    bases = {form: lexicon.irregular_bases(form, "n") or "" for form in lexicon.irregular_forms()}
    known = [form for form, names in bases.items() if any(name in lexicon for name in names.split())]

    for form in known[::50]:
        assert is_word(lexicon, form)["in_wordnet"], form
