"""docs/commands.md covers the catalog, and its examples are true."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from shared.catalog import BY_NAME, COMMANDS
from shared.messages import Lookup
from tests.workers.documented import examples, sentences
from workers.commands import EVER_NEW, answer

if TYPE_CHECKING:
    from workers.lexicon import Lexicon

NEEDS_THE_EXTRA = {"pronunciation", "rhymes"}  # tests/pronunciation looks at these


def test_the_page_has_every_command_in_the_catalogs_order() -> None:
    assert list(examples()) == list(BY_NAME)


def test_the_page_asks_in_plain_english_as_the_catalog_does() -> None:
    assert sentences() == {command.name: command.example for command in COMMANDS}


@pytest.mark.parametrize("name", [name for name in BY_NAME if name not in NEEDS_THE_EXTRA])
def test_an_example_is_true(lexicon: Lexicon, name: str) -> None:
    example = examples()[name]
    lookup = Lookup(key="key", namespace="/", room="room", **example.request)
    found = json.loads(answer(lexicon, lookup).response)

    if name in EVER_NEW:
        assert len(found) == 1
        assert example.response[0] in lexicon
    else:
        assert example.request["command"] == name
        assert example.is_true(found), found
