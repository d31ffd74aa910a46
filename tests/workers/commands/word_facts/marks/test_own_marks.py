"""Our own marks on words that WordNet lacks or does not mark."""

from __future__ import annotations

import pytest

from workers.commands.word_facts.marks.own_marks import NO_MARKS, _marks, marks_said, own_marks
from workers.commands.word_facts.marks.usage_marks import LABELS


def test_the_labels_are_those_of_wordnets_own_marks() -> None:
    assert {label for each in _marks().values() for label in each.labels} <= set(LABELS.values())


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("thou", "it is archaic and means “you, said to one person”."),
        ("gonna", "it is informal."),
        ("crikey", "it is British and informal, and expresses surprise."),
    ],
)
def test_the_marks_and_the_meaning_make_one_sentence(word: str, said: str) -> None:
    assert marks_said(word) == f"By Wordwire's own notes, {said}"


def test_other_words_have_none() -> None:
    assert own_marks("dog") == NO_MARKS
    assert marks_said("of") == ""
