"""A meaning asks for synonyms or for the words of a description."""

from __future__ import annotations

import pytest

from shared.messages import Where
from workers.english.conditions.meanings import by_meaning, described_in, rhyme_that_means
from workers.english.reader import Span
from workers.english.term_finder import TermFinder, as_typed
from workers.english.understood import Understood


@pytest.mark.parametrize(
    ("text", "command", "expected"),
    [
        ("adverbs meaning quickly", "definition", ("synonyms", "quickly", "r")),
        ("a verb that means to steal", "definition", ("synonyms", "steal", "v")),
        ("which verbs mean to walk slowly?", "synonyms", ("reverse", "walk slowly", "v")),
        ("an adverb meaning in a rude way", "definition", ("reverse", "a rude way", "r")),
        ("words that describe an old tree", "hyponyms", ("reverse", "an old tree", "a")),
        ("adjectives to describe the sea", "attributes", ("reverse", "the sea", "a")),
        ("a verb for looking angrily", "reverse", ("reverse", "looking angrily", "v")),
        ("words that mean not telling the truth", "reverse", ("reverse", "not telling the truth", None)),
        ("adjectives that mean happy, with five letters", "similar", ("synonyms", "happy", "a")),
        (
            "nouns of five letters or fewer for a group of fish",
            "pattern",
            ("reverse", "a group of fish", "n"),
        ),
        ("words with six letters for a place to sleep", "unknown", ("reverse", "a place to sleep", None)),
        ("nouns for parts of a church", "pattern", ("meronyms", "church", None)),
    ],
)
def test_a_meaning_asks_for_synonyms_or_a_description(
    words: TermFinder, text: str, command: str, expected: tuple[str, str, str | None]
) -> None:
    found = by_meaning(words, Understood(command), text)

    assert found.term
    assert (found.command, found.term.shown, found.pos) == expected


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("what does the verb mean in this sentence", "definition"),
        ("the noun meaning of run", "definition"),
        ("the word meaning to steal", "definition"),
        ("the verb meaning to steal", "is_word"),
        ("words for parts of speech", "pattern"),
    ],
)
def test_the_meaning_of_a_word_is_no_description(words: TermFinder, text: str, command: str) -> None:
    assert by_meaning(words, Understood(command), text) == Understood(command)


@pytest.mark.parametrize(
    ("text", "condition", "command", "meaning"),
    [
        ("adjectives to describe a beach that start with s", "that start with s", "reverse", "a beach"),
        ("nouns for a big knife with w", "with w", "reverse", "a big knife"),
        ("verbs meaning “to run” with four letters", "with four letters", "synonyms", "run"),
        ('which adjectives mean "angry" and have no r', "have no r", "synonyms", "angry"),
    ],
)
def test_a_condition_is_no_part_of_a_meaning(
    words: TermFinder, text: str, condition: str, command: str, meaning: str
) -> None:
    span = Span(condition, text.index(condition), len(text))

    found = by_meaning(words, Understood("reverse"), text, [span])

    assert found.term
    assert (found.command, found.term.shown) == (command, meaning)


def test_a_whole_description_keeps_the_part_of_speech_in_front_of_it(words: TermFinder) -> None:
    asked = Understood("reverse", as_typed("someone who laughs a lot"))

    found = by_meaning(words, asked, "adjectives that describe someone who laughs a lot")

    assert (found.term, found.pos) == (asked.term, "a")


@pytest.mark.parametrize(
    ("text", "word", "meaning"),
    [
        ("a rhyme for bed that means tired", "bed", "tired"),
        ("a word that rhymes with “dutch” and means a lot", "dutch", "a lot"),
        ("what rhymes with meaning", "meaning", ""),
    ],
)
def test_a_rhyme_can_have_a_meaning(words: TermFinder, text: str, word: str, meaning: str) -> None:
    asked = rhyme_that_means(Understood("rhymes", words.term(word)), None, text)

    found = (asked.term.shown, asked.where) if asked and asked.term else ("", None)
    assert found == (meaning, Where(rhymes_with=word) if meaning else None)


@pytest.mark.parametrize(
    ("text", "described", "whole"),
    [
        ("what is the female of fox?", "of", "the female of fox"),
        ("what do you call the young of a hare", "the", "the young of a hare"),
        ("the word for a fear of heights", "a fear of heights", "a fear of heights"),
        ("what is it", "it", ""),
        ("what is red", "", ""),
    ],
)
def test_a_little_word_alone_is_no_description(text: str, described: str, whole: str) -> None:
    assert described_in(text, described) == whole
