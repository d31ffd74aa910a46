"""The marks of usage, region and topic, from domains and glosses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.commands.term import Term
from workers.commands.word_facts.marks.usage import marks_of

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def labels(lexicon: Lexicon, word: str, kind: str) -> set[str]:
    term = Term(lexicon, word)
    return {
        mark["label"] for synset in term.meanings for mark in marks_of(term, synset) if mark["kind"] == kind
    }


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("mum", "informal"),  # "informal terms for a mother"
        ("okay", "informal"),  # a usage domain
        ("alright", "nonstandard"),  # "(`alright' is a nonstandard variant …)", of one word of the synset
        ("forsooth", "archaic"),
        ("tempest", "literary"),  # "(literary) a violent wind"
        ("queer", "offensive"),
        ("crap", "obscene"),
        ("passing", "euphemism"),
    ],
)
def test_a_word_has_its_mark_of_usage(lexicon: Lexicon, word: str, label: str) -> None:
    assert label in labels(lexicon, word, "usage")


@pytest.mark.parametrize(
    ("word", "label"), [("knackered", "British"), ("wee", "Scottish"), ("bonzer", "Australian")]
)
def test_a_word_has_its_region(lexicon: Lexicon, word: str, label: str) -> None:
    assert label in labels(lexicon, word, "region")


def test_a_word_has_its_topic(lexicon: Lexicon) -> None:
    assert labels(lexicon, "plaintiff", "topic") == {"law"}


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("okay", "nonstandard"),  # said of alright only
        ("expurgator", "offensive"),  # "removing obscene or offensive words or passages"
        ("eulogy", "formal"),  # "a formal expression of praise"
        ("quarterback", "American"),  # American football
        ("cookie", "British"),  # said of biscuit only, though the region belongs to both
        ("happy", "informal"),
    ],
)
def test_what_a_gloss_says_of_something_else_is_no_mark(lexicon: Lexicon, word: str, label: str) -> None:
    assert label not in labels(lexicon, word, "usage") | labels(lexicon, word, "region")
