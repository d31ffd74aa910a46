"""The bench of lookups beside questions itself works: all of both are answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.beside import KINDS, as_markdown, measure

if TYPE_CHECKING:
    from tests.bench.contenders import Running


def test_lookups_and_questions_beside_them_are_all_answered(wordwire: Running) -> None:
    rounds = [measure(wordwire, kind, capacity=500, seconds=0.5) for kind in (None, *KINDS)]

    assert [each["failed"] for each in rounds] == [0, 0, 0, 0]
    assert [each["answered_beside"] > 0 for each in rounds] == [False, True, True, True]


def test_the_table_compares_with_the_lookups_alone() -> None:
    table = as_markdown({"none": 10.0, "20 reverse a second": 11.0})

    assert "| 20 reverse a second | 11.00 | 1.10x |" in table
