"""Words with open letters, written with wildcards, blanks or expressions, become patterns."""

from __future__ import annotations

import time

import pytest

from shared.messages import Where
from workers.english.games.masks import masked
from workers.english.term_finder import TermFinder
from workers.english.understood import Understood


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("_OUND what could it be", "?ound"),
        ("hangman: h_n_m_n", "h?n?m?n"),
        ("p _ l _ c e", "p?l?ce"),
        ("b___k", "b???k"),
        ("st_re", "st?re"),
        ("words matching p?ttern*", "p?ttern*"),
        ("^x.*n$", "x*n"),
        ("/^qu/", "qu*"),
        (".*ology$", "*ology"),
        ("^s.{3}t$", "s???t"),
        (r"^\w+ism$", "?*ism"),
        ("words like ^[bc]at$", "bat,cat"),
        ("c[ao]t", "cat,cot"),
        ("___gry, everything that ends that way", "*gry"),
        ("all words like ___ough", "*ough"),
        ("Which tree fits the pattern M?P?E?", "m?p?e"),
        ("Which words fit L _ M _ N?", "l?m?n"),
        ("what goes here: b_l_oon", "b?l?oon"),
        ("Complete the word: S _ R _ _ T", "s?r??t"),
    ],
)
def test_open_letters_make_a_pattern(words: TermFinder, text: str, pattern: str) -> None:
    found = masked(words, text)

    assert found
    assert found.term
    assert (found.command, found.term.name) == ("pattern", pattern)


def test_the_other_conditions_count_too(words: TermFinder) -> None:
    narrowed, without = masked(words, "wordle: _ra_e, no s"), masked(words, "in texas, ?a?er but not paper")

    assert narrowed == Understood("pattern", where=Where(pattern="?ra?e", letters=5, without="s"))
    assert without
    assert without.where == Where(pattern="!paper")
    assert without.unread == ("texas",)
    for text, letters, pattern in (
        ("What six letters: P?R?O?", 6, "p?r?o?"),
        ("5 letters, ?RA?E?", 5, "?ra?e"),
    ):
        of_length = masked(words, text)
        assert of_length
        assert of_length.where == Where(pattern=pattern, letters=letters)
    ending = masked(words, "it ends in _ight and isn't light")
    assert ending
    assert ending.where == Where(pattern="!light")


@pytest.mark.parametrize(
    ("text", "clue", "pattern"),
    [
        ("Striped horse of Africa, 5, Z?B?A", "Striped horse of Africa", "z?b?a"),
        ("clue: bird with red breast (5) R?B??", "bird with red breast", "r?b??"),
        ("?A??I?, vehicle for wounded soldiers, 6", "vehicle for wounded soldiers", "?a??i?"),
        ("hangman: V _ O _ I N, and it's a thing with four strings. What is it?", "a thing with four strings",
         "v?o?in"),
        ("L _ O N, an animal that roars", "an animal that roars", "l?on"),
        ("to go up and down in the air: _ O _ N C E", "to go up and down in the air", "?o?nce"),
        ("crossword: T _ G _ R, 5 letters, cat with stripes", "cat with stripes", "t?g?r"),
        ("T?N?, the clue is something to sleep in", "something to sleep in", "t?n?"),
    ],
)  # fmt: skip
def test_a_clue_beside_a_mask_and_its_size_is_a_description(
    words: TermFinder, text: str, clue: str, pattern: str
) -> None:
    found = masked(words, text)

    assert found
    assert found.term
    assert (found.command, found.term.shown, found.where) == ("reverse", clue, Where(pattern=pattern))


@pytest.mark.parametrize(
    "text",
    [
        "wordle 5 letters, ?RA?E",
        "R _ N, it's a verb",
        "Z?B?A, 5",
        "_ra_e, starts with c, 5",
    ],
)
def test_conditions_beside_a_mask_are_no_clue(words: TermFinder, text: str) -> None:
    found = masked(words, text)

    assert found
    assert found.command == "pattern"


@pytest.mark.parametrize("text", ["^[^aeiou]+$", "^(a|b)x$", "^[a-z]*$", "^.[aeiou][aeiou]$"])
def test_an_expression_that_it_does_not_read_is_named(words: TermFinder, text: str) -> None:
    assert masked(words, text) == Understood("pattern", unread=(text,))


@pytest.mark.parametrize(
    "text",
    ["what is ice_cream", "what does snake_case mean", "why?", "costs $100", "[happy]", "e.g. this", "_"],
)
def test_other_signs_open_no_letters(words: TermFinder, text: str) -> None:
    assert masked(words, text) is None


@pytest.mark.parametrize("text", ["a " * 500, "_" * 1000, "^." * 500, "a?" * 500, "[a" * 500])
def test_long_texts_take_little_time(words: TermFinder, text: str) -> None:
    started = time.process_time()
    masked(words, text)

    assert time.process_time() - started < 1  # a careless expression takes minutes
