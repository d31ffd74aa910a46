"""Common words come with the forms that people type."""

from __future__ import annotations

import pytest

from workers.wordnet.correction.common_forms import common_forms
from workers.wordnet.lexicon import Lexicon


@pytest.fixture(scope="module")
def forms(lexicon: Lexicon) -> dict[str, str]:
    """Form → its lemma."""
    return {form: lexicon.lemma_name(lemma) for form, lemma in common_forms(lexicon)}


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("happened", "happen"),
        ("running", None),  # a name of WordNet
        ("dropped", "drop"),
        ("carried", "carry"),
        ("families", "family"),
        ("children", "child"),
        ("churches", "church"),
        ("childs", None),
        ("runned", None),
    ],
)
def test_regular_and_irregular_forms_are_there(forms: dict[str, str], form: str, lemma: str | None) -> None:
    assert forms.get(form) == lemma


def test_every_form_is_one_of_its_lemma(forms: dict[str, str], lexicon: Lexicon) -> None:
    """By WordNet's own Morphy; and there are some thousands of them."""
    wrong = {
        form: lemma
        for form, lemma in forms.items()
        if not any(lemma in lexicon.dictionary_forms(form, pos) for pos in "nv")
    }

    assert len(forms) > 10_000
    assert len(wrong) < 0.01 * len(forms), wrong
