"""Similarity has NLTK's figures, for pairs of synsets and for the closest senses of two words."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

import pytest

from shared.messages import Lookup
from workers.commands import answer
from workers.similarity import path_similarity, wu_palmer

if TYPE_CHECKING:
    from tests.workers.nltk_side import AllOfNltk
    from workers.lexicon import Lexicon

SEED = 3


def kind(synset: Any) -> str:
    return str(synset.pos()).replace("s", "a")


def similarity(lexicon: Lexicon, word: str, word2: str, pos: str | None = None) -> list[dict[str, Any]]:
    response = answer(lexicon, Lookup("key", "/", "room", "similarity", word, pos, word2)).response
    return list(json.loads(response))


def test_synsets_are_as_similar_as_nltk_says(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    theirs = {pos: list(nltk_side.reader.all_synsets(pos)) for pos in "nvar"}
    first = {"n": 0}
    for before, pos in zip("nva", "var", strict=True):
        first[pos] = first[before] + len(theirs[before])
    chosen = random.Random(SEED)
    for pos in "nnnnvvvar":
        for _ in range(400):
            at, other_at = (chosen.randrange(len(theirs[pos])) for _ in range(2))
            one, other = theirs[pos][at], theirs[pos][other_at]
            ours, our_other = first[pos] + at, first[pos] + other_at

            assert path_similarity(lexicon, ours, our_other) == one.path_similarity(other)
            assert wu_palmer(lexicon, ours, our_other)[0] == one.wup_similarity(other)


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
            (one.path_similarity(other), one.wup_similarity(other))
            for one in nltk_side.synsets(word)
            for other in nltk_side.synsets(word2)
            if kind(one) == kind(other)
        ]
        found = similarity(lexicon, word, word2)

        assert [(entry["path"], entry["wup"]) for entry in found] == ([max(pairs)] if pairs else []), (
            word,
            word2,
        )


def test_two_words_meet_at_a_hypernym(lexicon: Lexicon) -> None:
    [found] = similarity(lexicon, "cat", "dog")

    assert found["hypernym"]["words"] == ["carnivore"]
    assert [sense["synonyms"][0] for sense in found["senses"]] == ["cat", "dog"]
    assert all(sense["definition"] for sense in found["senses"])


def test_words_that_meet_nowhere_have_no_hypernym(lexicon: Lexicon) -> None:
    assert similarity(lexicon, "lunar", "green", "a")[0]["hypernym"] is None


@pytest.mark.parametrize(("word", "word2"), [("xyzzy", "dog"), ("dog", "xyzzy"), ("quickly", "dog")])
def test_words_without_senses_of_one_kind_have_no_similarity(lexicon: Lexicon, word: str, word2: str) -> None:
    assert similarity(lexicon, word, word2) == []


def test_a_word_is_itself(lexicon: Lexicon) -> None:
    [found] = similarity(lexicon, "dog", "dogs")

    assert (found["path"], found["wup"]) == (1, 1)
