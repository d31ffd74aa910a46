"""Infinitives and -ing forms behind verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.commands.term import Term
from workers.commands.word_facts.verb_complements import INFINITIVE, ING, complements

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("avoid", [ING]),
        ("quit", [ING]),
        ("manage", [INFINITIVE]),
        ("hope", [INFINITIVE]),  # a rare meaning has the other frame
        ("start", [INFINITIVE, ING]),
        ("regret", [INFINITIVE, ING]),
        ("practice", []),  # the texts have the noun
        ("suggest", []),  # WordNet's example is wrong
    ],
)
def test_the_forms_that_frames_examples_and_texts_agree_on(
    lexicon: Lexicon, verb: str, forms: list[str]
) -> None:
    found, is_clear = complements(Term(lexicon, verb, "v", for_reader=True), verb)
    assert [each.form for each in found if is_clear] == forms
