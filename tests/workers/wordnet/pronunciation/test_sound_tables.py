"""The tables of a small dictionary, small enough to check by eye."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from workers.wordnet.lexicon import Lexicon
from workers.wordnet.names.name_slots import find
from workers.wordnet.pronunciation.phones import encode
from workers.wordnet.pronunciation.sound_tables import sound_tables
from workers.wordnet.pronunciation.sounds import POS_BITS
from workers.wordnet.snapshot_file import Tables

# Two pronunciations of "leads"; "qzqat" is no word of WordNet; "cats" is known as a form only.
SAID = {
    "cat": ["K AE1 T"],
    "cats": ["K AE1 T S"],
    "hat": ["HH AE1 T"],
    "leads": ["L IY1 D Z", "L EH1 D Z"],
    "mad": ["M AE1 D"],
    "qzqat": ["K AE1 T"],
}
NAMES = sorted(SAID)


@pytest.fixture(scope="module")
def tables(lexicon: Lexicon) -> Tables:
    said = {name: [encode(phones) for phones in all_phones] for name, all_phones in SAID.items()}
    return sound_tables(lexicon, dict(reversed(said.items())))


def row(values: Sequence[int], starts: Sequence[int], number: int) -> list[int]:
    """Return one row of a ragged table."""
    return list(values[starts[number] : starts[number + 1]])


def test_words_are_in_alphabetical_order_and_found_by_name(tables: Tables) -> None:
    names = tables["sound_names"]

    assert bytes(names).decode().split() == NAMES
    for number, name in enumerate(NAMES):
        found = find(name.encode(), tables["sound_slots"], memoryview(names), tables["sound_names_at"])
        assert found == number


def test_each_pronunciation_keeps_its_phones(tables: Tables) -> None:
    sounds = [encode(phones) for name in NAMES for phones in SAID[name]]

    assert list(tables["first_sound"]) == [0, 1, 2, 3, 5, 6, 7]
    assert [bytes(row(tables["phones"], tables["phones_at"], n)) for n in range(len(sounds))] == sounds


def test_an_unknown_word_has_no_part_of_speech_and_a_form_that_of_its_lemma(tables: Tables) -> None:
    pos = dict(zip(NAMES, tables["word_pos"], strict=True))

    assert pos["qzqat"] == 0
    assert pos["cats"] == pos["cat"] == POS_BITS["n"] | POS_BITS["v"]
    assert pos["mad"] == POS_BITS["a"]


def test_a_form_has_half_the_weight_of_its_lemma(tables: Tables) -> None:
    weights = dict(zip(NAMES, tables["word_weights"], strict=True))

    assert weights["cat"] > 0
    assert weights["cats"] == weights["cat"] // 2
    assert weights["qzqat"] == 0


def test_rhymes_are_known_words_and_the_commonest_come_first(tables: Tables) -> None:
    weights = tables["word_weights"]
    cat, unknown = 0, 6  # numbers of pronunciations

    rhymes = row(tables["rhymes"], tables["rhymes_at"], tables["rhyme_of"][cat])

    assert tables["rhyme_of"][cat] == tables["rhyme_of"][unknown]
    assert {NAMES[word] for word in rhymes} == {"cat", "hat"}
    assert weights[rhymes[0]] >= weights[rhymes[1]]


def test_near_rhymes_take_d_for_t(tables: Tables) -> None:
    near = row(tables["near_rhymes"], tables["near_rhymes_at"], tables["near_of"][0])

    assert {NAMES[word] for word in near} == {"cat", "hat", "mad"}


def test_homophones_are_neighbours_in_the_order_of_phones(tables: Tables) -> None:
    sounds = [encode(phones) for name in NAMES for phones in SAID[name]]

    order = list(tables["by_sound"])

    assert sorted(order) == list(range(len(sounds)))
    assert [sounds[number] for number in order] == sorted(sounds[number] for number in order)
