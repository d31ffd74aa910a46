"""A Redis full of rooms: abandoned rooms end, while lookups and talk go on."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from tests.clients.reference import ReferenceClient
from tests.clients.room import ChatClient
from tests.compose.project import PASSWORDS, ComposeProject, redis_says
from tests.stack.ports import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAXMEMORY_MB = 6  # an empty Redis takes 2
ROOMS = 6  # of 1.2 MB each
REDIS_TICK_SECONDS = 1.1  # Redis notes a key's last use in whole seconds
TEXT = "w" * 2000  # the longest text allowed


@pytest.fixture
def small(project: ComposeProject, tmp_path: Path) -> Iterator[ComposeProject]:
    """Start the project with a small Redis and no rate limit."""
    assert project.containers("gateway")
    ours = ComposeProject(
        f"{project.name}-full",
        tmp_path / "env",
        HTTP_PORT=str(free_port()),
        REDIS_MAXMEMORY=f"{MAXMEMORY_MB}mb",
        RATE_LIMIT="0",
        **PASSWORDS,
    )
    try:
        ours.run("up", "--detach", "--no-build", "--wait")
        yield ours
    finally:
        ours.down()


def ask(client: ChatClient, event: str, **data: Any) -> dict[str, Any]:
    answer = client.ask(event, data)
    assert "error" not in answer, answer
    return answer


def new_room(client: ChatClient) -> str:
    """Create a room, join it and say something there."""
    room: str = ask(client, "create", title="Words")["room"]
    ask(client, "join", room=room, name="Ann")
    ask(client, "say", room=room, text="Hello", id="first")
    return room


def test_abandoned_rooms_make_space(small: ComposeProject) -> None:
    with (
        ChatClient(small.url) as ann,
        ChatClient(small.url) as flood,
        ReferenceClient(small.url) as asking,
    ):
        lively, filled = new_room(ann), []
        for number in range(ROOMS):
            filled.append(new_room(flood))
            for _ in range(500):
                ask(flood, "say", room=filled[-1], text=TEXT, id=uuid4().hex)
            ask(flood, "leave", room=filled[-1])
            ask(ann, "say", room=lively, text=str(number), id=number)
            assert asking.ask(command="lemmatizer", word="geese").answer(2.0) == ["goose"]
            time.sleep(REDIS_TICK_SECONDS)

        said = [message["text"] for message in ask(ann, "history", room=lively)["history"]]
        assert said == ["Hello", *map(str, range(ROOMS))]
        assert ask(ann, "say", room=lively, text="Hello", id="first")["seq"] == 1
        assert flood.code("join", {"room": filled[0], "name": "Ann"}) == "no_such_room"
    assert f"maxmemory:{MAXMEMORY_MB * 2**20}" in redis_says(small, "monitor", "INFO", "memory")
