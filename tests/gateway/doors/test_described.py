"""The OpenAPI document has every command, with exactly the parameters that it takes, and every limit."""

from __future__ import annotations

import re
from typing import Any

import pytest

from gateway.doors.api import OF_LOOKUPS, read_query
from gateway.doors.described import DESCRIPTIONS, openapi
from gateway.doors.guard import STATUS_OF
from gateway.lookups.parsing import read_ask, read_my_message
from shared.catalog import BY_NAME, COMMANDS, FORMS, POS_NAMES, SHAPES
from shared.command import Command
from shared.errors import BadRequest, TooLong
from shared.messages import Question

DOCUMENT = openapi(needs_token=False)


def read(query: str, command: Command) -> Question:
    return read_my_message({"command": command.name} | read_query(query, OF_LOOKUPS))


def parameters(command: Command) -> dict[str, Any]:
    return {each["name"]: each for each in DOCUMENT["paths"][f"/v1/{command.name}"]["get"]["parameters"]}


def test_every_command_is_an_operation() -> None:
    paths = {f"/v1/{name}" for name in BY_NAME} | {"/v1/ask", "/v1/batch"}

    assert set(DOCUMENT["paths"]) == paths


@pytest.mark.parametrize("command", COMMANDS)
def test_the_parameters_are_those_that_the_command_takes(command: Command) -> None:
    found = parameters(command)

    assert ("word" in found) == command.needs_word
    assert found.get("word2", {}).get("required", False) == command.needs_second_word
    assert ("pos" in found) == command.takes_pos
    assert ("sentence" in found) == command.takes_sentence
    assert ("where[starts]" in found) == command.is_list


def test_the_choices_are_those_of_the_catalog() -> None:
    inflect = parameters(BY_NAME["inflect"])

    assert inflect["pos"]["schema"]["enum"] == ["", *POS_NAMES]
    assert inflect["form"]["schema"]["enum"] == ["", *FORMS]
    assert parameters(BY_NAME["pattern"])["where[shape]"]["schema"]["enum"] == ["", *SHAPES]


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("synonyms", "word"),
        ("reverse", "word"),
        ("is_a", "word2"),
        ("rhymes", "word2"),
        ("synonyms", "sentence"),
        *(("synonyms", f"where[{each}]") for each in ("starts", "ends", "without", "pattern", "rhymes_with")),
        ("synonyms", "where[about]"),
        ("synonyms", "where[silent]"),
    ],
)
def test_a_text_may_be_as_long_as_the_document_says(command: str, name: str) -> None:
    found = parameters(BY_NAME[command])
    longest = found[name]["schema"]["maxLength"]
    needed = {each: row["example"] for each, row in found.items() if "example" in row}

    def read_long(length: int) -> None:
        pairs = needed | {name: "a" * length}
        read("&".join(f"{k}={v}" for k, v in pairs.items()), BY_NAME[command])

    read_long(longest)
    with pytest.raises(TooLong):
        read_long(longest + 1)


def test_lists_and_sentences_may_be_as_long_as_the_document_says() -> None:
    parts = parameters(BY_NAME["rhymes"])["where[contains]"]["schema"]
    text = DOCUMENT["paths"]["/v1/ask"]["get"]["parameters"][0]["schema"]["maxLength"]

    def contain(number: int) -> None:
        read("word=a" + "&where[contains]=b" * number, BY_NAME["rhymes"])

    contain(parts["maxItems"])
    with pytest.raises(BadRequest):
        contain(parts["maxItems"] + 1)
    read_ask({"text": "a" * text}, None)
    with pytest.raises(TooLong):
        read_ask({"text": "a" * (text + 1)}, None)


@pytest.mark.parametrize("command", COMMANDS)
def test_its_examples_are_a_lookup(command: Command) -> None:
    pairs = [f"{name}={each['example']}" for name, each in parameters(command).items() if "example" in each]

    assert read("&".join(pairs), command).word == command.word


@pytest.mark.parametrize("text", ["a", " a\t", "café", "\x00", "\x7f", "\x85", " ", "", "a\nb", "\u200b"])
def test_the_pattern_of_a_term_allows_what_the_gateway_does(text: str) -> None:
    try:
        read_my_message({"command": "pos", "word": text})
        is_allowed = True
    except BadRequest:
        is_allowed = False

    found = parameters(BY_NAME["rhymes"])
    assert bool(re.search(found["word"]["schema"]["pattern"], text)) == is_allowed
    assert bool(re.search(found["word2"]["schema"]["pattern"], text)) or not is_allowed


@pytest.mark.parametrize("text", ["0", "100", "4-6", "6-4", "101", "04", "-1", "4-", ""])
def test_the_pattern_of_a_count_allows_what_the_gateway_does(text: str) -> None:
    try:
        read(f"word=a&where[letters]={text}", BY_NAME["rhymes"])
        is_allowed = True
    except BadRequest:
        is_allowed = False

    pattern = parameters(BY_NAME["rhymes"])["where[letters]"]["schema"]["pattern"]
    assert bool(re.search(pattern, text)) == is_allowed


def test_a_token_is_asked_for_where_one_is_needed() -> None:
    assert DOCUMENT["security"] == []
    assert openapi(needs_token=True)["security"] == [{"token": []}]


def test_every_reference_leads_somewhere() -> None:
    schemas = DOCUMENT["components"]["schemas"]

    for name in re.findall(r"#/components/schemas/(\w+)", str(DOCUMENT)):
        assert name in schemas


def test_every_problem_is_explained() -> None:
    assert set(DOCUMENT["x-problems"]) == set(STATUS_OF)
    assert all(DOCUMENT["x-problems"].values())


def test_the_descriptions_of_the_doors_are_files_of_one_folder() -> None:
    assert set(DESCRIPTIONS) == {"mcp", "openapi", "parameters", "tools"}
    assert DESCRIPTIONS["parameters"]["parameters"].keys() == set(OF_LOOKUPS)
