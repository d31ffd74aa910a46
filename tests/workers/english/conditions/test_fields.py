"""Conditions that are read one by one join in one Where."""

from __future__ import annotations

import pytest

from shared.messages import Where
from workers.english.conditions.fields import Fields


def test_without_conditions_there_is_no_where() -> None:
    assert Fields().where() is None


def test_letters_at_the_start_and_at_the_end_overlay_one_another() -> None:
    fields = Fields()
    assert fields.begin("c")
    assert fields.begin("??x")
    assert fields.end("y")
    assert fields.end("t?")

    assert fields.where() == Where(starts="c?x", ends="ty")


def test_two_letters_for_one_place_do_not_fit() -> None:
    fields = Fields()
    assert fields.begin("st")

    assert not fields.begin("sp")
    assert fields.where() == Where(starts="st")


@pytest.mark.parametrize(
    ("ranges", "letters"),
    [
        ([(5, 5)], 5),
        ([(4, 100), (1, 8)], (4, 8)),
        ([(4, 100), (1, 4)], 4),
    ],
)
def test_ranges_narrow_one_another(ranges: list[tuple[int, int]], letters: int | tuple[int, int]) -> None:
    fields = Fields()
    for low, high in ranges:
        assert fields.between("letters", low, high)

    assert fields.where() == Where(letters=letters)


def test_an_empty_range_is_refused() -> None:
    fields = Fields()
    assert fields.between("letters", 1, 4)

    assert not fields.between("letters", 6, 100)
    assert fields.where() == Where(letters=(1, 4))


@pytest.mark.parametrize(
    ("length", "where"),
    [
        (5, Where(letters=5, starts="??a")),
        (6, Where(letters=6, contains=("a",))),
        (None, Where(contains=("a",))),
    ],
)
def test_the_middle_is_exact_for_an_odd_length_only(length: int | None, where: Where) -> None:
    fields = Fields()
    fields.centre("a")
    if length:
        fields.between("letters", length, length)

    assert fields.where() == where
