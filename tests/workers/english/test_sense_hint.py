"""A sense is named by its number or by a kind, a noun by its article."""

from __future__ import annotations

import pytest

from workers.commands.term import Term
from workers.english.sense_hint import hint_of_pair, is_noun, number_in, sense_of_hint
from workers.english.term_finder import AskedTerm
from workers.english.understood import Understood
from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("the second meaning of bank", 2), ("3rd sense?", 3), ("meaning 4", 4), ("definition number two", 2),
        ("sense 77", 77), ("the second one", 0), ("two banks", 0), ("", 0),
    ],
)  # fmt: skip
def test_a_number_beside_meaning_or_sense_counts(text: str, number: int) -> None:
    assert number_in(text) == number


@pytest.mark.parametrize(
    ("text", "command", "word", "gloss"),
    [
        ("what kind of animal is a whale?", "hypernyms", "whale", "cetacean"),
        ("what sort of tree is an ash", "hypernyms", "ash", "trees"),
        ("Who was Washington?", "definition", "Washington", "1st President"),
    ],
)
def test_a_question_for_a_kind_or_a_person_names_the_sense(
    lexicon: Lexicon, text: str, command: str, word: str, gloss: str
) -> None:
    term = AskedTerm(word, word.lower())
    number = sense_of_hint(lexicon, Understood(command, term), term, text)

    assert gloss in lexicon.definition(Term(lexicon, word, for_reader=True).meanings[number - 1])


@pytest.mark.parametrize(
    ("text", "command", "word"),
    [
        ("what kind of thing is a hammer", "hypernyms", "hammer"),
        ("what is Washington", "definition", "Washington"),
        ("who is a teacher", "definition", "teacher"),
    ],
)
def test_other_questions_name_no_sense(lexicon: Lexicon, text: str, command: str, word: str) -> None:
    term = AskedTerm(word, word.lower())

    assert sense_of_hint(lexicon, Understood(command, term), term, text) == 0


@pytest.mark.parametrize(
    ("text", "command", "word", "expected"),
    [
        ("what kind of thing is a throw", "hypernyms", "throw", True),
        ("what's the fly?", "definition", "fly", True),
        ("what is a walk a type of", "hypernyms", "walk", True),
        ("types of dance", "hyponyms", "dance", True),
        ("an example of dance", "examples", "dance", False),
        ("what does a jump mean", "definition", "jump", True),
        ("what does fly mean", "definition", "fly", False),
        ("what is a dog", "definition", "dog", False),  # a noun anyway
        ("synonyms for a fast car", "synonyms", "fast", False),
        ("what does a go entail", "entailments", "go", False),  # the noun has no answer
        ("how do you spell a fly", "spelling", "fly", False),
        ("hello to a fly", "greeting", "fly", False),
    ],
)  # fmt: skip
def test_an_article_makes_a_noun_of_a_word(
    lexicon: Lexicon, text: str, command: str, word: str, expected: bool
) -> None:
    understood = Understood(command, AskedTerm(word, word))

    assert is_noun(lexicon, understood, text) is expected


def test_neither_a_word_that_wordnet_lacks_nor_no_word_is_a_noun(lexicon: Lexicon) -> None:
    assert not is_noun(lexicon, Understood("definition", AskedTerm("zzqx")), "what is a zzqx")
    assert not is_noun(lexicon, Understood("definition"), "what is a")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("bonnet of a car versus hood of a car", "car"),
        ("bonnet (the hat) and hood", "hat"),
        ("is a bonnet in the UK what a hood is in America?", "america British American"),
        ("difference between bonnet and hood in English", ""),
        ("bonnet or hood, in a formal letter", "formal"),
    ],
)
def test_words_around_a_pair_can_name_its_meanings(lexicon: Lexicon, text: str, hint: str) -> None:
    pair = Understood("difference", AskedTerm("bonnet", "bonnet"), AskedTerm("hood", "hood"))

    assert hint_of_pair(lexicon, pair, text) == hint
    assert hint_of_pair(lexicon, Understood("synonyms", pair.term), text) == ""
