"""Clues ask for the kinds of a class or for other words, and meanings for synonyms or a description."""

from __future__ import annotations

import pytest

from shared.messages import Where
from workers.english.conditions.clues import by_meaning, clue
from workers.english.term_finder import TermFinder, as_typed
from workers.english.understood import Understood


@pytest.mark.parametrize(
    ("shown", "where", "expected"),
    [
        ("antelope", Where(letters=4), ("hyponyms", "antelope")),
        ("dog breed", Where(letters=5), ("hyponyms", "dog")),
        ("a fruit", Where(starts="k"), ("hyponyms", "fruit")),
        ("rivers", Where(starts="am"), ("instances", "rivers")),
        ("stingy", Where(letters=6), None),
        ("fear of spiders", Where(letters=4), None),
        ("antelope", None, None),
    ],
)
def test_a_clue_asks_for_kinds_or_for_other_words(
    words: TermFinder, shown: str, where: Where | None, expected: tuple[str, str] | None
) -> None:
    found = clue(words, Understood("reverse", as_typed(shown)), where, shown)

    assert (found and (found[0], found[1].shown)) == expected


def test_a_word_that_is_no_class_and_no_description_asks_for_synonyms(words: TermFinder) -> None:
    found = clue(words, Understood("definition", as_typed("stingy")), Where(letters=6), "stingy, 6 letters")

    assert found
    assert found[0] == "synonyms"


def test_a_question_for_another_word_is_no_clue(words: TermFinder) -> None:
    asked = Understood("synonyms", words.term("tree"))

    assert clue(words, asked, Where(letters=3), "another word for tree with 3 letters") is None


@pytest.mark.parametrize(
    ("text", "command", "expected"),
    [
        ("adverbs meaning quickly", "definition", ("synonyms", "quickly", "r")),
        ("a verb that means to steal", "definition", ("synonyms", "steal", "v")),
        ("which verbs mean to walk slowly?", "synonyms", ("reverse", "walk slowly", "v")),
        ("an adverb meaning in a rude way", "definition", ("reverse", "a rude way", "r")),
        ("a verb for looking angrily", "reverse", ("reverse", "looking angrily", "v")),
        ("words that mean not telling the truth", "reverse", ("reverse", "not telling the truth", None)),
        ("adjectives that mean happy, with five letters", "similar", ("synonyms", "happy", "a")),
    ],
)
def test_a_meaning_asks_for_synonyms_or_a_description(
    words: TermFinder, text: str, command: str, expected: tuple[str, str, str | None]
) -> None:
    found = by_meaning(words, Understood(command), text, [])

    assert found.term
    assert (found.command, found.term.shown, found.pos) == expected


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("what does the verb mean in this sentence", "definition"),
        ("the noun meaning of run", "definition"),
        ("the word meaning to steal", "definition"),
        ("the verb meaning to steal", "is_word"),
    ],
)
def test_the_meaning_of_a_word_is_no_description(words: TermFinder, text: str, command: str) -> None:
    assert by_meaning(words, Understood(command), text, []) == Understood(command)


def test_a_link_to_the_conditions_is_no_part_of_a_meaning(words: TermFinder) -> None:
    text = "adjectives to describe a beach that start with s"

    found = by_meaning(words, Understood("reverse"), text, [(text.index("start"), len(text))])

    assert found.description == "a beach"
