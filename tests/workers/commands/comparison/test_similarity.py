"""Similarity has NLTK's figures, except that a sense and itself have 1 in both."""

from __future__ import annotations

import itertools
import random
from typing import TYPE_CHECKING, Any

import pytest

from tests.workers.questions import ask, found, look_up
from workers.commands.comparison.ancestors import Ways
from workers.commands.comparison.similarity import lowest_common_hypernym, shortest_way, wu_palmer

if TYPE_CHECKING:
    from tests.workers.nltk_side import AllOfNltk
    from workers.wordnet.lexicon import Lexicon

SEED = 3


def kind(synset: Any) -> str:
    return str(synset.pos()).replace("s", "a")


def test_synsets_are_as_similar_as_nltk_says(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    theirs = {pos: list(nltk_side.reader.all_synsets(pos)) for pos in "nvar"}
    number_of = {synset.name(): number for number, synset in enumerate(itertools.chain(*theirs.values()))}
    first = {"n": 0}
    for before, pos in zip("nva", "var", strict=True):
        first[pos] = first[before] + len(theirs[before])
    chosen = random.Random(SEED)
    for pos in "nnnnvvvar":
        for _ in range(400):
            at, other_at = (chosen.randrange(len(theirs[pos])) for _ in range(2))
            one, other = theirs[pos][at], theirs[pos][other_at]
            ours, our_other = first[pos] + at, first[pos] + other_at

            ways = Ways(lexicon)
            assert 1 / (shortest_way(ways, ours, our_other) + 1) == one.path_similarity(other)
            assert wu_palmer(lexicon, ways, ours, our_other) == one.wup_similarity(other)
            meeting = lowest_common_hypernym(lexicon, ways, ours, our_other)
            lowest = one.lowest_common_hypernyms(other)
            assert meeting == (number_of[lowest[0].name()] if lowest else None)


def test_words_are_as_similar_as_their_closest_senses(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    chosen = random.Random(SEED)
    common = [
        "dog",
        "cat",
        "run",
        "light",
        "man",
        "happy",
        "oak",
        "tree",
        "car",
        "Paris",
        "London",
        "quickly",
    ]
    names = [*common, *chosen.sample(nltk_side.names, 60)]
    for word in names:
        word2 = chosen.choice(names)
        pairs = [
            (1, 1) if one == other else (one.path_similarity(other), one.wup_similarity(other))
            for one in nltk_side.synsets(word)
            for other in nltk_side.synsets(word2)
            if kind(one) == kind(other)
        ]
        found = look_up(lexicon, "similarity", word, word2=word2)

        assert [(entry["path"], entry["wup"]) for entry in found] == ([max(pairs)] if pairs else []), (
            word,
            word2,
        )


def test_two_words_meet_at_a_hypernym(lexicon: Lexicon) -> None:
    [found] = look_up(lexicon, "similarity", "cat", word2="dog")

    assert found["hypernym"]["words"] == ["carnivore"]
    assert [sense["synonyms"][0] for sense in found["senses"]] == ["cat", "dog"]
    assert all(sense["definition"] for sense in found["senses"])


def test_words_that_meet_nowhere_have_no_hypernym(lexicon: Lexicon) -> None:
    assert look_up(lexicon, "similarity", "lunar", "a", "green")[0]["hypernym"] is None


@pytest.mark.parametrize(("word", "word2"), [("xyzzy", "dog"), ("dog", "xyzzy"), ("quickly", "dog")])
def test_words_without_senses_of_one_kind_have_no_similarity(lexicon: Lexicon, word: str, word2: str) -> None:
    assert look_up(lexicon, "similarity", word, word2=word2) == []


def test_a_word_is_itself(lexicon: Lexicon) -> None:
    [found] = look_up(lexicon, "similarity", "dog", word2="dogs")

    assert (found["path"], found["wup"]) == (1, 1)
    assert [sense["sense"] for sense in found["senses"]] == [1, 1]
    assert "dog" in found["hypernym"]["words"]


def test_words_of_one_synset_share_their_first_common_sense(lexicon: Lexicon) -> None:
    [found] = look_up(lexicon, "similarity", "person", word2="soul")

    assert (found["path"], found["wup"]) == (1, 1)
    assert {"person", "soul"} <= set(found["senses"][0]["synonyms"])


def test_two_people_meet_at_person(lexicon: Lexicon) -> None:
    """Not at organism, which is as deep by the shortest way to the root."""
    [closest] = look_up(lexicon, "similarity", "policeman", word2="chef")

    assert closest["hypernym"]["words"][0] == "person"


@pytest.mark.parametrize(
    ("word", "word2"),
    [("farmer", "king"), ("driver", "teacher"), ("painter", "queen"), ("doctor", "boss")],
)
def test_for_a_reader_rare_meanings_do_not_make_words_alike(lexicon: Lexicon, word: str, word2: str) -> None:
    """A king is no civil rights leader, a painter no cougar, and neither doctor nor boss a verb."""
    [closest] = found(ask(lexicon, f"how similar are {word} and {word2}?"))

    assert closest["hypernym"]["words"][0] in ("person", "worker")
