"""Every pointer symbol of WordNet has a code, and the relations follow them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.workers.nltk_side import AllOfNltk
from workers.wordnet.lexicon import Lexicon
from workers.wordnet.relations import (
    ANTONYM,
    CODES,
    HYPERNYM,
    INSTANCE_HYPERNYM,
    RELATIONS,
    SIMILAR,
    SYMBOLS,
    ways_up,
)


def test_the_symbols_are_those_of_wordnet(nltk_side: AllOfNltk) -> None:
    found: set[str] = set()
    for pos in "nvar":
        for synset in nltk_side.reader.all_synsets(pos):
            found.update(synset._pointers)
            found.update(symbol for _, symbol in synset._lemma_pointers)

    assert found == set(SYMBOLS)


def test_a_code_is_the_place_of_its_symbol() -> None:
    assert [SYMBOLS[code] for code in (ANTONYM, HYPERNYM, INSTANCE_HYPERNYM, SIMILAR)] == [
        "!",
        "@",
        "@i",
        "&",
    ]
    assert all(SYMBOLS[CODES[symbol]] == symbol for symbol in SYMBOLS)


def test_every_symbol_belongs_to_one_relation() -> None:
    followed = [code for codes in RELATIONS.values() for code in codes]

    assert sorted(followed) == list(range(len(SYMBOLS)))


@pytest.mark.parametrize(
    ("relation", "symbols"), [("meronyms", "%m %p %s"), ("instances", "~i @i"), ("pertainyms", "\\")]
)
def test_a_relation_follows_its_symbols_in_order(relation: str, symbols: str) -> None:
    assert [SYMBOLS[code] for code in RELATIONS[relation]] == symbols.split()


def test_pointers_are_found_by_their_code(lexicon: Lexicon) -> None:
    dog, hot = lexicon.synsets("dog")[0], lexicon.senses_of(lexicon.synsets("hot")[0], ["hot"])[0]
    of_synsets, of_senses = lexicon.pointers, lexicon.sense_pointers

    assert [lexicon.words(each)[0] for each in of_synsets.related(dog, HYPERNYM)] == [
        "canine", "domestic_animal",
    ]  # fmt: skip
    assert [lexicon.sense_word(each) for each in of_senses.related(hot, ANTONYM)] == ["cold"]
    assert of_synsets.related(dog, ANTONYM) == []
    assert len(of_synsets.targets(dog)) == len(of_synsets.codes(dog))
    assert set(of_synsets.related(dog, HYPERNYM)) < set(of_synsets.targets(dog))


def test_all_pairs_of_a_code_are_those_of_every_source(lexicon: Lexicon) -> None:
    pairs = list(lexicon.sense_pointers.pairs(ANTONYM))

    assert len(pairs) > 7_000
    for sense, target in pairs[::50]:
        assert target in lexicon.sense_pointers.related(sense, ANTONYM)


def test_pointers_tell_quickly_whether_they_lead_to_one_of_several_targets(lexicon: Lexicon) -> None:
    dog, cat = (lexicon.synsets(name)[0] for name in ("dog", "cat"))
    canine = lexicon.pointers.related(dog, HYPERNYM)[0]

    assert lexicon.pointers.point_to([cat, dog], {canine})
    assert not lexicon.pointers.point_to([cat], {dog, cat})
    assert not lexicon.pointers.point_to([], {dog})


def test_the_ways_up_have_every_synset_above_with_the_fewest_steps() -> None:
    #     4     Synsets 0 and 1 have the same parents, and so the same row.
    #    / \
    #   2   3
    #   |\ /|
    #   0   1
    tables = ways_up([[2, 3], [2, 3], [4], [4], []])
    at, rows, steps = tables["ways_at"], tables["ways"], tables["way_steps"]

    assert list(tables["way_of"]) == [0, 0, 1, 1, 2]
    found = [dict(zip(rows[a:b], steps[a:b], strict=True)) for a, b in pairwise(at)]
    assert found == [{2: 1, 3: 1, 4: 2}, {4: 1}, {}]
    assert list(rows) == [2, 3, 4, 4]


def test_the_pointers_from_each_source_have_one_code(lexicon: Lexicon) -> None:
    senses = range(5_000)
    pointers = lexicon.sense_pointers

    assert list(pointers.from_each(senses, CODES["!"])) == [
        (sense, target) for sense in senses for target in pointers.related(sense, CODES["!"])
    ]
