"""A word map is a connected graph, small enough to draw."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.workers.commands.test_overview import RICH_WORDS
from tests.workers.questions import look_up
from workers.commands.word_map import MAX_EDGES, MAX_NODES, MAX_SENSES

if TYPE_CHECKING:
    from typing import Any

    from tests.workers.nltk_side import AllOfNltk
    from workers.wordnet.lexicon import Lexicon


def test_every_node_has_an_edge_and_every_edge_has_its_nodes(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    for word in [*RICH_WORDS, *nltk_side.sampled(100)]:
        [graph] = look_up(lexicon, "map", word)
        ids = [node["id"] for node in graph["nodes"]]
        edges = [(edge["source"], edge["target"], edge["relation"]) for edge in graph["edges"]]

        assert 2 <= len(ids) == len(set(ids)) <= MAX_NODES
        assert len(edges) == len(set(edges)) <= MAX_EDGES
        assert {end for source, target, _ in edges for end in (source, target)} == set(ids)
        assert {node["kind"] for node in graph["nodes"]} <= {"word", "sense", "lemma"}


def test_an_unknown_word_has_no_map(lexicon: Lexicon) -> None:
    assert look_up(lexicon, "map", "xyzzy") == []


def test_every_sense_gets_neighbours(lexicon: Lexicon) -> None:
    [graph] = look_up(lexicon, "map", "break")
    senses = {node["id"] for node in graph["nodes"] if node["kind"] == "sense"}

    assert len(senses) == MAX_SENSES
    assert senses <= {edge["source"] for edge in graph["edges"]}


def test_the_word_itself_is_no_neighbour_of_its_senses(lexicon: Lexicon) -> None:
    [graph] = look_up(lexicon, "map", "geese")

    assert "w:geese" in {node["id"] for node in graph["nodes"]}
    assert {"l:geese", "l:goose"}.isdisjoint(node["id"] for node in graph["nodes"])


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("dog", {"n": 7, "v": 1}),
        ("run", {"v": 12, "n": 2}),
        ("set", {"v": 9, "n": 4, "s": 1}),
        ("light", {"n": 8, "a": 3, "v": 2, "r": 1}),
    ],
)
def test_each_part_of_speech_has_senses_and_the_commoner_has_more(
    lexicon: Lexicon, word: str, parts: dict[str, int]
) -> None:
    [graph] = look_up(lexicon, "map", word)

    assert Counter(node["pos"] for node in senses_of(graph)) == parts


def test_senses_have_the_numbers_of_the_overview(lexicon: Lexicon) -> None:
    [graph] = look_up(lexicon, "map", "run")
    glosses = [entry["definition"] for entry in look_up(lexicon, "overview", "run")]
    numbers = [node["sense"] for node in senses_of(graph)]

    assert numbers == sorted(numbers)
    assert numbers[-2:] == [42, 43]
    assert [glosses[number - 1] for number in numbers] == [node["gloss"] for node in senses_of(graph)]


@pytest.mark.parametrize("word", ["dog", "run", "break"])
def test_the_map_counts_the_senses_that_it_leaves_out(lexicon: Lexicon, word: str) -> None:
    [graph] = look_up(lexicon, "map", word)

    assert graph["left_out"] == len(look_up(lexicon, "overview", word)) - len(senses_of(graph))


def test_a_neighbour_has_the_part_of_speech_of_its_own_sense(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    for word in ["serendipity", "happy", "run", *nltk_side.sampled(100)]:
        [graph] = look_up(lexicon, "map", word)
        for node in graph["nodes"]:
            if node["kind"] == "lemma":
                theirs = nltk_side.synsets(node["label"].lower(), node["pos"].replace("s", "a"))
                names = {name for synset in theirs for name in synset.lemma_names()}

                assert node["label"] in names, (word, node)

    [graph] = look_up(lexicon, "map", "serendipity")
    assert {node["label"]: node["pos"] for node in graph["nodes"]}["serendipitous"] == "s"


_REPLIES = {"l:reply", "l:reply.n", "l:reply.v"}


def test_one_spelling_as_two_parts_of_speech_is_two_nodes(lexicon: Lexicon) -> None:
    [graph] = look_up(lexicon, "map", "answer")
    replies = {node["id"]: node["pos"] for node in graph["nodes"] if node["id"] in _REPLIES}
    senses = {node["id"]: node["pos"] for node in senses_of(graph)}

    assert len(replies) == 2
    assert set(replies.values()) == {"n", "v"}
    for edge in graph["edges"]:
        if edge["target"] in replies and edge["relation"] == "hypernyms":
            assert senses[edge["source"]] == replies[edge["target"]]


def senses_of(graph: dict[str, Any]) -> list[dict[str, Any]]:
    return [node for node in graph["nodes"] if node["kind"] == "sense"]
