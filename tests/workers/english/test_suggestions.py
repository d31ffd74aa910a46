"""The suggested questions have answers."""

from __future__ import annotations

import pytest

from tests.workers.questions import ask, found
from workers.english.suggestions import MOST_SUGGESTIONS, looked_up, next_questions
from workers.english.term_finder import AskedTerm, TermFinder
from workers.english.wording.offers import OPENERS
from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize("word", ["happy", "bank", "geese", "ice cream", "quickly", "run"])
def test_every_suggestion_has_an_answer(lexicon: Lexicon, words: TermFinder, word: str) -> None:
    term = words.term(word)
    assert term is not None

    suggestions = next_questions(lexicon, term, "definition")

    assert 0 < len(suggestions) <= MOST_SUGGESTIONS
    for suggestion in suggestions:
        reply = ask(lexicon, suggestion)
        assert found(reply), suggestion
        assert reply.option != "definition"


def test_near_rhymes_are_the_first_suggestion_after_rhymes(lexicon: Lexicon) -> None:
    reply = ask(lexicon, "what rhymes with month?")

    assert reply.suggestions is not None
    assert (found(reply), reply.suggestions[0]) == ([], "near rhymes of month")
    assert found(ask(lexicon, reply.suggestions[0]))


def test_an_unknown_word_gets_openers(lexicon: Lexicon) -> None:
    assert next_questions(lexicon, AskedTerm("zzqx"), "definition") == OPENERS


@pytest.mark.parametrize(
    ("term", "word"),
    [
        (AskedTerm("Polish", "polish"), "Polish"),
        (AskedTerm("ice-cream", "ice_cream"), "ice_cream"),
        (AskedTerm("zzqx"), "zzqx"),
    ],
)
def test_a_term_is_looked_up_in_the_readers_case(term: AskedTerm, word: str) -> None:
    assert looked_up(term) == word
