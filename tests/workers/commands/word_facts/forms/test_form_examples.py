"""Which of several forms WordNet's examples have in which meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.commands.term import Term
from workers.commands.word_facts.forms.form_examples import form_examples

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def test_each_form_is_shown_in_a_meaning_of_its_own(lexicon: Lexicon) -> None:
    found = form_examples(Term(lexicon, "hang", "v", for_reader=True), ["hung", "hanged"])

    assert {each.word: each.definition for each in found}["hanged"] == "kill by hanging"
    assert [each.word in each.example for each in found] == [True, True]


@pytest.mark.parametrize(
    ("word", "forms"), [("strike", ["struck", "stricken"]), ("learn", ["learned", "learnt"])]
)
def test_forms_that_share_a_meaning_or_lack_examples_show_no_difference(
    lexicon: Lexicon, word: str, forms: list[str]
) -> None:
    assert form_examples(Term(lexicon, word, "v", for_reader=True), forms) == []
