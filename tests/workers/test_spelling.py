"""The nearest words that exist are the likeliest ones, and come quickly."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from workers.spelling import clear_guess, nearest, spelling_index

if TYPE_CHECKING:
    from workers.lexicon import Lexicon

# Common misspellings, among them the first letter's.
MISSPELT = {
    "serendipty": "serendipity",
    "hapy": "happy",
    "definately": "definitely",
    "beleive": "believe",
    "recieve": "receive",
    "seperate": "separate",
    "accomodate": "accommodate",
    "embarass": "embarrass",
    "rendevous": "rendezvous",
    "neccesary": "necessary",
    "enviroment": "environment",
    "calender": "calendar",
    "wierd": "weird",
    "tommorow": "tomorrow",
    "buisness": "business",
    "hippopotomus": "hippopotamus",
    "ice craem": "ice cream",
    "nowledge": "knowledge",
    "erendipity": "serendipity",
}


@pytest.mark.parametrize(("typed", "meant"), MISSPELT.items())
def test_common_misspellings_are_seen_through(lexicon: Lexicon, typed: str, meant: str) -> None:
    """The word that was meant comes first."""
    assert nearest(lexicon, typed, 4)[0] == meant


def test_commoner_words_come_first(lexicon: Lexicon) -> None:
    """Of what is equally near, what people use more."""
    near = nearest(lexicon, "hapy", 10)

    assert near.index("happy") < near.index("hap")


@pytest.mark.parametrize("typed", ["xkcdqwz", "asdfghjkl", "", "a", "ab", "é" * 30, "x" * 500, "\ud800"])
def test_nothing_near_is_an_empty_list(lexicon: Lexicon, typed: str) -> None:
    """Garbage is like no word."""
    assert nearest(lexicon, typed, 4) == []


def test_only_what_is_clear_is_taken_for_meant(lexicon: Lexicon) -> None:
    """Hola may be hold, hole, holla or holy: that is for the user to say."""
    assert clear_guess(lexicon, "hola") is None
    assert clear_guess(lexicon, "serendipty") == "serendipity"


def test_suggestions_take_5_ms_at_most(lexicon: Lexicon) -> None:
    """Of this thread's own time, at the best of five: the machine may have other work."""
    spelling_index(lexicon)
    for typed in [*MISSPELT, "internationalisatoin", "qwertyuiop"]:
        times = []
        for _ in range(5):
            started = time.thread_time()
            nearest(lexicon, typed, 4)
            times.append((time.thread_time() - started) * 1000)

        assert min(times) < 5, typed
