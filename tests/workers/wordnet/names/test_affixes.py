"""A word is derived if WordNet links it to another one that it holds, or its definition names that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.wordnet.names.affixes import is_derived

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("name", "starts", "ends", "pos"),
    [
        ("unbuckle", "un", None, "v"),  # an opposite
        ("rewrite", "re", None, "v"),  # "write differently"
        ("ex-wife", "ex", None, "n"),
        ("loneliness", None, "ness", "n"),
        ("usable", None, "able", "a"),
        ("washable", None, "ible,able", None),
    ],
)
def test_a_word_can_be_derived(
    lexicon: Lexicon, name: str, starts: str | None, ends: str | None, pos: str | None
) -> None:
    assert is_derived(lexicon, name, starts=starts, ends=ends, pos=pos)


@pytest.mark.parametrize(
    ("name", "starts", "ends", "pos"),
    [
        ("uncle", "un", None, "n"),
        ("reply", "re", None, "v"),
        ("table", None, "able", "n"),
        ("unbuckle", "un", None, "n"),  # it is a verb
        ("unbuckle", None, None, None),
        ("asleep", "a", None, None),  # one letter is in front of too many words
    ],
)
def test_letters_alone_derive_nothing(
    lexicon: Lexicon, name: str, starts: str | None, ends: str | None, pos: str | None
) -> None:
    assert not is_derived(lexicon, name, starts=starts, ends=ends, pos=pos)
