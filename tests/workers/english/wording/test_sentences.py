"""Templates become sentences."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest

from shared.catalog import FORMS, POS_NAMES
from workers.english.wording.sentences import (
    MOST_LISTED,
    SENTENCES,
    filled,
    if_any,
    listed,
    say,
    sentence,
    shown_name,
    with_a,
)

KEY = re.compile(rf"(?:{'|'.join(SENTENCES)})\.[a-z_]*|names_of_")
ENGLISH = Path(__file__).parents[4] / "workers" / "english"


@pytest.mark.parametrize(
    ("template", "values", "text"),
    [
        ("{Word} is {word}.", {"word": "ice_Cream"}, "Ice Cream is ice Cream."),
        ("{names}; {names:or}", {"names": ["a", "b"]}, "a and b; a or b"),
        ("{names: →}; {names:“or”}", {"names": ["a", "b"]}, "a → b; “a” or “b”"),
        ("{count:one way/# ways}", {"count": 1}, "one way"),
        ("{count:one way/# ways}", {"count": 20}, "20 ways"),
        ("{names:is/are} {names:a or}", {"names": ["ape", "dog"]}, "are an ape or a dog"),
        ("A[, as {pos:a}].", {"pos": "s"}, "A, as an adjective."),
        ("A[, as {pos:a}].", {"pos": None}, "A."),
        ("A[, as {pos:a}].", {}, "A."),
        ("{pos:is/can be} {pos:a}", {"pos": ["n", "v"]}, "can be a noun and a verb"),
        ("{pos}", {"pos": ["a", "s"]}, "adjective"),
        ("the {form}", {"form": "past"}, "the past tense"),
        ("the {form}", {"form": "plural"}, "the plural"),
        ("{gloss}. So?", {"gloss": "across a space etc."}, "across a space etc. So?"),
        ("{gloss}.", {"gloss": "a space"}, "a space."),
        ("[{word}]", {"word": "[{names}]"}, "[{names}]"),
    ],
)
def test_the_places_of_a_template_are_filled(template: str, values: dict[str, Any], text: str) -> None:
    assert filled(template, values) == text


def test_a_place_outside_of_an_option_needs_its_value() -> None:
    with pytest.raises(KeyError):
        filled("{word}", {})


def test_a_key_without_a_sentence_has_that_of_its_kind() -> None:
    assert say("list.newer", title="parts", word="onion", names=["2"]) == "Parts of onion: 2."
    with pytest.raises(KeyError):
        say("answer.newer", word="onion")


def test_a_sentence_knows_its_key_and_its_words() -> None:
    said = sentence("unknown.unknown", word="hapy", near=["happy", "hap_py"])

    assert (said.key, said.words) == ("unknown", ["hapy", "happy", "hap py"])
    assert said.text == "WordNet (2006) does not have “hapy”. Did you mean happy or hap py?"


def test_a_sentence_without_its_values_is_none() -> None:
    [said] = if_any("note.unread", conditions=["easy to spell"])

    assert if_any("note.unread", conditions=()) == []
    assert (said.key, said.words) == ("unread", ["easy to spell"])
    assert said.text == "I left “easy to spell” out, because I can't check that."


@pytest.mark.parametrize(
    ("names", "between", "expected"),
    [
        ([], "and", ""),
        (["ice_cream"], "and", "ice cream"),
        (["glad", "well_chosen"], "or", "glad or well chosen"),
        (["glad", "well_chosen", "felicitous"], "and", "glad, well chosen and felicitous"),
        (["glad", "happy"], ";", "glad; happy"),
    ],
)
def test_names_are_enumerated(names: list[str], between: str, expected: str) -> None:
    assert listed(names, between) == expected


def test_a_long_list_is_cut_and_its_rest_counted() -> None:
    names = [f"word_{number}" for number in range(MOST_LISTED + 3)]

    assert listed(names).endswith("word 5 and 3 more")
    assert listed(names[:2]) == "word 0 and word 1"
    assert listed(names, most=1) == "word 0 and 8 more"


def test_names_of_commands_keep_their_underscores() -> None:
    assert [shown_name(name) for name in ("ice_cream", "/is_a", 2)] == ["ice cream", "/is_a", "2"]


@pytest.mark.parametrize("noun", ["an octopus", "a unicorn", "an hour", "a ewe", "an uncle", "a one-off"])
def test_a_noun_has_the_article_of_its_sound(noun: str) -> None:
    assert with_a(noun.split(" ")[1]) == noun


def test_every_part_of_speech_has_a_name() -> None:
    assert SENTENCES["names_of_pos"] == {**POS_NAMES, "s": "adjective"}
    assert set(SENTENCES["names_of_form"]) <= set(FORMS)


def test_every_sentence_is_said_and_every_key_in_the_code_has_one() -> None:
    """A key in the code is whole ("note.part"), or the start of several ("list."), or a kind ("alike")."""
    keys = {f"{kind}.{key}" for kind, sentences in SENTENCES.items() for key in sentences}
    in_code = {each for each in _strings(ENGLISH) if KEY.fullmatch(each)}
    whole = {each for each in in_code if each[-1] not in "._"}

    assert whole - keys == set()
    starts = (*(in_code - whole), *(f"{kind}." for kind in SENTENCES if kind in _strings(ENGLISH)))
    assert {key for key in keys - whole if not key.startswith(starts)} == set()


def _strings(folder: Path) -> set[str]:
    """Return the constant strings in the code below a folder, parts of f-strings among them."""
    trees = [ast.parse(path.read_text()) for path in folder.rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return {node.value for node in nodes if isinstance(node.value, str)}
