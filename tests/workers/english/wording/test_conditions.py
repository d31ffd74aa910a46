"""Replies say which words their conditions keep and leave out, and which conditions they don't know."""

from __future__ import annotations

import pytest

from shared.messages import Where
from workers.english.wording.conditions import described, narrowed


@pytest.mark.parametrize(
    ("where", "words"),
    [
        (Where(starts="l", letters=5), "of 5 letters that start with l"),
        (Where(letters=(1, 4)), "of at most 4 letters"),
        (Where(letters=(9, 100), syllables=1), "of at least 9 letters of one syllable"),
        (Where(syllables=(2, 3)), "of 2 to 3 syllables"),
        (Where(letters=7, starts="?o"), "of 7 letters that have o as letter 2"),
        (Where(ends="e?"), "that have e as letter 2 from the end"),
        (Where(starts="un", ends="able"), "that start with un and end in able"),
        (Where(starts="c?x"), "that start with “c?x”"),
        (Where(contains=("x", "y")), "that contain x and y"),
        (Where(contains="qu", without="ae"), "without a or e that contain qu"),
        (Where(without="_"), "without a space"),
        (Where(pattern="c??t"), "of the pattern “c??t”"),
        (Where(pattern="bat,cat", letters=3), "of 3 letters of the pattern “bat” or “cat”"),
        (Where(starts="b,c", ends="!s,z"), "that start with b or c and do not end in s or z"),
        (Where(starts="?a,?e"), "that have a or e as letter 2"),
        (Where(ends="!s?"), "that do not have s as letter 2 from the end"),
        (Where(contains=("th,sh", "!x")), "that contain th or sh and do not contain x"),
        (Where(contains=("o*o", "!o*o*o")), "that contain 2 o's and do not contain 3 o's"),
        (Where(contains=("f*g*h",)), "that contain f, g and h in this order"),
        (Where(pattern="!sheep"), "that are not sheep"),
        (Where(starts="!?e,??r"), "that do not start with “?e” or “??r”"),
        (Where(shape="palindrome", letters=5), "of 5 letters that are palindromes"),
        (Where(silent="gh"), "that have a silent gh"),
        (Where(rhymes_with="cat", pos="v"), "that rhyme with cat and can be a verb"),
        (Where(common=True), "that are common"),
        (Where(common=False), "that are not common"),
        (Where(ends="ology", about="animals"), "that end in ology and have to do with “animals”"),
    ],
)
def test_conditions_are_said_in_words(where: Where, words: str) -> None:
    assert described(where) == words


def test_a_list_names_what_its_conditions_leave_out() -> None:
    where = Where(starts="l")

    def said(text: str, found: list[str], removed: list[str]) -> list[tuple[str, str | None]]:
        return [(each.key, each.text) for each in narrowed(text, where, found, removed)]

    assert said("Other words for big: large.", ["large"], ["great", "heavy"]) == [
        ("answer", "Other words for big: large."),
        ("where", "Only words that start with l count."),
        ("removed", "That leaves out great and heavy."),
    ]
    assert said("Nothing.", [], ["great"]) == [
        ("answer", "I found nothing among words that start with l, only great."),
    ]
    assert said("Nothing.", [], []) == [("answer", "Nothing.")]
