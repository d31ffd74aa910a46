"""Regular endings change the word before them as English spelling asks for."""

from __future__ import annotations

import pytest

from workers.wordnet.inflection.spelling_rules import (
    LastStress,
    doubled,
    last_stress,
    syllables_by_letters,
    with_degree,
    with_ed,
    with_ing,
    with_s,
)
from workers.wordnet.pronunciation.phones import encode


@pytest.mark.parametrize(
    ("word", "sounds", "expected"),
    [
        ("cat", "", "cats"),
        ("city", "", "cities"),
        ("soliloquy", "", "soliloquies"),
        ("Kennedy", "", "Kennedys"),
        ("toy", "", "toys"),
        ("kiss", "", "kisses"),
        ("church", "CH ER1 CH", "churches"),
        ("monarch", "M AA1 N AA2 R K", "monarchs"),
    ],
)
def test_s(word: str, sounds: str, expected: str) -> None:
    assert with_s(word, encode(sounds)) == expected


@pytest.mark.parametrize(
    ("word", "sounds", "past", "present"),
    [
        ("stop", "", "stopped", "stopping"),
        ("look", "", "looked", "looking"),
        ("fix", "", "fixed", "fixing"),
        ("quit", "", "quitted", "quitting"),
        ("refer", "R IH0 F ER1", "referred", "referring"),
        ("offer", "AO1 F ER0", "offered", "offering"),
        ("visit", "V IH1 Z IH0 T", "visited", "visiting"),
        ("debut", "D EY0 B Y UW1", "debuted", "debuting"),
        ("mimic", "M IH1 M IH0 K", "mimicked", "mimicking"),
        ("sync", "S IH1 NG K", "synced", "syncing"),
        ("love", "", "loved", "loving"),
        ("agree", "", "agreed", "agreeing"),
        ("dye", "", "dyed", "dyeing"),
        ("lie", "", "lied", "lying"),
        ("birdie", "B ER1 D IY0", "birdied", "birdieing"),
        ("try", "", "tried", "trying"),
        ("play", "", "played", "playing"),
    ],
)
def test_ed_and_ing(word: str, sounds: str, past: str, present: str) -> None:
    assert (with_ed(word, encode(sounds)), with_ing(word, encode(sounds))) == (past, present)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("big", "bigger"), ("nice", "nicer"), ("dry", "drier"), ("gray", "grayer"), ("dicey", "dicier")],
)
def test_degrees(word: str, expected: str) -> None:
    assert with_degree(word, "er") == expected


def test_the_last_stress_is_known_from_the_sound_or_the_only_syllable() -> None:
    assert last_stress("stop", b"") == LastStress.PRIMARY
    assert last_stress("xyzzy", b"") == LastStress.UNKNOWN
    assert last_stress("offer", encode("AO1 F ER0")) == LastStress.NONE
    assert last_stress("kidnap", encode("K IH1 D N AE2 P")) == LastStress.SECONDARY
    assert last_stress("dower", encode("D AW1 R")) == LastStress.NONE


def test_a_consonant_is_doubled_and_syllables_guessed() -> None:
    assert (doubled("stop"), doubled("panic")) == ("stopp", "panick")
    assert [syllables_by_letters(word) for word in ("loyal", "yip", "queue", "crayon")] == [2, 1, 1, 2]
