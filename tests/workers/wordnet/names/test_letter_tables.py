"""The traits of names, as the build of the snapshot finds them, and the tables that hold them."""

from __future__ import annotations

import pytest

from workers.wordnet.lexicon import Lexicon
from workers.wordnet.names.letter_tables import COUNTED, LONGEST, _traits
from workers.wordnet.names.wildcards import runs


@pytest.mark.parametrize(
    ("name", "has", "lacks"),
    [
        (
            "better",
            ["b1", "e2", "t2", ">5", ">5l", "2s", "n", "v", "a", "r", "word"],
            ["e3", ">6"],
        ),
        ("ice_cream", ["_1", "c2", ">8", ">7l", "2s", "n"], ["word", ">8l", ">9", "v"]),
        ("whippersnapper", ["p2", "a1"], ["common", "p3"]),
        ("man", ["common", "a1", "1s"], ["a2", ">3"]),
        ("xlvii", ["word"], ["1s", "2s", "5s"]),
    ],
)
def test_a_name_has_its_traits_and_no_others(
    lexicon: Lexicon, name: str, has: list[str], lacks: list[str]
) -> None:
    found = set(_traits(lexicon, lexicon.number_of(name)))

    assert found.issuperset(has)
    assert found.isdisjoint(lacks)


def test_long_names_have_no_longer_trait_than_the_longest(lexicon: Lexicon) -> None:
    name = max(lexicon.lemma_names(), key=len)
    found = set(_traits(lexicon, lexicon.number_of(name)))

    assert len(name) > LONGEST
    assert f">{LONGEST - 1}" in found
    assert f">{LONGEST}" not in found


@pytest.fixture(scope="module")
def ranked(lexicon: Lexicon) -> list[str]:
    return [lexicon.lemma_name(lemma) for lemma in lexicon.tables["ranked_lemmas"]]


def test_every_name_has_a_rank(lexicon: Lexicon, ranked: list[str]) -> None:
    assert sorted(ranked) == list(lexicon.lemma_names())


def test_the_names_with_characters_that_are_not_counted_are_apart(
    lexicon: Lexicon, ranked: list[str]
) -> None:
    rare = [lexicon.lemma_name(lemma) for lemma in lexicon.tables["rare_lemmas"]]

    assert rare == [name for name in ranked if not COUNTED.issuperset(name)]
    assert {"7", "9/11", "24/7"} & set(rare)


def test_unused_names_come_by_sound_then_by_length(lexicon: Lexicon, ranked: list[str]) -> None:
    assert ranked[:2] == ["be", "person"]
    unused = [name for name in ranked if lexicon.lemma_weight(lexicon.number_of(name)) < 128]
    silent = [not lexicon.sounds.pronunciations(name) for name in unused]
    assert silent == sorted(silent)
    last = [
        name
        for name in unused[silent.index(True) :]
        if lexicon.lemma_weight(lexicon.number_of(name)) == 1 and name.isalpha()
    ]

    assert last == sorted(last, key=lambda name: (len(name), name))


def test_a_row_with_shared_traits_has_a_bit_for_each_name_with_one_of_them(
    lexicon: Lexicon, ranked: list[str]
) -> None:
    tables, rows = lexicon.tables, lexicon._letter_traits
    row_bytes = -(-len(ranked) // 8)
    assert len(tables["letter_rows"]) == (max(rows.values()) + 1) * row_bytes
    for rank in range(0, len(ranked), 997):
        of_name = {rows[run] for run in runs(f"^{ranked[rank]}$")}
        of_name |= {rows[trait] for trait in _traits(lexicon, lexicon.number_of(ranked[rank]))}

        assert of_name == {
            row
            for row in set(rows.values())
            if tables["letter_rows"][row * row_bytes + rank // 8] >> rank % 8 & 1
        }
