"""A short answer names the meanings that people have in mind, of several parts of speech."""

from __future__ import annotations

import pytest

from shared.messages import Question
from workers.commands.table import answer_reader
from workers.commands.word_facts.first_meanings import first_meanings
from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("word", "starts"),
    [
        ("pitch", ["throw or toss", "move abruptly", "the property of sound"]),
        (
            "glass",
            ["a brittle", "a container", "the quantity"],
        ),  # none of the verbs, which the texts do not use
        ("squash", ["any of numerous annual trailing", "edible fruit", "to compress"]),
        ("quince", ["small Asian tree", "aromatic acid-tasting"]),
        ("lagoon", ["a body of water"]),
    ],
)
def test_the_commonest_meanings_come_first(lexicon: Lexicon, word: str, starts: list[str]) -> None:
    question = Question("definition", word)

    found = first_meanings(lexicon, question, answer_reader(lexicon, question).senses or [])

    shown = [sense.definition for sense in found]
    assert [text[: len(start)] for text, start in zip(shown, starts, strict=True)] == starts
