"""The five first commands give what NLTK gives, for every word."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Any

import pytest

from shared.errors import BadRequest, UnknownCommand
from shared.messages import Lookup
from tests.workers.nltk_side import AllOfNltk, inflected, unique
from workers.commands import FUNCTIONS, answer
from workers.term import Term

if TYPE_CHECKING:
    from workers.lexicon import Lexicon

FIRST = ("synonyms", "examples", "definition", "pos")
EVERY_POS = (None, "n", "v", "a", "s", "r")

# What no rule is about, and what each of NLTK's quirks is about.
AWKWARD = [
    "leaves", "geese", "ice cream", "  ice \t cream ", "ICE CREAM", "hot dog", "hotdog", "men", "us", "as",
    "was", "better", "best", "axes", "data", "aliases", "lenses", "s", "es", "ies", "men's", ".22", "'hood",
    "a", "A", "in", "be", "been", "more", "most", "well", "further", "Paris", "paris", "NASA", "n", "xyzzy",
    "éclair", "İstanbul", "straße", "0", "the", "_", "__", "dog_", "ice__cream", "bang-up", "o'clock",
    "24/7", "\N{PILE OF POO}",
]  # fmt: skip


def ours(lexicon: Lexicon, command: str, word: str, pos: str | None = None) -> list[Any]:
    response = answer(lexicon, Lookup("key", "/", "room", command, word, pos)).response
    return list(json.loads(response))


def theirs(nltk_side: AllOfNltk, word: str, pos: str | None = None) -> dict[str, list[str]]:
    synsets = nltk_side.synsets(word, pos)
    return {
        "synonyms": unique(name for synset in synsets for name in synset.lemma_names()),
        "examples": unique(text for synset in synsets for text in synset.examples()),
        "definition": unique(synset.definition() for synset in synsets),
        "pos": unique(synset.pos() for synset in synsets),
        "lemmatizer": [nltk_side.lemmatize(word, pos or "n")],
    }


def test_every_lemma_name_gets_what_nltk_gives(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    assert len(nltk_side.names) == 147_306
    for name in nltk_side.names:
        term = Term(lexicon, name)

        assert {command: FUNCTIONS[command](term) for command in (*FIRST, "lemmatizer")} == theirs(
            nltk_side, name
        )


def test_inflected_and_misspelt_forms_get_what_nltk_gives(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    words = [form for name in nltk_side.sampled(50) for form in inflected(name) if form.strip("_ ")]
    for word, pos in zip(words, itertools.cycle(EVERY_POS), strict=False):
        term = Term(lexicon, word, pos)

        assert {command: FUNCTIONS[command](term) for command in (*FIRST, "lemmatizer")} == theirs(
            nltk_side, word, pos
        ), (word, pos)


def test_every_exception_gets_what_nltk_gives(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    for pos in "nvasr":
        for form in nltk_side.reader._exception_map[pos]:
            assert lexicon.dictionary_forms(form, pos) == nltk_side.reader._morphy(form, pos), (form, pos)
            assert lexicon.lemmatize(form, pos) == nltk_side.lemmatize(form, pos), (form, pos)


@pytest.mark.parametrize("word", AWKWARD)
def test_awkward_words_get_what_nltk_gives_through_the_whole_command(
    lexicon: Lexicon, nltk_side: AllOfNltk, word: str
) -> None:
    form = "_".join(word.split())
    for pos in EVERY_POS:
        expected = theirs(nltk_side, form, pos)

        assert {command: ours(lexicon, command, word, pos) for command in expected} == expected, pos


def test_white_space_within_a_word_reads_as_an_underscore(lexicon: Lexicon) -> None:
    assert ours(lexicon, "synonyms", " ice \n cream ") == ["ice_cream", "icecream"]


def test_an_unknown_word_is_an_answer(lexicon: Lexicon) -> None:
    for command in FIRST:
        assert ours(lexicon, command, "xyzzy") == []
    assert ours(lexicon, "lemmatizer", "xyzzy") == ["xyzzy"]


def test_the_lemmatizer_takes_a_noun_unless_told_otherwise(lexicon: Lexicon) -> None:
    assert ours(lexicon, "lemmatizer", "leaves") == ["leaf"]
    assert ours(lexicon, "lemmatizer", "leaves", "v") == ["leave"]
    assert ours(lexicon, "lemmatizer", "leaves", "") == ["leaf"]


def test_the_lemmatizer_heeds_case_as_nltk_does(lexicon: Lexicon) -> None:
    assert ours(lexicon, "lemmatizer", "Geese") == ["Geese"]


@pytest.mark.parametrize("command", [*FIRST, "lemmatizer"])
@pytest.mark.parametrize("pos", ["x", "noun", "N", "nv", " "])
def test_any_other_pos_is_a_bad_request(lexicon: Lexicon, command: str, pos: str) -> None:
    with pytest.raises(BadRequest, match="n, v, a, s, r"):
        ours(lexicon, command, "dog", pos)


def test_an_unknown_command_names_those_that_exist(lexicon: Lexicon) -> None:
    with pytest.raises(UnknownCommand, match="synonyms, examples, definition"):
        ours(lexicon, "synonmys", "dog")


def test_the_reply_carries_command_and_the_term_as_asked(lexicon: Lexicon) -> None:
    reply = answer(lexicon, Lookup("boot-7", "/", "room", "definition", " Ice   Cream "))

    assert (reply.option, reply.word) == ("definition", "Ice Cream")
