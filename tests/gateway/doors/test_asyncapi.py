"""The contract has every event, command and error; tests/doors compares it with real messages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gateway.doors.asyncapi import CHANNELS, EVENTS, asyncapi, schemas
from shared import names
from shared.catalog import BY_NAME
from shared.errors import wire_codes
from tests.gateway.green_gateway import GreenGateway
from tests.stack.ports import free_port

PROTOCOL = (Path(__file__).resolve().parents[3] / "docs" / "protocol.md").read_text()
DOCUMENT = asyncapi()


@pytest.mark.parametrize("namespace", CHANNELS)
def test_every_event_that_a_gateway_handles_is_there_and_no_other(namespace: str) -> None:
    gateway = GreenGateway(REDIS_URL=f"redis://127.0.0.1:{free_port()}/0")
    handled = set(gateway.gateway.server.handlers[namespace]) - {"connect", "disconnect", "*"}

    assert {event.name for event in EVENTS if event.namespace == namespace and event.acks} == handled


def test_every_named_event_is_there() -> None:
    assert {value for name, value in vars(names).items() if name.endswith("_EVENT")} <= {
        event.name for event in EVENTS
    }


def test_the_commands_and_the_codes_of_errors_are_listed() -> None:
    found = schemas()

    assert found["LookupMessage"]["properties"]["command"]["enum"] == list(BY_NAME)
    assert set(found["ReplyError"]["properties"]["code"]["enum"]) == wire_codes()


def test_every_operation_has_its_messages_and_every_reference_leads_somewhere() -> None:
    references = set(re.findall(r"'\$ref': '#/([^']+)'", str(DOCUMENT)))

    assert len(DOCUMENT["operations"]) == len(EVENTS)
    for reference in references:
        place = DOCUMENT
        for part in reference.split("/"):
            place = place[part]


def test_the_page_of_the_protocol_names_every_event() -> None:
    for event in EVENTS:
        assert f"`{event.name}`" in PROTOCOL
