"""A search finds exactly the names that a look at every name finds, in the order of frequency."""

from __future__ import annotations

from itertools import islice
from random import Random

import pytest

from workers.wordnet.lexicon import Lexicon
from workers.wordnet.names.letter_index import Traits
from workers.wordnet.names.letter_tables import _traits, rank_key
from workers.wordnet.names.wildcards import Wildcards

COMMONEST = 10_000  # names, of two steps of a search


@pytest.fixture(scope="module")
def traits_of(lexicon: Lexicon) -> dict[str, set[str]]:
    """The names that most searches begin with, the commonest first, with their traits."""
    ranked = sorted(range(lexicon.lemma_count), key=lambda lemma: rank_key(lexicon, lemma))
    return {lexicon.lemma_name(lemma): set(_traits(lexicon, lemma)) for lemma in ranked[:COMMONEST]}


def expected(traits_of: dict[str, set[str]], wanted: Traits) -> list[str]:
    return [
        name
        for name, traits in traits_of.items()
        if traits.issuperset(wanted.every)
        and traits.isdisjoint(wanted.none)
        and all(not traits.isdisjoint(group) for group in wanted.one_of)
        and all(sum(map(name.count, letters)) == 1 for letters in wanted.once)
    ]


@pytest.mark.parametrize(
    "wanted",
    [
        Traits(),
        Traits(["q1"]),
        Traits(["e3", "word"], none=["s1"]),
        Traits([">6l"], none=[">7l"]),
        Traits(["s2", "v"], none=["n"]),
        Traits(["common"], none=["e1", "a1"]),
        Traits(one_of=[["7s", "8s"], ["n", "v"]]),
        Traits([">19"], none=["e1"]),
        Traits(["z2"], one_of=[["n"], ["2s", "3s"]]),
        Traits(["word"], once=["aeiou"]),
    ],
)
def test_a_search_finds_what_a_look_at_every_name_finds(
    lexicon: Lexicon, traits_of: dict[str, set[str]], wanted: Traits
) -> None:
    found = lexicon.letters.names(wanted)

    assert [name for name in found if name in traits_of] == expected(traits_of, wanted)


def test_any_combination_finds_what_a_look_at_every_name_finds(
    lexicon: Lexicon, traits_of: dict[str, set[str]]
) -> None:
    chosen = Random(11)
    traits = sorted(set().union(*traits_of.values()))
    for _ in range(12):
        every = chosen.sample(traits, chosen.randrange(3))
        none = chosen.sample(traits, chosen.randrange(3))
        wanted = Traits(every, none, [chosen.sample(traits, 4)])

        found = lexicon.letters.names(wanted)

        assert [name for name in found if name in traits_of] == expected(traits_of, wanted)


@pytest.mark.parametrize("pattern", ["*aeo*", "*a?e*", "*er*ology", "*-o*", "??z*", "q*"])
def test_no_name_with_its_hints_is_lost(lexicon: Lexicon, pattern: str) -> None:
    """A search may find a name that lacks a hint, but must not lose one that has them all."""
    wildcards = Wildcards(pattern)
    matching = [name for name in lexicon.letters.names(Traits()) if wildcards.matches(name)]
    found = list(lexicon.letters.names(Traits(hints=[list(wildcards.runs())])))

    assert [name for name in found if wildcards.matches(name)] == matching
    assert len(found) < lexicon.lemma_count


def test_an_unknown_trait_finds_nothing(lexicon: Lexicon) -> None:
    assert list(lexicon.letters.names(Traits(["é1"]))) == []
    assert list(lexicon.letters.names(Traits(one_of=[["99s"]]))) == []
    assert list(lexicon.letters.names(Traits(hints=[["~éa"]]))) == []


def test_the_commonest_names_come_without_a_look_at_the_others(lexicon: Lexicon) -> None:
    assert list(islice(lexicon.letters.names(Traits()), 3)) == ["be", "person", "have"]
