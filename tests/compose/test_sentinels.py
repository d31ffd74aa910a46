"""deploy/sentinels: a replica takes over from a Redis that is lost, with the rooms, and lookups go on."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.clients.load import Load
from tests.clients.room import ChatClient
from tests.compose.project import BUILD_SECONDS, PASSWORDS, ComposeProject, answers_with, docker
from tests.stack.ports import free_port
from tests.stack.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PASSWORD = "of-a_replica.and~the-Sentinels"
FAILOVER_SECONDS = 40.0
# Lookups may end so while nobody is the master, if that takes longer than LOOKUP_DEADLINE.
ENDINGS = {"ok", "timeout", "unavailable"}


class WatchedProject(ComposeProject):
    """The project with a replica and three Sentinels, by its environment file."""

    files = ()


@pytest.fixture
def watched(project: ComposeProject, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WatchedProject]:
    """Start the project, next to the plain one whose images it uses."""
    assert project.containers("gateway")
    ours = WatchedProject(
        f"wordwire-watched-{os.getpid()}",
        tmp_path_factory.mktemp("watched") / "env",
        HTTP_PORT=str(free_port()),
        COMPOSE_FILE="docker-compose.yml:deploy/sentinels/compose.yml",
        REDIS_REPLICATION_PASSWORD=PASSWORD,
        WORKER_PROCESSES="1",
        **PASSWORDS,
    )
    try:
        ours.run("up", "--detach", "--no-build", "--wait", timeout=BUILD_SECONDS)
        yield ours
    except AssertionError as error:
        error.add_note(ours.logs("redis-replica", "sentinel-1", "gateway")[-8000:])
        raise
    finally:
        ours.down()


def role_of(project: ComposeProject, service: str) -> str:
    """Return `master` or `slave`; something else if there is no answer."""
    command = ("redis-cli", "--user", "replication", "--pass", PASSWORD, "--no-auth-warning", "role")
    said = answers_with("exec", f"{project.name}-{service}-1", *command)[1]
    return said.split("\n", 1)[0]


def test_a_replica_takes_over_from_a_leader_that_is_lost(
    watched: WatchedProject, figures: Callable[[str], None]
) -> None:
    leader = watched.ids("redis")[0]
    with ChatClient(watched.url) as ann:
        room = ann.ask("create", {"title": "Words"})["room"]
        ann.ask("join", {"room": room, "name": "Ann"})
        ann.ask("say", {"room": room, "text": "hello", "id": 1})

    with Load([watched.url], rate=20.0) as load:
        wait_for_answers(load)
        docker("kill", leader)  # which counts as a stop: nobody starts it again
        wait_until(lambda: role_of(watched, "redis-replica") == "master", "the failover", FAILOVER_SECONDS)
        wait_for_answers(load)
        outcome = load.finish()

    figures(str(outcome))
    outcome.check()
    assert set(outcome.counts()) <= ENDINGS
    with ChatClient(watched.url) as bob:
        wait_until(lambda: "history" in bob.ask("join", {"room": room, "name": "Bob"}), "the room")
        history = bob.ask("history", {"room": room})["history"]
        assert [message["text"] for message in history] == ["hello"]


def wait_for_answers(load: Load, count: int = 40) -> None:
    """Return once `count` more lookups have been answered."""
    before = load.answered()
    wait_until(lambda: load.answered() >= before + count, f"{count} more answers", FAILOVER_SECONDS)
