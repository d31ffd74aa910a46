"""The scores count the descriptions whose word is among the first ones found."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import cast

import pytest

from tools.train.meaning.described import CHECKS, read
from tools.train.meaning.score import print_scores, print_sense_score
from workers.meaning.word_search import Found, WordSearch
from workers.wordnet.lexicon import Lexicon


class FindsHalf:
    """A search that finds the right word first for every second description, and nothing else."""

    def __init__(self, lexicon: Lexicon) -> None:
        described = [pair for pen in CHECKS for pair in read(pen)]
        self._known = {text: lexicon.number_of(word.lower()) for word, text in described[::2]}

    def find(self, description: str, most: int, among: Collection[int]) -> list[Found]:
        lemma = self._known.get(description)
        return [Found(lemma, 0, 1.0)] if lemma in among and most and lemma is not None else []


def test_a_word_that_is_not_found_counts_in_no_share(
    lexicon: Lexicon, capsys: pytest.CaptureFixture[str]
) -> None:
    print_scores(lexicon, cast("WordSearch", FindsHalf(lexicon)))

    plain, far = capsys.readouterr().out.splitlines()
    assert plain == "plain: 200 descriptions, the word 0.500 in 1, 0.500 in 10, 0.500 in 100"
    assert far == "far: 220 descriptions, the word 0.500 in 1, 0.500 in 10, 0.500 in 100"


def test_the_likeliest_sense_is_right_twice_as_often_as_the_first(
    lexicon: Lexicon, capsys: pytest.CaptureFixture[str]
) -> None:
    """The exact shares are in docs/meanings.md; another processor rounds a few sentences differently."""
    print_sense_score(lexicon)

    [shares] = re.findall(
        r"240 sentences, the sense (0\.\d+) right; the first (0\.\d+)", capsys.readouterr().out
    )
    likeliest, first = map(float, shares)
    assert likeliest > 0.62
    assert first == pytest.approx(0.34, abs=0.01)
