"""Questions for the preposition behind a word get the one that WordNet's own texts have there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask
from workers.commands.term import Term
from workers.english.wording.patterns.prepositions_asked import on_prepositions, prepositions_asked

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("line", "word", "prepositions"),
    [
        ("is it keen on or keen of?", "keen", ["on", "of"]),
        ('do i use "object" with "to" or with "against"', "object", ["to", "against"]),
        ("pleased about, by or with?", "pleased", ["about", "by", "with"]),
        ("jealous of/from", "jealous", ["of", "from"]),
        ("proud of or proud for, to a friend", "proud", ["of", "for"]),
        ("which preposition comes after fond?", "fond", []),
        ('"in line with" or "in line to"', "line", ["with", "to"]),
        ("she is fond ___ cats: of, for or about", "fond", ["of", "for", "about"]),
        ("we reminded him ___ it (about/of)", "reminded", ["about", "of"]),
    ],
)
def test_a_question_offers_prepositions_for_a_word(line: str, word: str, prepositions: list[str]) -> None:
    assert prepositions_asked(line) == (word, prepositions)


@pytest.mark.parametrize(
    "line",
    ["is it in or on the table", "words that end in on or in", "do look for and look after mean the same"],
)
def test_other_questions_offer_none(line: str) -> None:
    assert prepositions_asked(line) is None


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("is it fond of or fond from?", "Rather “fond of”. WordNet's own definitions and examples"),
        ("is it “based on” or “based in”?", "Rather “based on”."),
        ("which preposition goes with devoid", "Rather “devoid of”."),
        ("jealous of or jealous at?", "WordNet's own definitions and examples, which are American, have"),
    ],
)
def test_the_preposition_comes_first_where_the_texts_are_clear(
    lexicon: Lexicon, text: str, start: str
) -> None:
    reply = ask(lexicon, text)

    assert reply.option == "grammar"
    assert (reply.text or "").startswith(start)


def test_words_may_stand_between(lexicon: Lexicon) -> None:
    said = on_prepositions(Term(lexicon, "congratulate", "v"), "congratulate", "congratulate on or from")

    assert "“congratulate … on”" in said[0].text


def test_phrasal_verbs_differ_in_meaning(lexicon: Lexicon) -> None:
    assert ask(lexicon, "look for or look after").option != "grammar"
