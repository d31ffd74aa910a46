"""The basic commands have NLTK's answers, for every word."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from tests.workers.nltk_side import AllOfNltk, inflected, unique
from tests.workers.questions import look_up
from workers.commands.basics import FUNCTIONS
from workers.commands.term import Term

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

FIRST = ("synonyms", "examples", "definition", "pos")
EVERY_POS = (None, "n", "v", "a", "s", "r")

# Words without a rule, and words for each of NLTK's quirks.
AWKWARD = [
    "leaves", "geese", "ice cream", "  ice \t cream ", "ICE CREAM", "hot dog", "hotdog", "men", "us", "as",
    "was", "better", "best", "axes", "data", "aliases", "lenses", "s", "es", "ies", "men's", ".22", "'hood",
    "a", "A", "in", "be", "been", "more", "most", "well", "further", "Paris", "paris", "NASA", "n", "xyzzy",
    "éclair", "İstanbul", "straße", "0", "the", "_", "__", "dog_", "ice__cream", "bang-up", "o'clock",
    "24/7", "\N{PILE OF POO}",
]  # fmt: skip


def theirs(nltk_side: AllOfNltk, word: str, pos: str | None = None) -> dict[str, list[str]]:
    synsets = nltk_side.synsets(word, pos)
    return {
        "synonyms": unique(name for synset in synsets for name in synset.lemma_names()),
        "examples": unique(text for synset in synsets for text in synset.examples()),
        "definition": unique(synset.definition() for synset in synsets),
        "pos": unique(synset.pos() for synset in synsets),
        "lemmatizer": [nltk_side.lemmatize(word, pos or "n")],
    }


def test_every_lemma_name_gets_nltks_answer(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    assert len(nltk_side.names) == 147_306
    for name in nltk_side.names:
        term = Term(lexicon, name)

        assert {command: FUNCTIONS[command](term) for command in (*FIRST, "lemmatizer")} == theirs(
            nltk_side, name
        )


def test_inflected_and_misspelt_forms_get_nltks_answers(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    words = [form for name in nltk_side.sampled(50) for form in inflected(name) if form.strip("_ ")]
    for word, pos in zip(words, itertools.cycle(EVERY_POS), strict=False):
        term = Term(lexicon, word, pos)

        assert {command: FUNCTIONS[command](term) for command in (*FIRST, "lemmatizer")} == theirs(
            nltk_side, word, pos
        ), (word, pos)


def test_every_exception_gets_nltks_answer(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    for pos in "nvasr":
        for form in nltk_side.reader._exception_map[pos]:
            assert lexicon.dictionary_forms(form, pos) == nltk_side.reader._morphy(form, pos), (form, pos)
            assert lexicon.lemmatize(form, pos) == nltk_side.lemmatize(form, pos), (form, pos)


@pytest.mark.parametrize("word", AWKWARD)
def test_awkward_words_get_nltks_answers_through_the_whole_command(
    lexicon: Lexicon, nltk_side: AllOfNltk, word: str
) -> None:
    form = "_".join(word.split())
    for pos in EVERY_POS:
        expected = theirs(nltk_side, form, pos)

        assert {command: look_up(lexicon, command, word, pos) for command in expected} == expected, pos


def test_white_space_within_a_word_counts_as_an_underscore(lexicon: Lexicon) -> None:
    assert look_up(lexicon, "synonyms", " ice \n cream ") == ["ice_cream", "icecream"]


def test_an_unknown_word_is_no_error(lexicon: Lexicon) -> None:
    for command in FIRST:
        assert look_up(lexicon, command, "xyzzy") == []
    assert look_up(lexicon, "lemmatizer", "xyzzy") == ["xyzzy"]


def test_the_lemmatizer_assumes_a_noun(lexicon: Lexicon) -> None:
    assert look_up(lexicon, "lemmatizer", "leaves") == ["leaf"]
    assert look_up(lexicon, "lemmatizer", "leaves", "v") == ["leave"]
    assert look_up(lexicon, "lemmatizer", "leaves", "") == ["leaf"]


def test_the_lemmatizer_respects_case_like_nltk(lexicon: Lexicon) -> None:
    assert look_up(lexicon, "lemmatizer", "Geese") == ["Geese"]
