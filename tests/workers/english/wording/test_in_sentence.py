"""The meaning in a sentence is said with the certainty that it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.messages import Sense
from tests.workers.questions import ask, found
from workers.english.understood import Understood
from workers.english.wording.answers import in_sentence
from workers.english.wording.sentences import Answer

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def senses(*likelihoods: float, **first: list[str]) -> list[Sense]:
    found = [Sense(at, "n", f"meaning {at}", likelihood=each) for at, each in enumerate(likelihoods, 1)]
    for field, names in first.items():
        setattr(found[0], field, names)
    return found


def said(command: str, found: list[Sense]) -> str:
    return in_sentence(Answer(Understood(command), "x", [], found))


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (senses(0.9, 0.1), "Here “x” probably means: meaning 1."),
        (senses(0.5, 0.5), "Here “x” probably means: meaning 1."),
        (senses(0.4, 0.3), "Here “x” may mean: meaning 1. Or perhaps: meaning 2."),
        (senses(0.4, 0.05), "Here “x” may mean: meaning 1."),
        (senses(0.4), "Here “x” may mean: meaning 1."),
    ],
)
def test_a_guess_is_never_certain(found: list[Sense], sentence: str) -> None:
    assert said("definition", found) == said("overview", found) == sentence


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("synonyms", "Other words for that: a and b."),
        ("antonyms", "The opposite of that: a and b."),
        ("examples", "For example: “a”."),
    ],
)
def test_an_answer_is_of_the_likeliest_meaning(command: str, sentence: str) -> None:
    found = senses(0.9, 0.1, **{command: ["a", "b"]})

    assert said(command, found) == f"Here “x” probably means: meaning 1. {sentence}"


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("synonyms", "WordNet has no other word for that; for other meanings: c and d."),
        ("antonyms", "WordNet has no opposite for that; for other meanings: c and d."),
        ("examples", "WordNet has no example of that; of another meaning: “c”."),
    ],
)
def test_other_meanings_are_named_where_the_likeliest_has_no_answer(command: str, sentence: str) -> None:
    found = senses(0.9, 0.1, 0.0)
    setattr(found[1], command, ["c"])
    setattr(found[2], command, ["c", "d"])

    assert said(command, found) == f"Here “x” probably means: meaning 1. {sentence}"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "what does bank mean in 'we sat on the bank of the river'",
            "Here “bank” probably means: sloping land",
        ),
        ("synonyms of bright in 'she is a bright student'", "Other words for that: smart."),
        ("opposite of short in 'he is a short man'", "The opposite of that: tall."),
    ],
)
def test_a_word_in_a_sentence_has_the_meaning_that_fits(lexicon: Lexicon, question: str, text: str) -> None:
    reply = ask(lexicon, question)
    [first, *_] = reply.senses or []

    assert text in (reply.text or "")
    assert first.likelihood == max(sense.likelihood or 0 for sense in reply.senses or [])


def test_the_entry_of_a_word_in_a_sentence_has_the_likeliest_senses(lexicon: Lexicon) -> None:
    """The numbers of senses stay the same, so that "the second meaning" does."""
    plain = ask(lexicon, "define bank")
    reply = ask(lexicon, "what does bank mean in 'we sat on the bank of the river'")
    glosses = found(plain)

    assert len(reply.senses or []) == 5
    assert len(reply.senses or []) + (reply.more or 0) == len(glosses)
    for sense in reply.senses or []:
        assert glosses[sense.sense - 1] == sense.definition


def test_a_sentence_without_the_word_is_no_context(lexicon: Lexicon) -> None:
    for question in ("use bright in a sentence", "what does bank mean"):
        assert all(sense.likelihood is None for sense in ask(lexicon, question).senses or [])
