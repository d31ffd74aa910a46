"""A match becomes fields; other text is refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from workers.english.conditions import readers as read

if TYPE_CHECKING:
    from workers.english.conditions.readers import Read


@pytest.mark.parametrize(
    ("reader", "source", "text", "fields"),
    [
        (read.rhyme, r"with (?P<letters>\w+)", "with cat", {"rhymes_with": "cat"}),
        (read.mask, r".+", "b---k", {"pattern": "b???k"}),
        (read.shape("double"), r".+", "double letters", {"shape": "double"}),
        (read.silent, r"(?P<how>end)ing in silent (?P<letters>\w)", "ending in silent n",
         {"silent": "n", "ends": "n"}),
        (read.coloured, r"(?P<letters>\w+) is (?P<how>\w+)", "e is grey", {"without": "e"}),
        (read.coloured, r"(?P<letters>\w+) is (?P<how>\w+)", "e is yellow", {"contains": ("e",)}),
    ],
)  # fmt: skip
def test_a_match_becomes_fields(reader: Read, source: str, text: str, fields: dict[str, Any]) -> None:
    found: dict[str, Any] = {}
    match = re.fullmatch(source, text)

    assert match
    assert reader(match, found)
    assert found == fields


def test_a_word_of_the_question_is_no_letter_of_it() -> None:
    match = re.fullmatch(r"with (?P<letters>\w+)", "with that")

    assert match
    assert not read.rhyme(match, {})


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("end in one", True),
        ("end in 'one' with e", True),
        ("end in one letter", False),
        ("end in that", False),
    ],
)
def test_a_quantifier_at_the_end_or_in_quotes_is_letters(text: str, *, is_read: bool) -> None:
    expression = r"(?P<how>end) in '?(?P<letters>\w+)'?(?P<not>(?!))?(?P<kind>(?!))?(?P<also>(?!))?(?P<more>)"
    match = re.match(expression, text)

    assert match
    assert read.edge(match, {}) is is_read
