"""The feminine of a word and the word that it is formed from are asked for by WordNet's own relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask
from workers.english.conditions.relations_asked import with_relation
from workers.english.understood import Understood

if TYPE_CHECKING:
    from workers.english.term_finder import TermFinder
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "word", "command", "term"),
    [
        ("what is the feminine of poet", "poet", "reverse", "a female poet"),
        ("the male counterpart of goose", "goose", "reverse", "a male goose"),
        ("the female form of uncle", "uncle", "antonyms", "uncle"),
        ("the feminine of host", "host", "reverse", "a female host"),  # not its opposite, a parasite
        ("the masculine of teacher", "teacher", "synonyms", "teacher"),  # none is known
        ("what is the adverb sadly formed from", "sadly", "derivations", "sadly"),
        ("which noun is joyful made from", "joyful", "derivations", "joyful"),
        ("what is cheese made from", "cheese", "synonyms", "cheese"),
    ],
)
def test_a_relation_has_its_command(words: TermFinder, text: str, word: str, command: str, term: str) -> None:
    asked = with_relation(words, Understood("synonyms", words.term(word)), text)

    assert asked.term
    assert (asked.command, asked.term.shown) == (command, term)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("what's the feminine of heir?", "heiress"),
        ("the male version of witch", "warlock"),
        ("what is the root word of darkness", "dark"),
        (
            "what part of speech is “loudly” and what is it formed from?",
            "same family as loudly: loud.",
        ),
    ],
)
def test_relations_are_answered(lexicon: Lexicon, text: str, answer: str) -> None:
    assert answer in (ask(lexicon, text).text or "")
