"""Each further command answers what the catalog says of it."""

from __future__ import annotations

import datetime
import fnmatch
import json
import random
import time
from typing import TYPE_CHECKING, Any

import pytest

from shared.catalog import BY_NAME, COMMANDS
from shared.errors import BadRequest
from shared.messages import Lookup
from workers.chance import word_of
from workers.commands import FUNCTIONS, answer
from workers.wordmap import MAX_NODES

if TYPE_CHECKING:
    from shared.messages import Reply
    from tests.workers.nltk_side import AllOfNltk
    from workers.lexicon import Lexicon

RICH_WORDS = (
    "run",
    "break",
    "person",
    "dog",
    "plant",
    "light",
    "make",
    "city",
    "genus",
    "entity",
    "ice cream",
)


def reply(
    lexicon: Lexicon, command: str, word: str = "", pos: str | None = None, word2: str | None = None
) -> Reply:
    return answer(lexicon, Lookup("key", "/", "room", command, word, pos, word2))


def ours(lexicon: Lexicon, command: str, word: str = "", pos: str | None = None) -> list[Any]:
    return list(json.loads(reply(lexicon, command, word, pos).response))


def test_there_is_a_function_for_each_command_of_the_catalog() -> None:
    assert FUNCTIONS.keys() == BY_NAME.keys()


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.name not in {"pronunciation", "rhymes"}])
def test_every_example_of_the_catalog_has_an_answer(lexicon: Lexicon, command: Any) -> None:
    found = json.loads(reply(lexicon, command.name, command.word, None, command.word2).response)

    assert isinstance(found, list)
    assert found


@pytest.mark.parametrize("command", [c.name for c in COMMANDS if c.needs_word])
def test_a_command_that_needs_a_word_refuses_none(lexicon: Lexicon, command: str) -> None:
    with pytest.raises(BadRequest, match="needs a word"):
        reply(lexicon, command, "  ")


def test_similarity_refuses_one_word_alone(lexicon: Lexicon) -> None:
    with pytest.raises(BadRequest, match="word2"):
        reply(lexicon, "similarity", "cat")


# overview


def test_overview_numbers_the_senses_as_nltk_orders_them(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    for name in [*RICH_WORDS, *nltk_side.sampled(60)]:
        form = name.replace(" ", "_")
        found = ours(lexicon, "overview", name)
        synsets = list({s.name(): s for s in nltk_side.synsets(form)}.values())

        assert [entry["sense"] for entry in found] == list(range(1, len(synsets) + 1))
        for entry, synset in zip(found, synsets, strict=True):
            own = [lemma for lemma in synset.lemmas() if lemma.name().lower() == form]
            assert entry["pos"] == synset.pos()
            assert entry["lexname"] == synset.lexname()
            assert entry["definition"] == synset.definition()
            assert entry["examples"] == synset.examples()
            assert entry["synonyms"] == synset.lemma_names()
            assert all(entry["relations"].values())
            if own:
                assert entry["count"] == sum(lemma.count() for lemma in own)
                assert entry.get("frames", []) == [frame for lemma in own for frame in lemma.frame_strings()]


def test_overview_of_a_part_of_speech_begins_at_one(lexicon: Lexicon) -> None:
    found = ours(lexicon, "overview", "dog", "v")

    assert [(entry["sense"], entry["pos"]) for entry in found] == [(1, "v")]
    assert "Somebody dog somebody" in found[0]["frames"]


# suggest, pattern, spelling


def test_suggest_completes_a_prefix_commonest_first(lexicon: Lexicon) -> None:
    found = ours(lexicon, "suggest", "Ice c")

    assert "ice_cream" in found
    assert all(name.startswith("ice_c") for name in found)
    weights = [lexicon.lemma_weight(lexicon.number_of(name)) for name in ours(lexicon, "suggest", "s")]
    assert len(weights) == 20
    assert weights == sorted(weights, reverse=True)
    assert ours(lexicon, "suggest", "xyzzy") == []


def test_suggest_heeds_pos(lexicon: Lexicon) -> None:
    assert all(lexicon.synsets(name, "r") for name in ours(lexicon, "suggest", "qu", "r"))


def test_patterns_match_as_the_shell_would(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    letters, chosen = "etaonsr", random.Random(5)
    patterns = [
        "p?ttern*",
        "*zz*",
        "????????????????????",
        "*",
        "q*",
        "*q",
        "z?*?a",
        "a**b",
        "ice?cream",
        "dog",
        "?",
        "**?",
    ]
    patterns += ["".join(chosen.choices("*?" + letters, k=chosen.randrange(2, 9))) for _ in range(30)]
    for wanted in patterns:
        matching = {name for name in nltk_side.names if fnmatch.fnmatchcase(name, wanted)}
        found = ours(lexicon, "pattern", wanted)

        assert set(found) <= matching, wanted
        assert len(found) == min(len(matching), 100), wanted


@pytest.mark.parametrize(
    "wanted", ["*a" * 49 + "*", "?*" * 50, "*" * 100, "*a*a*a*a*a*b", "[a-z]*", "\\*", "a(b", "é*"]
)
def test_no_pattern_takes_long(lexicon: Lexicon, wanted: str) -> None:
    started = time.process_time()
    ours(lexicon, "pattern", wanted)

    assert time.process_time() - started < 0.5


def test_spelling_gives_words_that_exist(lexicon: Lexicon) -> None:
    found = ours(lexicon, "spelling", "serendipidy")

    assert found[0] == "serendipity"
    assert all(name in lexicon for name in ours(lexicon, "spelling", "ice craem"))


# random, word_of_the_day, help


def test_random_words_exist_and_differ(lexicon: Lexicon) -> None:
    found = [ours(lexicon, "random")[0] for _ in range(20)]

    assert all(name in lexicon for name in found)
    assert len(set(found)) > 10


@pytest.mark.parametrize("pos", ["n", "v", "a", "s", "r"])
def test_a_random_word_can_be_of_one_part_of_speech(lexicon: Lexicon, pos: str) -> None:
    assert lexicon.synsets(ours(lexicon, "random", pos=pos)[0], pos)


def test_the_word_of_the_day_is_the_same_all_day(lexicon: Lexicon) -> None:
    days = [datetime.date(2026, 1, 1) + datetime.timedelta(days=n) for n in range(60)]
    words = [word_of(day, lexicon) for day in days]

    assert words == [word_of(day, lexicon) for day in days]
    assert len(set(words)) > 55
    assert all(lexicon.synsets(word) for word in words)


def test_help_lists_the_catalog_or_one_command(lexicon: Lexicon) -> None:
    assert [entry["command"] for entry in ours(lexicon, "help")] == list(BY_NAME)
    assert ours(lexicon, "help", "rhymes") == [
        {"command": "rhymes", "summary": BY_NAME["rhymes"].summary, "example": BY_NAME["rhymes"].example}
    ]


# hierarchy, map


def test_hierarchy_leads_from_the_root_to_the_word(lexicon: Lexicon) -> None:
    [found] = ours(lexicon, "hierarchy", "geese", "n")[:1]

    assert all(path[0] == "entity" and path[-1] == "goose" for path in found["paths"])
    assert ours(lexicon, "hierarchy", "quickly") == []


def test_a_map_can_be_drawn(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    for word in [*RICH_WORDS, *nltk_side.sampled(100)]:
        [graph] = ours(lexicon, "map", word)
        ids = [node["id"] for node in graph["nodes"]]
        edges = [(edge["source"], edge["target"], edge["relation"]) for edge in graph["edges"]]

        assert 2 <= len(ids) == len(set(ids)) <= MAX_NODES
        assert len(edges) == len(set(edges))
        assert {end for source, target, _ in edges for end in (source, target)} == set(ids)
        assert {node["kind"] for node in graph["nodes"]} <= {"word", "sense", "lemma"}


def test_a_map_of_nothing_is_nothing(lexicon: Lexicon) -> None:
    assert ours(lexicon, "map", "xyzzy") == []


def test_a_map_gives_each_sense_its_neighbours(lexicon: Lexicon) -> None:
    [graph] = ours(lexicon, "map", "break")
    senses = {node["id"] for node in graph["nodes"] if node["kind"] == "sense"}

    assert senses <= {edge["source"] for edge in graph["edges"]}


# What is added to a reply


def test_a_lemma_found_instead_is_named(lexicon: Lexicon) -> None:
    assert reply(lexicon, "definition", "geese").lemma == "goose"
    assert reply(lexicon, "definition", "goose").lemma is None
    assert reply(lexicon, "definition", "leaves", "v").lemma == "leave"


def test_an_unknown_word_comes_with_words_that_exist(lexicon: Lexicon) -> None:
    unknown = reply(lexicon, "synonyms", "serendipidy")

    assert unknown.response == "[]"
    assert unknown.suggestions == ["serendipity"]
    assert reply(lexicon, "synonyms", "happy").suggestions is None
    assert reply(lexicon, "synonyms", "happy", "r").suggestions is None


def test_a_word_known_in_another_part_of_speech_only_is_not_unknown(lexicon: Lexicon) -> None:
    assert reply(lexicon, "definition", "happy", "n").response == "[]"
    assert reply(lexicon, "definition", "happy", "n").suggestions is None
