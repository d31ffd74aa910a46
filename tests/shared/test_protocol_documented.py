"""docs/protocol.md names every event, field and error code, and no code that does not exist."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from shared import messages, names
from shared.errors import wire_codes
from shared.messages import Context, ReplyError

PROTOCOL = (Path(__file__).resolve().parents[2] / "docs" / "protocol.md").read_text()
EVENTS = [value for name, value in vars(names).items() if name.endswith("_EVENT")]
# The structs of events: MyMessage is the payload of `my_message`.
SHAPES = [
    shape
    for event in EVENTS
    if (shape := getattr(messages, event.title().replace("_", ""), None)) is not None
]
# Fields of a reply between worker and gateway only.
NOT_FOR_CLIENTS = {"key", "page"}


@pytest.mark.parametrize("event", EVENTS)
def test_every_event_has_a_heading(event: str) -> None:
    assert re.search(rf"^### `{event}`", PROTOCOL, re.MULTILINE)


def test_events_name_their_structs() -> None:
    assert {messages.MyMessage, messages.Ask, messages.Reply} <= set(SHAPES)


@pytest.mark.parametrize("shape", SHAPES)
def test_every_field_of_a_message_has_a_row(shape: type[msgspec.Struct]) -> None:
    for field in msgspec.structs.fields(shape):
        if field.name not in NOT_FOR_CLIENTS:
            assert f"| `{field.name}` |" in PROTOCOL, field.name


@pytest.mark.parametrize("shape", [ReplyError, Context])
def test_every_field_within_a_field_is_named(shape: type[msgspec.Struct]) -> None:
    for field in msgspec.structs.fields(shape):
        assert f"`{field.name}`" in PROTOCOL, field.name


def test_the_table_of_errors_has_every_code_and_no_other() -> None:
    table = PROTOCOL.partition("## Errors")[2].partition("\n## ")[0]

    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == wire_codes()
