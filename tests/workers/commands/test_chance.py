"""Random words exist and differ; the word of the day is the same all day."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from shared.messages import Where
from tests.workers.questions import look_up
from workers.commands.chance import random_word, word_of
from workers.commands.term import Term
from workers.wordnet.names.words_to_learn import SHORTEST

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

DAYS = [datetime.date(2026, 1, 1) + datetime.timedelta(days=n) for n in range(60)]


def test_random_words_exist_and_differ(lexicon: Lexicon) -> None:
    found = [look_up(lexicon, "random")[0] for _ in range(20)]

    assert all(name in lexicon for name in found)
    assert len(set(found)) > 10


@pytest.mark.parametrize("pos", ["n", "v", "a", "s", "r"])
def test_a_random_word_can_be_of_one_part_of_speech(lexicon: Lexicon, pos: str) -> None:
    assert lexicon.synsets(look_up(lexicon, "random", pos=pos)[0], pos)


def test_the_word_of_the_day_is_the_same_all_day(lexicon: Lexicon) -> None:
    words = [word_of(day, lexicon) for day in DAYS]

    assert words == [word_of(day, lexicon) for day in DAYS]
    assert len(set(words)) > 55


def test_the_word_of_the_day_is_a_single_long_word_with_an_example(lexicon: Lexicon) -> None:
    for word in (word_of(day, lexicon) for day in DAYS):
        assert word.isalpha()
        assert len(word) >= SHORTEST
        assert look_up(lexicon, "examples", word)


def test_the_command_gives_the_word_of_today(lexicon: Lexicon) -> None:
    before = datetime.datetime.now(datetime.UTC).date()
    found = look_up(lexicon, "word_of_the_day")
    after = datetime.datetime.now(datetime.UTC).date()

    assert found in ([word_of(before, lexicon)], [word_of(after, lexicon)])


def test_a_random_rhyme_is_no_form_of_an_offensive_word(lexicon: Lexicon) -> None:
    where = Where(rhymes_with="doors", starts="who")

    assert "whores" in lexicon.sounds.rhymes("doors")
    assert random_word(Term(lexicon, "", where=where)) == []
