"""Conditions alone are further ones on the last list."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from shared.messages import Context, Where
from workers.english.term_finder import as_typed
from workers.english.turns.last_list import on_last_list
from workers.english.understood import Understood


@pytest.mark.parametrize(
    ("asked", "text", "last", "command"),
    [
        (Understood("suggest", as_typed("h")), "starts with h", Context("hyponyms", "bird"), "hyponyms"),
        (Understood("suggest", as_typed("h")), "starts with h", Context("reverse", "cut"), "reverse"),
        (Understood("pattern", where=Where(starts="h")), "starts with h", Context("pattern"), "pattern"),
        (Understood("rhymes", where=Where(starts="h")), "starts with h", Context("rhymes", "cat"), "rhymes"),
    ],
)
def test_conditions_alone_are_added_to_those_of_the_last_list(
    asked: Understood, text: str, last: Context, command: str
) -> None:
    found = on_last_list(asked, text, replace(last, where=Where(letters=5)))

    assert (found.command, found.term, found.where) == (command, None, Where(letters=5, starts="h"))


@pytest.mark.parametrize(
    ("asked", "text", "last"),
    [
        (Understood("suggest", as_typed("h")), "words starting with h", Context("hyponyms", "bird")),
        (Understood("suggest", as_typed("h")), "starts with h", Context("definition", "bird")),
        (
            Understood("hyponyms", as_typed("fish"), where=Where(letters=3)),
            "fish",
            Context("hyponyms", "bird"),
        ),
        (Understood("synonyms"), "other ones", Context("synonyms", "happy", where=Where(letters=3))),
    ],
)
def test_other_questions_have_their_own_conditions(asked: Understood, text: str, last: Context) -> None:
    assert on_last_list(asked, text, last) == asked


SHOWN = Context("synonyms", "fair", shown=("just", "honest", "impartial"))


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("shorter ones", (1, 5)),
        ("too long", (1, 5)),
        ("something longer", (7, 100)),
        ("too short", (7, 100)),
        ("the shortest", (1, 4)),
        ("the longest one", (9, 100)),
    ],
)
def test_shorter_and_longer_are_measured_by_the_words_shown(text: str, letters: tuple[int, int]) -> None:
    found = on_last_list(Understood("synonyms", unread=("shorter",)), text, SHOWN)

    assert (found.where, found.unread) == (Where(letters=letters), ())


@pytest.mark.parametrize(
    ("command", "text", "where", "unread"),
    [
        ("usage", "too fancy", Where(common=True), ()),
        ("complaint", "too simple", Where(common=False), ()),
        ("unclear", "too sad!", None, ("sad",)),
    ],
)
def test_too_much_of_something_asks_for_the_same_list_without_it(
    command: str, text: str, where: Where | None, unread: tuple[str, ...]
) -> None:
    found = on_last_list(Understood(command), text, SHOWN)

    assert (found.command, found.where, found.unread) == ("synonyms", where, unread)


def test_a_comparison_that_is_not_one_of_use_is_named() -> None:
    assert on_last_list(Understood("usage"), "which is the strongest", SHOWN).unread == ("strongest",)
    assert on_last_list(Understood("usage"), "which is the most common", SHOWN).unread == ()
    assert on_last_list(Understood("usage"), "is it too formal for a letter?", SHOWN).command == "usage"
