"""What words have to do with: kinds, parts, domains and glosses that name it."""

from __future__ import annotations

import json

import pytest

from shared.messages import Question, Where
from workers.commands.table import answer_command
from workers.commands.word_facts.subject import MOST_TRIED, Subject
from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("bird", "parrot"),  # a kind
        ("bird", "beak"),  # a part
        ("medicine", "acute"),  # by the domain
        ("animals", "zoology"),  # by the gloss
        ("France", "camembert"),  # whose gloss says French
        ("bird", "parrots"),
        ("a bird", "parrot"),
        ("ice cream", "sundae"),
        ("red fruit", "apple"),  # both
        ("animals", "ornithology"),  # whose gloss has birds, which are animals
        ("animals", "ailurophobia"),
    ],
)
def test_a_word_has_to_do_with_a_subject(lexicon: Lexicon, subject: str, name: str) -> None:
    assert Subject(lexicon, subject).test(name)


@pytest.mark.parametrize(
    ("subject", "name"), [("bird", "carrot"), ("red", "redundant"), ("red fruit", "rose"), ("zzz", "cat")]
)
def test_other_words_have_not(lexicon: Lexicon, subject: str, name: str) -> None:
    assert not Subject(lexicon, subject).test(name)


def test_a_part_of_a_part_belongs_to_the_whole_but_not_to_all_that_its_gloss_names(lexicon: Lexicon) -> None:
    rivers = _answer(lexicon, Question("instances", "river", where=Where(about="germany")))

    assert "Ruhr" in rivers
    assert "Columbia" not in _answer(lexicon, Question("instances", "river", where=Where(about="france")))


def test_the_meaning_that_was_asked_for_counts(lexicon: Lexicon) -> None:
    gems = _answer(lexicon, Question("hyponyms", "gem", where=Where(about="red")))

    assert "ruby" in gems
    assert "diamond" not in gems  # but a card of that suit is red


def test_a_kind_of_usage_is_a_mark_on_a_meaning(lexicon: Lexicon) -> None:
    drunk = _answer(lexicon, Question("similar", "drunk", where=Where(about="slang")))

    assert {"blotto", "plastered", "crocked"} <= set(drunk)
    assert "bacchic" not in drunk
    assert _answer(lexicon, Question("synonyms", "sweater", where=Where(about="British"))) == ["jumper"]
    tired = _answer(lexicon, Question("similar", "tired", where=Where(about="British")))
    assert "knackered" in tired
    assert "haggard" not in tired  # Rider Haggard is a British writer


def test_kinds_come_first(lexicon: Lexicon) -> None:
    found = _answer(lexicon, Question("pattern", where=Where(starts="e", letters=5, about="bird")))

    assert found[:3] == ["eagle", "egret", "eider"]
    assert "eyrie" in found[3:]


def test_among_many_names_those_of_the_subject_are_tried_first(lexicon: Lexicon) -> None:
    subject = Subject(lexicon, "gem")

    assert "peridot" in _answer(lexicon, Question("pattern", where=Where(letters=7, about="gem")))
    assert not any(subject.test("table") for _ in range(MOST_TRIED))
    assert not subject.test("ruby")


def _answer(lexicon: Lexicon, question: Question) -> list[str]:
    return list(json.loads(answer_command(lexicon, question).response))


@pytest.mark.parametrize(
    ("question", "first", "later"),
    [
        (Question("pattern", where=Where(ends="ology", about="animals")), "ornithology", "morphology"),
        (Question("rhymes", "day", where=Where(about="animals")), "jay", "flyway"),
    ],
)
def test_what_comes_nearest_to_a_subject_comes_first(
    lexicon: Lexicon, question: Question, first: str, later: str
) -> None:
    words = _answer(lexicon, question)

    assert words.index(first) < words.index(later)


def test_names_come_in_three_groups_each_in_the_order_given(lexicon: Lexicon) -> None:
    subject = Subject(lexicon, "animals")
    names = ["menagerie", "morphology", "ornithology", "cat", "zoology", "dog"]

    assert list(subject.nearest_first(names)) == [
        "cat",
        "dog",
        "ornithology",
        "zoology",
        "menagerie",
        "morphology",
    ]
