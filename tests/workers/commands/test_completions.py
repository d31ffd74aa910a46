"""suggest, pattern, anagram and spelling find words by their letters."""

from __future__ import annotations

import fnmatch
import json
import random
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from shared.messages import Question, Where
from tests.workers.questions import look_up
from workers.answers import answer
from workers.commands.completions import MAX_COMPLETIONS, MAX_FROM_LETTERS, MAX_MATCHES, MAX_SPELLINGS
from workers.wordnet.frequency import uses_of
from workers.wordnet.names.capitals import are_names
from workers.wordnet.offensive import offensive_forms

if TYPE_CHECKING:
    from tests.workers.nltk_side import AllOfNltk
    from workers.wordnet.lexicon import Lexicon


def test_suggest_completes_a_prefix_commonest_first(lexicon: Lexicon) -> None:
    found = look_up(lexicon, "suggest", "Ice c")

    assert "ice_cream" in found
    assert all(name.startswith("ice_c") for name in found)
    weights = [uses_of(lexicon, lexicon.number_of(name)) for name in look_up(lexicon, "suggest", "s")]
    assert len(weights) == MAX_COMPLETIONS
    assert weights == sorted(weights, reverse=True)
    assert look_up(lexicon, "suggest", "xyzzy") == []


def test_of_unused_completions_those_that_people_pronounce_come_first(lexicon: Lexicon) -> None:
    assert look_up(lexicon, "suggest", "serend") == ["serendipity", "serendipitous"]
    found = look_up(lexicon, "suggest", "seren")
    is_silent = [not lexicon.sounds.pronunciations(name) for name in found]

    assert is_silent == sorted(is_silent)
    assert found[-1] == "Serenoa_repens"


def test_suggest_respects_pos(lexicon: Lexicon) -> None:
    assert all(lexicon.synsets(name, "r") for name in look_up(lexicon, "suggest", "qu", "r"))


def test_patterns_match_as_in_the_shell(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    letters, chosen = "etaonsr", random.Random(5)
    patterns = [
        "p?ttern*", "*zz*", "????????????????????", "*", "q*", "*q", "z?*?a", "a**b", "ice?cream", "dog", "?",
        "**?",
    ]  # fmt: skip
    patterns += ["".join(chosen.choices("*?" + letters, k=chosen.randrange(2, 9))) for _ in range(30)]
    for wanted in patterns:
        matching = {name for name in nltk_side.names if fnmatch.fnmatchcase(name, wanted)}
        found = [name.lower() for name in look_up(lexicon, "pattern", wanted)]

        assert set(found) <= matching, wanted
        assert len(found) == min(len(matching), MAX_MATCHES), wanted


@pytest.mark.parametrize(
    "wanted", ["*a" * 49 + "*", "?*" * 50, "*" * 100, "*a*a*a*a*a*b", "[a-z]*", "\\*", "a(b", "é*"]
)
def test_no_pattern_takes_long(lexicon: Lexicon, wanted: str) -> None:
    started = time.process_time()
    look_up(lexicon, "pattern", wanted)

    assert time.process_time() - started < 0.5


def test_conditions_in_place_of_a_pattern_find_single_words_or_names_with_a_space(lexicon: Lexicon) -> None:
    single, spaced = (
        json.loads(answer(lexicon, Question("pattern", where=Where(starts="x", contains=each))).response)
        for each in ("ray", "_")
    )

    assert not any("_" in name for name in single)
    assert spaced
    assert all("_" in name for name in spaced)


def test_spelling_gives_existing_words_likeliest_first(lexicon: Lexicon) -> None:
    found = look_up(lexicon, "spelling", "ice craem")

    assert found[0] == "ice_cream"
    assert len(found) <= MAX_SPELLINGS
    assert all(name in lexicon for name in found)
    assert look_up(lexicon, "spelling", "serendipidy") == ["serendipity"]


@pytest.mark.parametrize(
    ("typed", "right"),
    [("occured", "occurred"), ("begining", "beginning"), ("tomatos", "tomatoes"), ("travelled", "travelled")],
)
def test_spelling_knows_forms_that_only_the_rules_make(lexicon: Lexicon, typed: str, right: str) -> None:
    """WordNet's rules take *occured* for a form of *occur*."""
    assert look_up(lexicon, "spelling", typed)[0] == right


@pytest.mark.parametrize("word", ["curiosity", "geese", "ice cream", "Happy"])
def test_spelling_confirms_a_word_that_exists(lexicon: Lexicon, word: str) -> None:
    assert look_up(lexicon, "spelling", word) == [word.lower().replace(" ", "_")]


@pytest.mark.parametrize(
    ("letters", "found"),
    [
        ("listen", ["silent", "enlist", "tinsel"]),
        ("Listen", ["silent", "enlist", "tinsel"]),
        ("t r a c e", ["trace", "react", "cater", "crate", "carte", "caret"]),
        ("t, e, a", ["eat", "tea", "ate", "eta"]),
        ("zyg?te", ["zygote"]),
        ("pplea", ["apple"]),
        ("qzqzq", []),
        ("2024", []),
        ("café", []),
    ],
)
def test_an_anagram_has_the_same_letters_in_another_order(
    lexicon: Lexicon, letters: str, found: list[str]
) -> None:
    assert look_up(lexicon, "anagram", letters) == found


def test_anagrams_are_all_words_that_a_look_at_each_name_finds(lexicon: Lexicon) -> None:
    sorted_letters: dict[tuple[str, ...], set[str]] = {}
    for name in lexicon.lemma_names():
        if name.isalpha():
            sorted_letters.setdefault(tuple(sorted(name)), set()).add(name)
    for word in ("stop", "least", "conversation", "drapes", "a", "incomprehensible"):
        others = sorted_letters[tuple(sorted(word))] - {word} - offensive_forms(lexicon)

        assert set(map(str.lower, look_up(lexicon, "anagram", word))) == others


def test_conditions_on_an_anagram_that_most_words_fail_leave_the_others(lexicon: Lexicon) -> None:
    names = (name for name in lexicon.lemma_names() if len(name) == 9 and name.isalpha())
    wanted = {name for name in names if name.startswith("c") and name.endswith("g")}

    question = Question("anagram", "?????????", where=Where(starts="c", ends="g"))
    found = json.loads(answer(lexicon, question).response)

    assert set(map(str.lower, found)) == wanted - offensive_forms(lexicon)


def test_names_have_their_capitals_and_come_behind_words(lexicon: Lexicon) -> None:
    found = look_up(lexicon, "anagram", "rain")

    assert found == ["rani", "Iran"]
    assert look_up(lexicon, "pattern", "zionis?") == ["Zionist", "Zionism"]
    matches = look_up(lexicon, "pattern", "z?????")
    is_name = [not name.islower() for name in matches]
    assert is_name == sorted(is_name)
    assert matches[0] == "zigzag"


def test_blanks_of_an_anagram_stand_for_any_letters(lexicon: Lexicon) -> None:
    found = look_up(lexicon, "anagram", "???")

    assert len(found) == MAX_MATCHES
    assert all(len(name) == 3 and name.isalpha() for name in found)
    assert look_up(lexicon, "anagram", "?" * 150) == []


def made_of(lexicon: Lexicon, letters: str, where: Where) -> list[str]:
    found: list[str] = json.loads(answer(lexicon, Question("anagram", letters, where=where)).response)
    return found


@pytest.mark.parametrize(
    ("letters", "fewest"),
    [("orchids", 3), ("q a t z i e n", 2), ("eeettt", 2), ("zyg?t", 4), ("sx??", 3), ("banana", 3)],
)
def test_words_of_some_letters_are_all_that_a_look_at_each_name_finds(
    lexicon: Lexicon, letters: str, fewest: int
) -> None:
    rack, blanks = Counter(filter(str.isalpha, letters)), letters.count("?")
    most = rack.total() + blanks
    wanted = {
        name
        for name in lexicon.lemma_names()
        if fewest <= len(name) <= most and name.isalpha() and (Counter(name) - rack).total() <= blanks
    }
    found = made_of(lexicon, letters, Where(letters=(fewest, most)))

    names = are_names(lexicon)
    allowed = {name for name in wanted - offensive_forms(lexicon) if not names[lexicon.number_of(name)]}
    assert len(found) == min(len(allowed - {letters}), MAX_FROM_LETTERS)
    assert set(found) <= allowed
    assert [len(name) for name in found] == sorted(map(len, found), reverse=True)


def test_words_of_some_letters_meet_the_conditions(lexicon: Lexicon) -> None:
    assert made_of(lexicon, "stone", Where(letters=4)) == [
        "note", "tone", "nose", "nest", "tons", "sent", "snot", "sone",
    ]  # fmt: skip
    assert made_of(lexicon, "stone", Where(letters=(3, 4), starts="to")) == ["tone", "tons", "toe", "ton"]
    assert made_of(lexicon, "listen", Where(letters=6)) == ["silent", "enlist", "tinsel"]


def test_letters_make_two_words_if_a_space_is_asked_for(lexicon: Lexicon) -> None:
    question = Question("anagram", "dormitory", where=Where(contains="_"))
    found: list[str] = json.loads(answer(lexicon, question).response)

    assert found[0] == "dirty_room"
    assert all(sorted(pair) == sorted("dormitory_") for pair in found)
