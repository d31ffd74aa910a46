"""The word of which two words are forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.commands.word_facts.forms.offered_forms import forms_offered

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("pair", "found"),
    [
        (("swam", "swum"), ("swim", ["past", "past_participle"])),
        (("lied", "lay"), ("lie", ["past"])),
        (("oxen", "oxes"), ("ox", ["plural"])),
        (("proved", "proven"), ("prove", ["past_participle"])),
        (("lie", "lay"), None),
        (("is", "are"), None),
        (("syllable", "syllables"), None),
        (("cat", "dog"), None),
    ],
)
def test_a_form_of_both_is_meant(
    lexicon: Lexicon, pair: tuple[str, str], found: tuple[str, list[str]] | None
) -> None:
    assert forms_offered(lexicon, [pair], is_perfect=False) == found


def test_have_asks_for_the_participle(lexicon: Lexicon) -> None:
    assert forms_offered(lexicon, [("swam", "swum")], is_perfect=True) == ("swim", ["past_participle"])
