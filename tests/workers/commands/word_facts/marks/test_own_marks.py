"""Our own marks: each line of the file holds in our WordNet, and a word gets those of its senses."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from workers.commands.term import Term
from workers.commands.word_facts.little_words import kind_of
from workers.commands.word_facts.marks.own_marks import (
    ALL_SENSES,
    FILE,
    NEW_SENSE,
    NO_POS,
    OTHER_SIDE,
    all_marks,
    counterparts_of,
    lines_of,
    marks_on_sense,
    marks_said,
    own_marks,
)
from workers.commands.word_facts.marks.usage_marks import LABELS, REGIONS
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from workers.commands.word_facts.marks.own_marks import OwnMark
    from workers.wordnet.lexicon import Lexicon

_TEXT = FILE.read_text(encoding="utf-8")
_LINES = list(lines_of(_TEXT))


def faults(lexicon: Lexicon, word: str, mark: OwnMark) -> list[str]:
    """Return the mistakes in a line of the file."""
    lemma, numbers = lexicon.lemma(word), [each for each in mark.senses if each.isdigit()]
    entry = lexicon.entry(lemma, mark.pos) if lemma is not None and mark.pos != NO_POS else ()
    labels = set(mark.labels)
    is_form = any(lexicon.all_dictionary_forms(word).values())
    wrong = {
        "labels": not labels <= set(LABELS.values()) or len(labels) < len(mark.labels),
        "formal and informal": bool(labels & {"formal", "literary"} and labels & {"informal", "slang"}),
        "two countries": set(OTHER_SIDE) <= labels,
        "counterparts": bool(mark.counterparts) and labels.isdisjoint(REGIONS),
        "senses": any(not 0 < int(number) <= len(entry) for number in numbers),
        "no such part of speech": not mark.is_lacking and not len(entry),
        "no meaning": mark.pos != NO_POS and NEW_SENSE in mark.senses and not mark.meaning,
        "in WordNet": mark.pos == NO_POS
        and ALL_SENSES in mark.senses
        and lemma is not None
        and not kind_of(readable(word)),
        "not in WordNet": NEW_SENSE in mark.senses and not is_form,
    }
    return [name for name, is_wrong in wrong.items() if is_wrong]


def test_every_line_holds_in_our_wordnet(lexicon: Lexicon) -> None:
    wrong = {(word, mark.pos): found for word, mark in _LINES if (found := faults(lexicon, word, mark))}

    assert not wrong


def test_the_file_is_sorted_and_says_nothing_twice() -> None:
    lines = _TEXT.splitlines()
    senses = Counter((word, mark.pos, sense, mark.meaning) for word, mark in _LINES for sense in mark.senses)

    assert lines == sorted(lines)
    assert senses.most_common(1)[0][1] == 1


def test_a_mark_is_on_its_senses_only(lexicon: Lexicon) -> None:
    kid = Term(lexicon, "kid", "n", for_reader=True)
    marked = {
        lexicon.definition(synset): [mark.labels for mark in marks_on_sense(lexicon, synset, ["kid"])]
        for synset in kid.meanings
    }

    assert marked["a young person of either sex"] == [("informal",)]
    assert marked["young goat"] == []


def test_a_mark_on_all_senses_of_a_word_is_on_none_of_another_that_it_is_a_form_of(lexicon: Lexicon) -> None:
    pants = Term(lexicon, "pants", "n", for_reader=True)
    marked = {
        lexicon.definition(each): marks_on_sense(lexicon, each, pants.forms_as("n"))
        for each in pants.meanings
    }

    assert marked["underpants worn by women"]
    assert not marked["the noise made by a short puff of steam (as from an engine)"]


@pytest.mark.parametrize(
    ("word", "label", "counterpart"), [("truck", "British", "lorry"), ("lorry", "American", "truck")]
)
def test_a_word_has_its_counterpart_in_the_other_country(
    lexicon: Lexicon, word: str, label: str, counterpart: str
) -> None:
    synsets = Term(lexicon, word, for_reader=True).meanings

    assert counterpart in counterparts_of(lexicon, word, synsets, label)
    assert counterparts_of(lexicon, "happiness", synsets, label) == []


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("thou", "it is archaic and means “you, said to one person”."),
        ("nope", "it is informal and means “no”."),
        ("oops", "it is informal and admits a mistake."),
        ("graft", "it is British and informal in the meaning “hard work”."),
        ("splash out", "it is British and informal, and means “spend a lot of money on something”."),
        ("doona", "it is Australian and means “a thick warm cover for a bed” (the usual word is duvet)."),
    ],
)
def test_the_marks_and_the_meaning_make_one_sentence(word: str, said: str) -> None:
    assert marks_said(word) == f"By Wordwire's own notes, {said}"


def test_other_words_have_none() -> None:
    assert own_marks("window") == []
    assert marks_said("of") == ""
    assert "window" not in all_marks()
