"""Rows of letters and blank tiles make words; letters that a word only contains do not."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask
from workers.english.games.tiles import with_tiles
from workers.english.reader import Reading, Span

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def reading(command: str, text: str, term: str) -> Reading:
    """Return the reading of a text in which the model sees a term."""
    at = text.find(term)
    return Reading(command, 1.0, "", spans={"term": [Span(term, at, at + len(term))]} if term else {})


@pytest.mark.parametrize(
    ("command", "text", "term", "letters"),
    [
        ("anagram", "words from the letters B, O, L, T and one blank", "B", "B, O, L, T + ?"),
        ("anagram", "words from R, A and N and a blank tile", "R", "R, A, N + ?"),
        ("anagram", "seven-letter words from CANDLE and two jokers", "CANDLE", "CANDLE + ??"),
        ("anagram", "a word made of CANDLE and a blank", "of CANDLE and a blank", "CANDLE + ?"),
        ("anagram", "my rack is s t o r ? e", "s t o r", "s, t, o, r, e + ?"),
        ("anagram", "unscramble p l a t e", "p l a t e", "p l a t e"),
        ("anagram", "unscramble P L A T E into another word", "P L A T E", "PLATE"),
        ("pattern", "which words can I make with C, O, D and E?", "", "C, O, D, E"),
        ("pattern", "I have the letters C, O, D, E and a blank", "O", "C, O, D, E + ?"),
        ("pattern", "letters: d u s t y, any words?", "d u s t y", "d u s t y"),
        ("anagram", "I have q u a c k + blank", "q u a c k", "q u a c k + ?"),
        ("pattern", "words made out of c, o, d and e", "c", "c, o, d, e"),
        ("anagram", "anagrams of listen", "listen", "listen"),
    ],
)
def test_all_letters_of_a_row_count_and_its_blanks(command: str, text: str, term: str, letters: str) -> None:
    found = with_tiles(reading(command, text, term), text)

    assert (found.command, found.part("term")) == ("anagram", letters)


@pytest.mark.parametrize(
    ("command", "text", "term"),
    [
        ("pattern", "words that contain the letters a, e and z", ""),
        ("pattern", "words with q and z that I can make", ""),
        ("pattern", "five-letter words with two blanks: s _ _ r t", "s _ _ r t"),
        ("anagram", "which words contain the letters “ngst”?", "ngst"),
    ],
)
def test_letters_that_words_contain_are_no_tiles(command: str, text: str, term: str) -> None:
    assert with_tiles(reading(command, text, term), text).command == "pattern"


def test_other_questions_stay_as_they_are() -> None:
    text = "define a b c"

    assert with_tiles(reading("definition", text, "a b c"), text) == reading("definition", text, "a b c")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Which six-letter words can I make from S, T, R, O, N and one blank?", "strong"),
        ("What words can be made from O, P, S and T, using each letter once?", "stop, spot, post"),
        ("Rearrange C H E A P into another word", "Words with the letters of CHEAP: peach."),
        ("Which words contain the letters “ckst”?", "Words that contain ckst: huckster,"),
    ],
)
def test_questions_for_words_of_letters_are_answered(lexicon: Lexicon, text: str, said: str) -> None:
    assert said in (ask(lexicon, text).text or "")


def test_a_long_row_takes_linear_time() -> None:
    text = "a and " * 3_000 + "blank"
    start = time.process_time()

    with_tiles(Reading("anagram", 1.0, ""), text)

    assert time.process_time() - start < 1
