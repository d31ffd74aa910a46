"""Two terms in one piece of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.english.term_finder import AskedTerm
from workers.english.term_pairs import halves, pair_in, parts, reconsidered

if TYPE_CHECKING:
    from workers.english.term_finder import TermFinder


def test_a_comma_and_an_and_part_two_terms() -> None:
    assert list(parts("cat, dog")) == [["cat", "dog"]]
    assert list(parts("salt and pepper and oil")) == [["salt", "pepper and oil"], ["salt and pepper", "oil"]]
    assert list(parts("and cat, ")) == []


def test_the_most_even_half_comes_first() -> None:
    assert next(halves("ice cream hot dog")) == ["ice cream", "hot dog"]
    assert list(halves("cat")) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("turtle tortoise", ("turtle", "tortoise")),
        ("ice cream hot dog", ("ice cream", "hot dog")),
        ("house and home", ("house", "home")),
    ],
)
def test_two_known_terms_are_a_pair(words: TermFinder, text: str, shown: tuple[str, str]) -> None:
    found = pair_in(words, text)

    assert found is not None
    assert (found[0].shown, found[1].shown) == shown


@pytest.mark.parametrize("text", ["ice cream", "turtle zxcv", "cat"])
def test_a_term_or_an_unknown_half_is_no_pair(words: TermFinder, text: str) -> None:
    assert pair_in(words, text) is None


@pytest.mark.parametrize(
    ("command", "one", "other", "wanted"),
    [
        ("spelling", "poisonous", "venomous", ("difference", "poisonous", "venomous")),
        ("spelling", "gray", "grey", ("spelling", "gray", "grey")),
        ("is_a", "queer", "slurs", ("usage", "queer", None)),
        ("is_a", "whale", "fish", ("is_a", "whale", "fish")),
        ("is_word", "alot", None, ("is_word", "alot", None)),
    ],
)
def test_two_terms_together_decide(
    words: TermFinder, command: str, one: str, other: str | None, wanted: tuple[str, str, str | None]
) -> None:
    found, term, term2 = reconsidered(words, command, words.term(one), words.term(other) if other else None)

    assert (found, term and term.shown, term2 and term2.shown) == wanted


def test_a_missing_second_term_may_be_in_the_first(words: TermFinder) -> None:
    unknown = AskedTerm("turtle tortoise", None)
    _, term, term2 = reconsidered(words, "difference", unknown, None)

    assert term is not None
    assert term2 is not None
    assert (term.shown, term2.shown) == ("turtle", "tortoise")
