"""Conditions keep exactly the words that meet them, in a list and among all names, with bounded work."""

from __future__ import annotations

from itertools import islice
from random import Random
from typing import Any

import pytest

from shared.catalog import SHAPES
from shared.errors import BadRequest
from shared.messages import Where
from workers.commands.conditions.word_filter import WordFilter
from workers.wordnet.lexicon import Lexicon
from workers.wordnet.names.letter_tables import rank_key
from workers.wordnet.names.spelled import spelled
from workers.wordnet.names.wildcards import Wildcards

# Names that one search may test; 1 µs each. 6,621 is the most that 6,000 generated inputs took.
MOST_TESTED = 15_000

WORDS = ["big", "large", "Moon", "ice_cream", "well-off", "light", "try", "queue", "oxen", "zyrian"]


@pytest.mark.parametrize(
    ("where", "kept"),
    [
        (Where(starts="l"), ["large", "light"]),
        (Where(starts="M"), ["Moon"]),
        (Where(ends="e"), ["large", "queue"]),
        (Where(contains="i"), ["big", "ice_cream", "light", "zyrian"]),
        (Where(contains=("i", "m")), ["ice_cream"]),
        (Where(contains="i?h"), ["light"]),
        (Where(starts="ice c"), ["ice_cream"]),
        (Where(starts="b,l"), ["big", "large", "light"]),
        (Where(starts="!l, m"), ["big", "ice_cream", "well-off", "try", "queue", "oxen", "zyrian"]),
        (Where(ends="ff,?am"), ["ice_cream", "well-off"]),
        (Where(contains=("g,x", "!l")), ["big", "oxen"]),
        (Where(pattern="!*e*,*i*"), ["Moon", "try"]),
        (Where(without="aeiou"), ["try"]),
        (Where(without="e, i, o"), ["try"]),
        (Where(letters=5), ["large", "light", "queue"]),
        (Where(letters=8), ["ice_cream"]),
        (Where(letters=(6, 7)), ["well-off", "zyrian"]),
        (Where(syllables=2), ["ice_cream", "well-off", "oxen"]),
        (Where(syllables=1, letters=3), ["big", "try"]),
        (Where(pattern="?i*"), ["big", "light"]),
        (Where(rhymes_with="fight"), ["light"]),
        (Where(rhymes_with="dream"), ["ice_cream"]),
        (Where(pos="v"), ["Moon", "light", "try", "queue"]),
        (Where(pos="a", common=True), ["big", "large", "light"]),
        (Where(common=True), ["big", "large", "Moon", "light", "try", "oxen"]),
        (Where(common=False), ["ice_cream", "well-off", "queue", "zyrian"]),
        (Where(pos="s", letters=7), ["well-off"]),
        (Where(shape="double"), ["Moon", "well-off"]),
        (Where(shape="isogram", letters=5), ["large", "light"]),
        (Where(silent="gh"), ["light"]),
        (Where(silent="e"), ["large"]),
    ],
)
def test_a_condition_keeps_the_words_that_meet_it(lexicon: Lexicon, where: Where, kept: list[str]) -> None:
    conditions = WordFilter(lexicon, where)

    assert [word for word in WORDS if conditions.keeps(word)] == kept


def some_where(chosen: Random) -> Where:
    letters = "eaiotnrsldcq"
    fields: dict[str, Any] = {
        "starts": "".join(chosen.choices(letters, k=chosen.randrange(1, 3))),
        "ends": "".join(chosen.choices(letters, k=chosen.randrange(1, 3))),
        "contains": "".join(chosen.choices(letters + "?", k=chosen.randrange(1, 4))),
        "without": "".join(chosen.choices(letters, k=chosen.randrange(1, 4))),
        "letters": chosen.choice([5, 7, (3, 6), (20, 90)]),
        "syllables": chosen.choice([1, 3, (2, 4), (8, 20)]),
        "pattern": "".join(chosen.choices(letters + "**??", k=chosen.randrange(1, 6))),
        "pos": chosen.choice("nvasr"),
        "common": chosen.random() < 0.5,
        "shape": chosen.choice(tuple(SHAPES)),
        "silent": chosen.choice(("k", "e", "gh", "b", "q")),
    }
    return Where(**{name: fields[name] for name in chosen.sample(sorted(fields), chosen.randrange(1, 4))})


def test_a_search_finds_the_names_that_a_look_at_each_finds(lexicon: Lexicon) -> None:
    chosen = Random(2)
    ranked = sorted(range(lexicon.lemma_count), key=lambda lemma: rank_key(lexicon, lemma))
    names = [lexicon.lemma_name(lemma) for lemma in ranked]
    for _ in range(20):
        where = some_where(chosen)
        conditions = WordFilter(lexicon, where)
        found = list(islice(conditions.words(names_last=False), 100))
        first = names[: names.index(found[-1]) + 1] if len(found) == 100 else names[::31]

        assert [name for name in first if conditions.keeps(name)] == [
            name for name in found if len(found) == 100 or name in first
        ], where


def test_of_many_lemmas_those_are_kept_whose_names_are(lexicon: Lexicon) -> None:
    chosen = Random(8)
    lemmas = chosen.sample(range(lexicon.lemma_count), 3_000)
    for where in (*(some_where(chosen) for _ in range(60)), Where(contains="é"), Where(ends="0")):
        conditions = WordFilter(lexicon, where)
        expected = [lemma for lemma in lemmas if conditions.keeps(lexicon.lemma_name(lemma))]

        assert conditions.kept(lemmas) == expected, where


def test_a_pattern_and_a_part_of_speech_join_the_conditions(lexicon: Lexicon) -> None:
    conditions = WordFilter(lexicon, Where(ends="t"), "l?g*", "a")

    assert list(islice(conditions.words(), 1)) == ["light"]
    assert not conditions.keeps("legist")


def test_rhymes_can_be_inflected_forms(lexicon: Lexicon) -> None:
    found = list(WordFilter(lexicon, Where(rhymes_with="light", letters=6)).words())

    assert {"bright", "knight", "lights"} & set(found) == {"bright", "knight"}
    assert "lights" in list(WordFilter(lexicon, Where(rhymes_with="bites", letters=6)).words())


@pytest.mark.parametrize("pattern", ["7*", "*0", "?/*", "*1?th*", "é*", "*'s 1*"])
def test_names_with_rare_characters_are_found_like_others(lexicon: Lexicon, pattern: str) -> None:
    names = filter(Wildcards(spelled(pattern)).matches, lexicon.lemma_names())

    assert sorted(WordFilter(lexicon, Where(), pattern).words()) == sorted(names)
    words = list(WordFilter(lexicon, Where(starts="7")).words("word"))
    assert "7" in words
    assert not any("_" in word for word in words)


def count_tested(lexicon: Lexicon, pattern: str, where: Where) -> int:
    """Return how many names a search for 100 words tests."""
    conditions, left, count = WordFilter(lexicon, where, pattern), 100, 0
    for name in lexicon.letters.names(conditions.traits()):
        count += 1
        left -= conditions.keeps(name)
        if not left:
            break
    return count


@pytest.mark.parametrize(
    ("pattern", "where"),
    [
        ("*r??*en*u?*?c*", Where()),
        ("*??s*a*?ti*l*", Where()),
        ("*?et*t?e*a??*", Where(contains="t")),
        ("**???o???*??t*??e?", Where()),
        ("*b*??*i*ee*", Where()),
        ("*r*?******", Where(contains=("il", "do"))),
        ("*er*in*ti*", Where()),
        ("*e?r?????????????", Where()),
        ("??*_?", Where()),
        ("*?*", Where()),
        ("*aeo*", Where()),
    ],
)
def test_the_most_work_that_generated_inputs_took_is_bounded(
    lexicon: Lexicon, pattern: str, where: Where
) -> None:
    """The worst of 6,000 inputs (random patterns, names with holes, rare pieces, gaps), and earlier ones."""
    assert count_tested(lexicon, pattern, where) < MOST_TESTED


def test_few_names_are_all_found(lexicon: Lexicon) -> None:
    conditions = WordFilter(lexicon, Where(starts="z"))
    nouns = (name for name in lexicon.lemma_names() if name[0] == "z" and lexicon.synsets(name, "n"))

    assert conditions.few_names("n") == set(nouns)


@pytest.mark.parametrize("where", [Where(letters=5), Where(starts="z", rhymes_with="bean")])
def test_many_names_are_not_looked_at(lexicon: Lexicon, where: Where) -> None:
    assert WordFilter(lexicon, where).few_names("n") is None


@pytest.mark.parametrize(
    ("where", "first"),
    [
        (Where(starts="kn,gn", letters=4), ["know", "knee", "knit"]),
        (Where(starts="qu", ends="!y,k,e"), ["question", "quarter", "quest"]),
    ],
)
def test_alternatives_and_negations_find_the_commonest_names(
    lexicon: Lexicon, where: Where, first: list[str]
) -> None:
    found = list(WordFilter(lexicon, where).words())

    assert found[0] == first[0]
    assert set(first) <= set(found)


def test_too_many_alternatives_are_refused(lexicon: Lexicon) -> None:
    with pytest.raises(BadRequest):
        WordFilter(lexicon, Where(ends="a,b,c,d,e,f,g,h,i"))
