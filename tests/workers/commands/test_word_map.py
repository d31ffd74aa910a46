"""A word map is a connected graph, small enough to draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.workers.commands.test_overview import RICH_WORDS
from tests.workers.questions import look_up
from workers.commands.word_map import MAX_EDGES, MAX_NODES, MAX_SENSES

if TYPE_CHECKING:
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
