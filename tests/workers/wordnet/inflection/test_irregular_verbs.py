"""The table of irregular verbs, and its use for compounds."""

from __future__ import annotations

import pytest

from workers.wordnet.inflection.irregular_verbs import VERBS, irregular_verb


def is_no_word(_name: str) -> bool:
    return False


def test_the_table_has_two_forms_of_every_verb() -> None:
    assert len(VERBS) > 200
    assert VERBS["cut"] == (("cut",), ("cut",))
    assert VERBS["prove"] == (("proved",), ("proven", "proved"))
    assert all(forms.past and forms.participle for forms in VERBS.values())


@pytest.mark.parametrize(("verb", "past"), [("retake", "retook"), ("misunderstand", "misunderstood")])
def test_a_prefix_changes_nothing(verb: str, past: str) -> None:
    found = irregular_verb(verb, [], is_no_word)

    assert found
    assert found.past == (past,)


def test_a_listed_form_proves_a_compound() -> None:
    found = irregular_verb("browbeat", ["browbeaten"], is_no_word)

    assert found
    assert (found.past, found.participle) == (("browbeat",), ("browbeaten", "browbeat"))


def test_a_word_before_a_verb_of_four_letters_makes_a_compound() -> None:
    found = irregular_verb("sightread", [], {"sigh", "sight"}.__contains__)

    assert found
    assert found.past == ("sightread",)


@pytest.mark.parametrize("verb", ["behave", "highlight", "budget", "polarise", "walk", "ghostwrite"])
def test_other_verbs_are_regular(verb: str) -> None:
    words = {"high", "bud", "polar"}

    assert irregular_verb(verb, [], words.__contains__) is None
