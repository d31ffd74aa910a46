"""docs/commands.md covers the catalog, and its examples are true."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from shared.catalog import BY_NAME, COMMANDS
from shared.command import Command
from shared.messages import Question
from tests.workers.documented import examples, sentences, summaries
from workers.commands.table import answer_command

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def test_the_page_has_every_command_in_the_catalogs_order() -> None:
    assert list(examples()) == list(BY_NAME)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.name)
def test_a_section_begins_with_the_summary_of_the_catalog(command: Command) -> None:
    summary = command.summary[0].upper() + command.summary[1:]

    assert summaries()[command.name].startswith(summary)


def test_the_page_asks_in_plain_english_as_the_catalog_does() -> None:
    assert sentences() == {command.name: command.example for command in COMMANDS}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_an_example_is_true(lexicon: Lexicon, command: Command) -> None:
    example = examples()[command.name]
    found = json.loads(answer_command(lexicon, Question(**example.request)).response)

    assert example.request["command"] == command.name
    if command.is_cacheable:
        assert example.is_true(found), found
    else:
        assert len(found) == 1
        assert example.response[0] in lexicon
