"""The other spellings of a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask
from workers.commands.term import Term
from workers.commands.word_facts.other_spellings import other_spellings, spellings_by_country

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("leukaemia", ["leukemia"]),
        ("foetus", ["fetus"]),
        ("vapour", ["vapor"]),
        ("sabre", ["saber"]),
        ("pulverise", ["pulverize"]),
        ("supercede", ["supersede"]),
        ("licence", ["license"]),
        ("catalogue", ["catalog"]),
        ("happy", []),
        ("does", []),
        ("price", []),
        ("hour", []),
    ],
)
def test_letters_are_exchanged_within_a_meaning(lexicon: Lexicon, word: str, others: list[str]) -> None:
    assert other_spellings(Term(lexicon, word)) == others


@pytest.mark.parametrize("word", ["pyjamas", "pajamas"])
def test_our_own_marks_tell_spellings_that_wordnet_has_as_a_form_only(lexicon: Lexicon, word: str) -> None:
    assert spellings_by_country(Term(lexicon, word)) == {"British": "pyjamas", "American": "pajamas"}
    assert spellings_by_country(Term(lexicon, "lift")) == {}


def test_they_are_named_behind_the_right_spelling(lexicon: Lexicon) -> None:
    reply = ask(lexicon, "how do you spell diarrhoea?")

    assert (reply.text or "").endswith("Diarrhoea is also spelt “diarrhea”.")
