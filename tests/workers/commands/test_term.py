"""A term is spelt and read as in WordNet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.errors import BadRequest
from tests.workers.nltk_side import AllOfNltk
from workers.commands.term import Term
from workers.wordnet.names.spelled import spelled

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize("word", ["leaves", "Geese", "well", "ice cream", "ran", "xyzzy"])
def test_the_synsets_are_those_of_nltk_without_repeats(
    lexicon: Lexicon, nltk_side: AllOfNltk, word: str
) -> None:
    for pos in (None, *"nvasr"):
        theirs = dict.fromkeys(synset.name() for synset in nltk_side.synsets(spelled(word), pos))

        assert [lexicon.synset_name(synset) for synset in Term(lexicon, word, pos).synsets] == list(theirs)


def test_a_word_can_be_a_form_of_several_lemmas(lexicon: Lexicon) -> None:
    leaves = Term(lexicon, "leaves")

    assert leaves.forms == {"n": ["leaf", "leave"], "v": ["leave"], "a": [], "r": []}
    assert leaves.forms_as("s") == leaves.forms_as("a")


@pytest.mark.parametrize(
    ("word", "pos", "lemma"),
    [
        ("geese", None, "goose"),
        ("goose", None, None),
        ("Goose", None, None),
        ("leaves", "v", "leave"),
        ("xyzzy", None, None),
    ],
)
def test_the_lemma_is_named_if_it_is_another_word(
    lexicon: Lexicon, word: str, pos: str | None, lemma: str | None
) -> None:
    assert Term(lexicon, word, pos).lemma == lemma


def test_a_word_is_unknown_if_no_part_of_speech_has_it(lexicon: Lexicon) -> None:
    assert Term(lexicon, "xyzzy").is_unknown
    assert not Term(lexicon, "happy", "n").is_unknown


def test_the_second_word_has_the_same_part_of_speech(lexicon: Lexicon) -> None:
    second = Term(lexicon, "cat", "n", "hot dog").second

    assert (second.form, second.pos) == ("hot_dog", "n")


def test_meanings_are_numbered_from_one(lexicon: Lexicon) -> None:
    run = Term(lexicon, "run")

    assert [run.sense_number(synset) for synset in run.meanings[:3]] == [1, 2, 3]


def test_the_senses_in_a_synset_are_those_of_the_word_itself(lexicon: Lexicon) -> None:
    happy = Term(lexicon, "happy")
    synset = happy.synsets[0]

    assert [lexicon.sense_word(sense) for sense in happy.senses(synset)] == ["happy"]


def test_a_form_of_two_words_of_a_synset_has_both_senses(lexicon: Lexicon) -> None:
    moon = Term(lexicon, "moon")
    [both] = [synset for synset in moon.synsets if len(moon.senses(synset)) > 1]

    assert [lexicon.sense_word(sense) for sense in moon.senses(both)] == ["Moon", "moon"]
    assert moon.uses(both) == sum(map(lexicon.sense_count, moon.senses(both))) > 0
    assert (moon.senses(lexicon.synsets("dog")[0]), moon.uses(lexicon.synsets("dog")[0])) == ([], 0)


@pytest.mark.parametrize("pos", ["x", "noun", "N", "nv", " "])
def test_any_other_part_of_speech_is_a_bad_request(lexicon: Lexicon, pos: str) -> None:
    with pytest.raises(BadRequest, match="n, v, a, s, r"):
        Term(lexicon, "dog", pos)


def test_the_form_in_a_sentence_narrows_the_parts_of_speech(lexicon: Lexicon) -> None:
    """A plane is banked; nobody is a banked."""
    term = Term(lexicon, "bank", sentence="she banked the plane")

    assert {lexicon.pos(synset) for synset in term.in_sentence.uses} == {"v"}
    assert {term.likelihood(synset) for synset in term.meanings if lexicon.pos(synset) == "n"} == {0.0}
    assert lexicon.pos(term.synsets[0]) == "v"


def test_a_sentence_without_the_word_narrows_nothing(lexicon: Lexicon) -> None:
    term = Term(lexicon, "bank", sentence="we sat by the river")

    assert set(term.in_sentence.uses) == set(term.meanings)


@pytest.mark.parametrize("for_reader", [False, True])
def test_the_likeliest_meaning_in_a_sentence_comes_first(lexicon: Lexicon, for_reader: bool) -> None:
    term = Term(lexicon, "bank", for_reader=for_reader, sentence="they robbed the bank of its money")
    likelihoods = [term.likelihood(synset) or 0 for synset in term.synsets]
    plain = Term(lexicon, "bank", for_reader=for_reader)

    assert term.definition(term.synsets[0]).startswith("a financial institution")
    assert likelihoods == sorted(likelihoods, reverse=True)
    assert sorted(term.synsets) == sorted(plain.synsets)
    assert sorted(term.numbered) == list(enumerate(plain.meanings, 1)) == plain.numbered
    assert plain.likelihood(plain.synsets[0]) is None
