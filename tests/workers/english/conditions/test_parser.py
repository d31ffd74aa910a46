"""Conditions are read where the model marks them, or wherever their words have no other meaning."""

from __future__ import annotations

import time

import pytest

from shared.messages import Where
from workers.english.conditions.parser import Conditions, number_wanted, read_conditions


def place(text: str, part: str) -> tuple[int, int]:
    return text.index(part), text.index(part) + len(part)


def test_all_conditions_of_a_sentence_are_read_although_the_model_marks_one() -> None:
    text = "5 letter synonym of happy starting with m"

    found = read_conditions(text, "synonyms", place(text, "happy"), [place(text, "starting with m")])

    assert found.where == Where(starts="m", letters=5)
    assert found.unread == ()


def test_a_marked_condition_that_no_rule_reads_is_named() -> None:
    text = "synonym of difficult but easy to spell"

    found = read_conditions(text, "synonyms", place(text, "difficult"), [place(text, "easy to spell")])

    assert (found.where, found.unread) == (None, ("easy to spell",))


def test_english_words_are_all_words() -> None:
    for text in ("English words ending in mt", "valid words that end in mt"):
        found = read_conditions(text, "pattern")

        assert (found.where, found.unread) == (Where(ends="mt"), ())


def test_the_term_is_no_condition() -> None:
    for text, term in (
        ("synonyms of rare", "rare"), ("rhymes with light", "light"), ("antonyms of one word", "one word"),
        ("what rhymes with ice cream", "ice cream"),
    ):  # fmt: skip
        assert read_conditions(text, "synonyms", place(text, term)).where is None


def test_words_with_another_meaning_count_in_conditions_only() -> None:
    text = "synonyms of box with x"

    assert read_conditions(text, "synonyms", place(text, "box")).where is None
    found = read_conditions(text, "synonyms", place(text, "box"), [place(text, "with x")])
    assert found.where == Where(contains=("x",))


def test_has_to_contains_no_letters() -> None:
    text = "opposite of generous, has to start with m"
    marked = [place(text, "has to start with m")]

    assert read_conditions(text, "antonyms", place(text, "generous"), marked).where == Where(starts="m")


def test_letters_can_stand_at_the_start_and_at_the_end() -> None:
    text = "verbs that have ob at the start and te at the end"

    assert read_conditions(text, "pattern").where == Where(starts="ob", ends="te")


def test_typographic_quotes_and_capitals_do_not_matter() -> None:
    assert read_conditions("WORDS ENDING IN “OLOGY”", "pattern").where == Where(ends="ology")
    assert read_conditions("words that don\u2019t have an e", "pattern").where == Where(without="e")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("words that end in ock, as many as you have please", Where(ends="ock")),
        ("words with q not followed by u", Where(contains=("q", "!qu"))),
        ("words starting with the letter s and followed by a k", Where(starts="s", contains=("sk",))),
        ("words that start with q but not qu", Where(starts="q", contains=("!qu",))),
        ("words ending in ing but not king", Where(ends="ing", contains=("!king",))),
    ],
)
def test_letters_can_follow_each_other_or_not(text: str, where: Where) -> None:
    assert read_conditions(text, "pattern") == Conditions(where)


@pytest.mark.parametrize(
    "part",
    [
        "with a ",
        "starts with the ",
        "no ",
        "a, ",
        "one or two ",
        "'",
        "_",
        "a_",
        "| ",
        "for a ",
        "i can ",
        "e.g. a, ",
        "no other vowels but ",
        "like a and ",
    ],
)
def test_the_time_grows_with_the_text_only(part: str) -> None:
    text = (part * 1000)[:1000]
    started = time.process_time()
    read_conditions(text, "pattern")

    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("can you give me ten common three-syllable adjectives beginning with b?", 10),
        ("20 nouns starting with q", 20),
        ("Three other words for big", 3),
        ("99 rhymes", 20),
        ("two letter words", 0),
        ("a five-letter word", 0),
        ("two syllable words that rhyme with flower", 0),
    ],
)
def test_a_number_of_words_can_be_wanted(text: str, number: int) -> None:
    assert number_wanted(text) == number
