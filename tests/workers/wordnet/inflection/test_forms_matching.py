"""Forms of words match patterns, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.wordnet.inflection.forms_matching import forms_matching
from workers.wordnet.names.wildcards import Wildcards

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def test_forms_match_as_a_whole(lexicon: Lexicon) -> None:
    found = forms_matching(lexicon, Wildcards("gr*d").expression, lambda form: len(form) == len("grabbed"))

    assert {"grabbed", "greeted", "gripped"} <= set(found)
    assert all(form.startswith("gr") and form.endswith("d") for form in found)


@pytest.mark.parametrize("other", ["waters", "kennedys", "niggers"])
def test_words_and_forms_of_names_and_of_offensive_words_are_left_out(lexicon: Lexicon, other: str) -> None:
    found = forms_matching(lexicon, f"farmers|{other}", lambda _: True)

    assert other in lexicon.sounds
    assert found == ["farmers"]


def test_forms_of_common_words_come_first(lexicon: Lexicon) -> None:
    found = forms_matching(lexicon, Wildcards("*ked").expression, lambda _: True)

    assert found.index("looked") < found.index("sulked")


def test_without_a_pattern_there_are_no_forms(lexicon: Lexicon) -> None:
    assert forms_matching(lexicon, "", lambda _: True) == []
