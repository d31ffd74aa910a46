"""help shows the catalog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.catalog import BY_NAME
from tests.workers.questions import look_up

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def test_help_lists_every_command_of_the_catalog(lexicon: Lexicon) -> None:
    assert [entry["command"] for entry in look_up(lexicon, "help")] == list(BY_NAME)


def test_help_on_one_command_shows_it_alone(lexicon: Lexicon) -> None:
    rhymes = BY_NAME["rhymes"]

    assert look_up(lexicon, "help", "rhymes") == [
        {"command": "rhymes", "summary": rhymes.summary, "example": rhymes.example}
    ]


def test_help_on_any_other_word_lists_every_command(lexicon: Lexicon) -> None:
    assert look_up(lexicon, "help", "xyzzy") == look_up(lexicon, "help")
