"""Conditions on the spelling become patterns, and one of them an expression."""

from __future__ import annotations

import re

import pytest

from shared.errors import BadRequest
from shared.messages import Where
from workers.commands.conditions.patterns import MOST_ALTERNATIVES, expression_of, patterns_of


@pytest.mark.parametrize(
    ("where", "matching", "other"),
    [
        (Where(starts="un"), "undo", "run"),
        (Where(ends="ing, ed"), "ended", "edit"),
        (Where(starts="!s", contains="ou"), "sour", "sir"),
        (Where(pattern="c??p"), "clap", "claps"),
    ],
)
def test_the_expression_is_of_one_pattern_that_must_match(where: Where, matching: str, other: str) -> None:
    expression = re.compile(expression_of(patterns_of(where, "")))

    assert expression.fullmatch(matching)
    assert not expression.fullmatch(other)


def test_patterns_that_must_not_match_have_no_expression() -> None:
    assert expression_of(patterns_of(Where(ends="!s"), "")) == ""


def test_a_condition_has_few_alternatives() -> None:
    with pytest.raises(BadRequest):
        list(patterns_of(Where(ends="a," * MOST_ALTERNATIVES + "b"), ""))
