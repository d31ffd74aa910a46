"""Answers about sound and inflection are sentences for people; test_answers.py has more of them."""

from __future__ import annotations

import pytest

from workers.english.term_finder import AskedTerm
from workers.english.understood import Understood
from workers.english.wording.sentences import Answer
from workers.english.wording.word_facts import inflection, pronunciation, spelling


def test_pronunciations_are_grouped_by_part_of_speech() -> None:
    found = [
        {"ipa": "a", "respelling": "ruh-KORD", "syllables": 2, "stressed": [2], "pos": ["v"]},
        {"ipa": "b", "respelling": "REK-urd", "syllables": 2, "stressed": [1], "pos": ["n"]},
        {"ipa": "c", "respelling": "rih-KORD", "syllables": 2, "stressed": [2], "pos": ["v"]},
    ]

    sentence = pronunciation(Answer(Understood("pronunciation"), "record", found))

    assert sentence == (
        "Record is pronounced “ruh-KORD” (/a/) or “rih-KORD” (/c/) as a verb,"
        " stressed on the second syllable; “REK-urd” (/b/) as a noun, stressed on the first syllable,"
        " 2 syllables."
    )


@pytest.mark.parametrize(
    ("stresses", "said"),
    [
        ({3: [1], 2: [1]}, "2 or 3 syllables, stressed on the first"),
        ({3: [2], 2: [1]}, "2 or 3 syllables"),
        ({4: [2]}, "4 syllables, stressed on the second"),
        ({2: [1, 2]}, "2 syllables"),
        ({7: [7]}, "7 syllables"),
        ({1: [1]}, "one syllable"),
        ({1: [1], 2: [1]}, "1 or 2 syllables"),
    ],
)
def test_syllables_are_counted_and_a_clear_stress_is_placed(
    stresses: dict[int, list[int]], said: str
) -> None:
    found = [
        {"ipa": "a", "respelling": "b", "syllables": count, "stressed": stressed}
        for count, stressed in stresses.items()
    ]

    assert pronunciation(Answer(Understood("pronunciation"), "reference", found)).endswith(f" (/a/), {said}.")


def test_one_form_of_two_words_is_one_sentence() -> None:
    found = [
        {"form": "past", "pos": "v", "of": "leave", "words": ["left"]},
        {"form": "past", "pos": "v", "of": "lie", "words": ["lay", "lied"]},
    ]

    assert inflection(Answer(Understood("inflect"), "left", found)) == (
        "The past tense of leave is left and the past tense of lie is lay or lied."
    )


def test_little_words_have_a_right_spelling_though_wordnet_lacks_them() -> None:
    because = Understood("spelling", AskedTerm("because", None, note="“Because” is a conjunction."))
    dont = Understood("spelling", AskedTerm("dont", None, note="“Don't” is short for “do not”."))

    assert (
        spelling(Answer(because, "because", ["became"]))
        == "The right spelling is “because”: b-e-c-a-u-s-e (7 letters)."
    )
    assert (
        spelling(Answer(dont, "dont", ["font"]))
        == "The right spelling is “don't”: d-o-n-apostrophe-t (4 letters)."
    )


@pytest.mark.parametrize(
    ("form", "word", "base", "found", "sentence"),
    [
        ("singular", "mice", "mouse", "mouse", "The singular of mice is mouse."),
        ("possessive", "children", "child", "children's", "The possessive of children is children's."),
        ("past", "went", "go", "went", "The past tense of go is went."),
    ],
)
def test_a_form_is_one_of_the_word_or_of_its_dictionary_form(
    form: str, word: str, base: str, found: str, sentence: str
) -> None:
    entry = {"form": form, "pos": "n", "of": base, "words": [found]}

    assert inflection(Answer(Understood("inflect"), word, [entry])) == sentence


def test_a_form_that_only_the_rules_make_gets_the_right_one() -> None:
    occured = Understood("spelling", AskedTerm("occured", "occured"))

    assert (
        spelling(Answer(occured, "occured", ["occurred"]))
        == "The right spelling is “occurred”: o-c-c-u-r-r-e-d (8 letters)."
    )


def test_a_word_of_another_script_has_letters_too() -> None:
    cat = Understood("spelling", AskedTerm("고양이"))

    assert spelling(Answer(cat, "고양이", [])).endswith("it has 3 letters: 고-양-이.")
