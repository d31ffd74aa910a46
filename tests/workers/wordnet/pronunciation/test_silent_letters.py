"""Silent letters are those that teachers of English name; letters that fit no sound are left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.wordnet.pronunciation.phones import encode
from workers.wordnet.pronunciation.silent_letters import LONGEST, silent_letters

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def marked(lexicon: Lexicon, word: str) -> list[str]:
    """Return a word with its silent letters in capitals, once for each pronunciation."""
    return [
        "".join(letter.upper() if found.silent >> at & 1 else letter for at, letter in enumerate(word))
        for found in lexicon.sounds.pronunciations(word)
    ]


@pytest.mark.parametrize(
    "word",
    [
        "KniGHt", "iSland", "Psychology", "lisTen", "deBt", "lamB", "bomBer", "musClE", "Gnat", "siGn",
        "yaCHt", "Honest", "gHost", "rHymE", "Who", "ansWer", "WritE", "haLf", "columN", "receiPt",
        "cuPboard", "Mnemonic", "tongUE", "cakE", "banana", "number", "kitten", "strong", "queen", "bread",
    ],
)  # fmt: skip
def test_letters_without_a_sound_are_silent(lexicon: Lexicon, word: str) -> None:
    assert word in marked(lexicon, word.lower())


def test_a_letter_can_be_silent_in_one_pronunciation_only(lexicon: Lexicon) -> None:
    assert marked(lexicon, "often") == ["ofTen", "often"]
    assert lexicon.sounds.always_silent("often") == set()


def test_gh_is_one_silent_letter(lexicon: Lexicon) -> None:
    assert lexicon.sounds.always_silent("knight") == {"k", "gh"}
    assert lexicon.sounds.always_silent("ghost") == {"h"}
    assert lexicon.sounds.always_silent("xyzzy") == set()


@pytest.mark.parametrize(
    ("word", "arpabet"),
    [("colonel", "K ER1 N AH0 L"), ("etc", "EH2 T S EH1 T ER0 AH0"), ("a" * (LONGEST + 1), "AA1")],
)
def test_letters_that_do_not_fit_the_sounds_are_not_called_silent(word: str, arpabet: str) -> None:
    assert silent_letters(word, encode(arpabet)) == 0


def test_the_snapshot_has_the_silent_letters_of_the_words_of_wordnet(lexicon: Lexicon) -> None:
    for word in ("write", "subtle", "wednesday"):
        for found in lexicon.sounds.pronunciations(word):
            assert found.silent == silent_letters(word, found.parts[0])
