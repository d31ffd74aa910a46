"""The classes that a question names by several words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask
from workers.english.several.classes_named import class_named
from workers.english.term_finder import AskedTerm

if TYPE_CHECKING:
    from workers.english.term_finder import TermFinder
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("phrase", "seen", "name", "part_of"),
    [
        ("motor vehicle", "vehicle", "motor_vehicle", ""),
        ("silken fabric", "fabric", "fabric", "silken fabric"),
        ("musical instrument", "musical", "musical_instrument", ""),
        ("hunting insect", "hunting", "insect", "hunting insect"),
        ("gem stone", "stone", "gemstone", ""),
        ("oak species", "species", "oak", ""),
        ("fish of the sea", "fish", "fish", ""),
        ("fish today", "fish", "fish", ""),
        ("vehicle", "vehicle", "vehicle", ""),
        ("motor vehicle", "boat", "boat", ""),
    ],
)
def test_the_class_is_all_of_a_phrase_or_its_last_word(
    words: TermFinder, phrase: str, seen: str, name: str, part_of: str
) -> None:
    found = class_named(words, phrase, AskedTerm(seen, seen))

    assert (found.name, found.part_of) == (name, part_of)


def test_a_class_may_have_a_relative_of_its_first_word_in_wordnet(words: TermFinder) -> None:
    found = class_named(words, "bowed string instrument", AskedTerm("instrument", "instrument"))

    assert (found.name, found.typed) == ("bowed_stringed_instrument", "bowed string instrument")


def test_the_answer_says_that_only_the_last_word_counts(lexicon: Lexicon) -> None:
    text = ask(lexicon, "is a boa a jungle snake?").text or ""

    assert text.startswith(
        "WordNet does not have “jungle snake”; here is “snake”. For “snake” alone, yes: a boa"
    )
