"""The labels that a word for a kind of usage asks for."""

from __future__ import annotations

import pytest

from workers.commands.word_facts.marks.asked_labels import NEVER_OFFERED, countries_in, labels_for, unfit_for
from workers.commands.word_facts.marks.usage_marks import LABELS, REGIONS


@pytest.mark.parametrize(
    ("asked", "labels"),
    [
        ("casual", {"informal", "slang"}),
        ("a bit more formal", {"formal"}),
        ("dated", {"old-fashioned", "archaic"}),
        ("British", {"British"}),
        ("music", set()),
    ],
)
def test_a_kind_of_usage_has_its_labels(asked: str, labels: set[str]) -> None:
    assert labels_for(asked) == labels


def test_rude_words_have_any_mark_of_rudeness() -> None:
    assert labels_for("rude") >= {"impolite", "obscene", "disparaging"}
    assert labels_for("rude") <= set(LABELS.values())
    assert set(LABELS.values()) >= NEVER_OFFERED


def test_what_is_unfit_is_unfit_for_formal_and_polite_words_only() -> None:
    assert "slang" in unfit_for("politer")
    assert not unfit_for("old-fashioned")


def test_the_countries_of_a_line_are_regions() -> None:
    found = countries_in("do Americans, Brits, the Irish and people in New Zealand say it?")

    assert found == ["American", "British", "Irish", "New Zealand"]
    assert set(found) <= REGIONS
    assert countries_in("tell us, in English") == []
