"""REDIS_PERSIST: rooms outlive a crash of Redis; `make backup` and `make restore` bring them back."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from tests.clients.room import ChatClient
from tests.compose.project import ComposeProject, docker, in_container, kill_main_process
from tests.stack.ports import free_port
from tests.stack.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

HEAL_SECONDS = 30.0
TEXTS = [f"message {number}" for number in range(50)]


@pytest.fixture(scope="module")
def lasting(project: ComposeProject, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ComposeProject]:
    """Start the project with persistence, but without workers."""
    assert project.containers("gateway")
    env_file = tmp_path_factory.mktemp("lasting") / "env"
    ours = ComposeProject(
        f"wordwire-lasting-{os.getpid()}",
        env_file,
        HTTP_PORT=str(free_port()),
        REDIS_PERSIST="yes",
        RATE_LIMIT="0",
    )
    try:
        ours.run("up", "--detach", "--no-build", "--wait", "balancer")
        yield ours
    finally:
        ours.down()


def ask(client: ChatClient, event: str, **data: Any) -> dict[str, Any]:
    answer = client.ask(event, data)
    assert "error" not in answer, answer
    return answer


def new_room(project: ComposeProject, texts: Sequence[str] = TEXTS) -> str:
    """Create a room and say all of `texts` in it."""
    with ChatClient(project.url) as ann:
        room: str = ask(ann, "create", title="Words")["room"]
        ask(ann, "join", room=room, name="Ann")
        for number, text in enumerate(texts):
            ask(ann, "say", room=room, text=text, id=number)
    return room


def said_in(project: ComposeProject, room: str) -> list[str]:
    with ChatClient(project.url) as bob:
        return [message["text"] for message in ask(bob, "join", room=room, name="Bob")["history"]]


def is_up_again(redis: str, pid: int) -> bool:
    [now] = json.loads(docker("inspect", redis))
    return now["State"]["Pid"] not in {0, pid} and now["State"]["Health"]["Status"] == "healthy"


def test_a_room_and_its_history_outlive_a_crash(lasting: ComposeProject) -> None:
    """Redis has written a message to its file before it acknowledges it, so a killed process loses none."""
    room = new_room(lasting)
    [redis] = lasting.containers("redis")

    kill_main_process(redis["Id"])
    wait_until(lambda: is_up_again(redis["Id"], redis["State"]["Pid"]), "Redis to heal", HEAL_SECONDS)

    assert said_in(lasting, room) == TEXTS


def test_a_new_container_of_redis_has_the_rooms(lasting: ComposeProject) -> None:
    room = new_room(lasting)

    lasting.run("up", "--detach", "--no-build", "--no-deps", "--wait", "--force-recreate", "redis")

    assert said_in(lasting, room) == TEXTS


def test_a_backup_brings_ended_rooms_back(lasting: ComposeProject, tmp_path: Path) -> None:
    room, backup = new_room(lasting), tmp_path / "rooms.rdb"
    code, said = lasting.script("make", "backup", f"to={backup}")
    assert code == 0, said
    later = new_room(lasting)
    [redis] = lasting.ids("redis")
    assert in_container(redis, "rm -r /redis-data/*")[0] == 0

    code, said = lasting.script("make", "restore", f"from={backup}")
    assert code == 0, said
    lasting.run("up", "--detach", "--no-build", "--no-recreate", "--wait", "balancer")

    assert said_in(lasting, room) == TEXTS
    with ChatClient(lasting.url) as bob:
        assert bob.code("join", {"room": later, "name": "Bob"}) == "no_such_room"
    # What was restored lasts, too.
    lasting.run("up", "--detach", "--no-build", "--no-deps", "--wait", "--force-recreate", "redis")
    assert said_in(lasting, room) == TEXTS


def test_a_damaged_backup_changes_nothing(lasting: ComposeProject, tmp_path: Path) -> None:
    room, damaged = new_room(lasting), tmp_path / "rooms.rdb"
    damaged.write_bytes(b"REDIS0010 and then nothing")

    code, _ = lasting.script("make", "restore", f"from={damaged}")
    lasting.run("up", "--detach", "--no-build", "--no-recreate", "--wait", "balancer")

    assert code != 0
    assert said_in(lasting, room) == TEXTS


def test_without_persistence_a_backup_works_and_a_restore_is_refused(
    project: ComposeProject, tmp_path: Path
) -> None:
    room, backup = new_room(project, TEXTS[:3]), tmp_path / "rooms.rdb"

    assert project.script("make", "backup", f"to={backup}")[0] == 0
    code, said = project.script("make", "restore", f"from={backup}")
    project.run("up", "--detach", "--no-build", "--no-recreate", "--wait")

    assert room.encode() in backup.read_bytes()
    assert code != 0
    assert "Set REDIS_PERSIST=yes" in said
