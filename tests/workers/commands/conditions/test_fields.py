"""Conditions that are read one by one join in one Where."""

from __future__ import annotations

from typing import Any

import pytest

from gateway.lookups.parsing import MAX_PARTS
from shared.messages import Where
from workers.commands.conditions.fields import MOST_PARTS, put, where_of, with_more


def joined(*conditions: tuple[str, Any]) -> Where | None:
    fields: dict[str, Any] = {}
    assert all(put(fields, name, value) for name, value in conditions)
    return where_of(fields)


def test_without_conditions_there_is_no_where() -> None:
    assert joined() is None


def test_letters_at_the_start_and_at_the_end_overlay_one_another() -> None:
    found = joined(("starts", "c"), ("starts", "??x"), ("ends", "y"), ("ends", "t?"))

    assert found == Where(starts="c?x", ends="ty")


def test_parts_and_excluded_letters_add_up() -> None:
    found = joined(("contains", ("qu",)), ("contains", ("x",)), ("without", "ae"), ("without", "ei"))

    assert found == Where(contains=("qu", "x"), without="aei")


@pytest.mark.parametrize(
    ("ranges", "letters"),
    [
        ([(5, 5)], 5),
        ([(4, 100), (1, 8)], (4, 8)),
        ([(4, 100), (1, 4)], 4),
    ],
)
def test_ranges_narrow_one_another(ranges: list[tuple[int, int]], letters: int | tuple[int, int]) -> None:
    assert joined(*(("letters", each) for each in ranges)) == Where(letters=letters)


def test_starts_that_leave_words_out_add_up() -> None:
    assert joined(("starts", "!?r"), ("starts", "!??e")) == Where(starts="!?r,??e")
    assert joined(("starts", "!?r"), ("starts", "c"), ("starts", "?a")) == Where(starts="ca", pattern="!?r*")


@pytest.mark.parametrize(
    ("name", "value", "other"),
    [("starts", "st", "sp"), ("letters", (1, 4), (6, 100)), ("common", True, False)],
)
def test_a_contradiction_is_refused(name: str, value: Any, other: Any) -> None:
    fields = {name: value}

    assert not put(fields, name, other)
    assert fields == {name: value}


@pytest.mark.parametrize(
    ("last", "more", "joined"),
    [
        (None, Where(starts="h"), Where(starts="h")),
        (Where(letters=5, common=True), Where(starts="h"), Where(letters=5, common=True, starts="h")),
        (Where(letters=5, starts="h"), Where(letters=6), Where(letters=6, starts="h")),
        (Where(letters=(4, 6)), Where(letters=(6, 100)), Where(letters=6)),
        (Where(contains="x"), Where(contains=("y", "x")), Where(contains=("x", "y"))),
    ],
)
def test_more_conditions_join_the_last_ones_or_replace_them(
    last: Where | None, more: Where, joined: Where
) -> None:
    assert with_more(last, more) == joined


def test_parts_stay_as_few_as_a_context_may_have() -> None:
    found = with_more(Where(contains=tuple("abcdefghij")), Where(contains=("k",)))

    assert found.contains == tuple("bcdefghijk")
    assert MOST_PARTS == MAX_PARTS
