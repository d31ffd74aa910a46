"""A fresh clone needs no `.env`: Redis makes the passwords, and each side can read only its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.clients.reference import ReferenceClient
from tests.compose.project import (
    PASSWORDS,
    ComposeProject,
    answers_with,
    docker,
    in_container,
    redis_password,
)

if TYPE_CHECKING:
    from pathlib import Path

SIDES = ("gateway", "worker")


def test_no_file_has_to_be_edited(project: ComposeProject) -> None:
    """The project of these tests has no password of ours, so Redis has made three, each of 24 bytes."""
    [redis] = project.containers("redis")
    assert "REDIS_GATEWAY_PASSWORD=" in redis["Config"]["Env"]

    made = {redis_password(redis["Id"], user) for user in (*SIDES, "monitor")}

    assert [len(password) for password in made] == [48] * 3
    with ReferenceClient(project.url) as client:
        assert client.ask(command="lemmatizer", word="geese").answer() == ["goose"]


@pytest.mark.parametrize("side", SIDES)
def test_a_side_reads_its_own_password_only(project: ComposeProject, side: str) -> None:
    [container], [redis] = project.ids(side), project.ids("redis")

    assert in_container(container, "cat /password/*") == (0, redis_password(redis, side))
    mounted = {mount["Name"] for mount in project.containers(side)[0]["Mounts"]}
    assert mounted == {f"{project.name}_{side}-password"}
    assert in_container(container, "touch /password/x")[0] != 0
    as_another = ["exec", "--user=10002", container, "cat", "/password/password"]
    assert "Permission denied" in answers_with(*as_another)[1]


def test_no_log_shows_them(project: ComposeProject) -> None:
    [redis] = project.ids("redis")
    logs = project.logs()

    assert not [user for user in SIDES if redis_password(redis, user) in logs]


def test_they_outlive_the_containers(project: ComposeProject) -> None:
    """So a crash of Redis, or a new one of it, leaves every gateway's and worker's password right."""
    [redis] = project.ids("redis")
    before = redis_password(redis, "worker")

    docker("restart", redis)
    project.run("up", "--detach", "--no-build", "--wait")

    [redis] = project.ids("redis")  # a new container, if an image has changed meanwhile
    assert redis_password(redis, "worker") == before
    with ReferenceClient(project.url) as client:
        assert client.ask(command="lemmatizer", word="geese").answer() == ["goose"]


def test_passwords_of_the_environment_file_win(tmp_path: Path) -> None:
    ours = ComposeProject("never", tmp_path / "env", HTTP_PORT="0", **PASSWORDS)

    services = json.loads(ours.run("config", "--format", "json"))["services"]

    for side in SIDES:
        password = PASSWORDS[f"REDIS_{side.upper()}_PASSWORD"]
        assert services[side]["environment"]["REDIS_URL"] == f"redis://{side}:{password}@redis:6379/0"
        assert services["redis"]["environment"][f"REDIS_{side.upper()}_PASSWORD"] == password


@pytest.mark.parametrize("command", [["ps"], ["logs"], ["--profile", "*", "down"]])
def test_no_command_needs_a_password(tmp_path: Path, command: list[str]) -> None:
    ComposeProject("never", tmp_path / "env", HTTP_PORT="0").run(*command)


@pytest.mark.usefixtures("project")
def test_grafana_alone_asks_for_a_password(tmp_path: Path) -> None:
    """Its image may be missing here, and its entry point needs only a shell."""
    ours = ComposeProject("never", tmp_path / "env", HTTP_PORT="0")
    service = json.loads(ours.run("--profile", "*", "config", "--format", "json"))["services"]["grafana"]
    script = service["entrypoint"][-1].replace("$$", "$")

    code, said = answers_with("run", "--rm", "--entrypoint=sh", "wordwire-redis:7", "-c", script)

    assert code == 1
    assert "Set GRAFANA_PASSWORD in .env." in said
