"""Answers about a word itself are sentences for people."""

from __future__ import annotations

from typing import Any

import pytest

from workers.english.understood import Understood
from workers.english.wording.sentences import Answer
from workers.english.wording.word_facts import frames, is_word, usage

ASKED = Understood("is_word")
UNKNOWN = (
    "WordNet (2006) does not have “x”. It may still be a word, because WordNet lacks many new and rare ones."
)
BOTH = "Move can be transitive or intransitive"
ONLY = "but not in WordNet, which has nouns, verbs, adjectives and adverbs only."


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        ({"in_wordnet": True, "pos": ["n", "v"]}, "Yes: WordNet has “x” as a noun and a verb."),
        (
            {"in_wordnet": True, "pos": ["r"], "marks": ["informal"]},
            "Yes: WordNet has “x” as an adverb, marked as informal.",
        ),
        ({"in_wordnet": True, "pos": ["n"], "is_name": True}, "“X” is in WordNet only as a name."),
        (
            {"in_wordnet": True, "pos": ["n"], "kind": "a pronoun"},
            "Yes: “x” is a pronoun, and WordNet has “x” as a noun.",
        ),
        (
            {
                "in_wordnet": True,
                "of": [{"form": "plural", "of": "fish"}, {"form": "third_person", "of": "fish"}],
            },
            "Yes: “x” is the plural and third person of fish.",
        ),
        (
            {"in_wordnet": True, "pos": ["n"], "of": [{"form": "past", "of": "leave"}]},
            "Yes: WordNet has “x” as a noun, and it is the past tense of leave.",
        ),
        (
            {"in_wordnet": False, "kind": "a preposition"},
            f"“X” is a word, a preposition, {ONLY}",
        ),
        ({"in_wordnet": False, "written": "a lot"}, "Not in this spelling: WordNet writes “a lot”."),
        (
            {"in_wordnet": False, "instead": {"form": "plural", "of": "sheep", "words": ["sheep"]}},
            "Not in WordNet: the plural of sheep is sheep.",
        ),
        (
            {
                "in_wordnet": True,
                "of": [{"form": "third_person", "of": "ox"}],
                "plural": {"form": "plural", "of": "ox", "words": ["oxen"]},
            },
            "As a form of a verb only: “x” is the third person of ox. The plural of ox is oxen.",
        ),
        (
            {"in_wordnet": False, "misspells": "axe", "nearest": ["axe"]},
            "WordNet does not have “x”: it is most likely a misspelling of “axe”.",
        ),
        (
            {"in_wordnet": False, "nearest": ["self"]},
            f"{UNKNOWN} Near in spelling: self.",
        ),
        ({"in_wordnet": False}, UNKNOWN),
    ],
)
def test_a_word_is_known_as_what_it_is(found: dict[str, Any], sentence: str) -> None:
    assert is_word(Answer(ASKED, "x", [found])) == sentence


def of(marks: list[tuple[str, str]], definition: str = "a friend") -> dict[str, Any]:
    return {"definition": definition, "marks": [{"kind": kind, "label": label} for kind, label in marks]}


def used(meanings: int = 2, *senses: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "word": "mate",
        "frequency": "common",
        "uses": 7,
        "definition": "a friend",
        "meanings": meanings,
        "senses": list(senses),
        **more,
    }


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (used(1, of([("usage", "informal"), ("region", "British")])), "Mate is informal and British."),
        (used(2, of([("usage", "slang")])), "Mate is slang in the meaning “a friend”."),
        (used(1, of([("usage", "intensifier")])), "Mate is an intensifier."),
        (used(offensive=True), "Mate can offend."),
        (
            used(2, of([("usage", "slang")]), of([("usage", "archaic")], "a spouse"), offensive=True),
            "Mate is slang in the meaning “a friend”, and archaic in the meaning “a spouse”. It can offend.",
        ),
    ],
)
def test_usage_names_the_marks(found: dict[str, Any], sentence: str) -> None:
    said = usage(Answer(ASKED, "mate", [found]))

    assert said == f"{sentence} It is common in the American texts that WordNet counts, with 7 uses."


def test_a_word_without_a_mark_begins_with_its_frequency() -> None:
    said = usage(Answer(ASKED, "mate", [used()]))

    assert said == (
        "Mate is common in the American texts that WordNet counts, with 7 uses."
        " Its first meaning is “a friend”."
    )


def test_a_topic_is_no_mark() -> None:
    said = usage(Answer(ASKED, "mate", [used(2, of([("topic", "chess")]))]))

    assert said.startswith("Mate is a term in chess. It is common ")
    assert said.endswith("with 7 uses. Its first meaning is “a friend”.")


def verb(transitive: bool, intransitive: bool, definition: str = "move") -> dict[str, Any]:
    return {
        "sense": 1,
        "definition": definition,
        "transitive": transitive,
        "intransitive": intransitive,
        "frames": ["Somebody moves"],
        "sentences": ["They move"],
    }


@pytest.mark.parametrize(
    ("found", "verdict"),
    [
        ([verb(True, False)], "Move is transitive: it takes an object."),
        ([verb(False, True)], "Move is intransitive: it takes no object."),
        ([verb(True, True)], f"{BOTH}: it works with or without an object."),
        ([verb(True, False), verb(False, True)], f"{BOTH}: it takes an object in 1 of its 2 meanings."),
        (
            [verb(True, False), verb(True, True)],
            "Move is transitive: it takes an object in every meaning, and",
        ),
        (
            [verb(False, True), verb(False, True), verb(True, True)],
            "Move is mostly intransitive: WordNet has",
        ),
        ([verb(False, False)], "Move is a verb that neither takes an object nor stands alone."),
    ],
)
def test_a_verb_gets_a_verdict_and_a_sentence(found: list[dict[str, Any]], verdict: str) -> None:
    said = frames(Answer(ASKED, "move", found))

    assert said.startswith(verdict)
    assert "In the meaning “move”: Somebody moves. For example: “They move”." in said


def test_the_clearest_meanings_show_both_ways() -> None:
    found = [verb(True, True, "vague"), verb(True, False, "with"), verb(False, True, "without")]

    assert "vague" not in frames(Answer(ASKED, "move", found))


def test_the_frequency_is_that_of_the_dictionary_form() -> None:
    said = usage(Answer(ASKED, "mates", [used(1, of([("topic", "chess")]))]))

    assert said.startswith("Mate is common in the American texts that WordNet counts, with 7 uses.")
    assert said.endswith("WordNet says nothing about the form “mates” itself.")
    assert usage(Answer(ASKED, "Mate", [used()])).startswith("Mate is common")
