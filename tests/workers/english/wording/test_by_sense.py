"""Lists of names keep the senses of a word apart."""

from __future__ import annotations

import pytest

from shared.messages import Sense
from workers.english.wording.by_sense import by_sense

TEXT = "{Word} is like {names}."
FIRST = Sense(1, "n", "a groove", words=["track"])


@pytest.mark.parametrize(
    ("names", "senses", "sentence"),
    [
        (["track"], [], "Rut is like track."),
        (["track"], [FIRST], "Rut is like track."),
        (["track", "heat"], [FIRST], "Rut is like track. In other meanings: heat."),
        (
            ["ice_cream"],
            [Sense(2, "n", "a cone etc.", synonyms=["ice_cream"])],
            "Rut is like ice cream. That is meaning 2: a cone etc.",
        ),
        (["other", "order"], [FIRST], "Rut is like other and order."),
    ],
)
def test_the_names_of_the_first_sense_come_first(
    names: list[str], senses: list[Sense], sentence: str
) -> None:
    assert by_sense(TEXT, "rut", names, senses) == sentence


@pytest.mark.parametrize(
    ("own", "rest", "end"),
    [
        (4, 5, "w3. In other meanings: w4, w5 and 3 more."),
        (8, 5, "w5 and 2 more. Other meanings have 5 more."),
        (8, 0, "w5 and 2 more."),
    ],
)
def test_no_more_names_are_listed_than_in_any_list(own: int, rest: int, end: str) -> None:
    names = [f"w{number}" for number in range(own + rest)]

    assert by_sense(TEXT, "rut", names, [Sense(1, "n", "", antonyms=names[:own])]).endswith(end)
