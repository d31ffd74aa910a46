"""Docker Swarm accepts the output of tools/swarm.py, and runs it on a swarm of this host alone."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.clients.reference import ReferenceClient
from tests.compose.project import PASSWORDS, ComposeProject, docker
from tests.stack.ports import free_port
from tests.stack.waiting import wait_until
from tools.swarm import as_stack

START_SECONDS = 60.0


@pytest.fixture
def stack(_engine: None, tmp_path: Path) -> dict[str, Any]:
    """Read docker-compose.yml with compose, convert it, and check it with Swarm."""
    project = ComposeProject("wordwire", tmp_path / "env", HTTP_PORT="5000", **PASSWORDS)
    made = as_stack(json.loads(project.run("config", "--format", "json")))
    (tmp_path / "stack.json").write_text(json.dumps(made))
    docker("stack", "config", "--compose-file", str(tmp_path / "stack.json"))  # fails with its message
    return made


@pytest.fixture
def swarm(project: ComposeProject) -> Iterator[None]:
    """Make a swarm of this engine alone, on loopback, and leave it at the end; keep an existing swarm."""
    assert project.containers("gateway")  # so the images exist
    if docker("info", "--format={{.Swarm.LocalNodeState}}").strip() == "active":
        yield
        return
    docker("swarm", "init", "--advertise-addr=127.0.0.1", "--listen-addr=127.0.0.1:2377")
    try:
        yield
    finally:
        docker("swarm", "leave", "--force")


@pytest.mark.usefixtures("swarm")
def test_the_stack_answers_and_scales(tmp_path: Path) -> None:
    name, port = f"wordwire-swarm-{os.getpid()}", free_port()
    file = tmp_path / "stack.json"
    made = ComposeProject("wordwire", tmp_path / "env", HTTP_PORT=str(port), **PASSWORDS)
    file.write_text(json.dumps(as_stack(json.loads(made.run("config", "--format", "json")))))
    try:
        docker("stack", "deploy", "--detach", "--resolve-image=never", f"--compose-file={file}", name)
        wait_until(lambda: replicas(name) == {"1/1"}, "every service to run", START_SECONDS)
        docker("service", "scale", "--detach", f"{name}_gateway=3", f"{name}_worker=2")
        wait_until(lambda: replicas(name) == {"1/1", "2/2", "3/3"}, "the new replicas", START_SECONDS)

        for transport in ("websocket", "polling"):
            with ReferenceClient(made.url, transports=(transport,)) as client:
                assert client.ask(command="lemmatizer", word="geese").answer() == ["goose"]
    finally:
        docker("stack", "rm", name)
        label = f"--filter=label=com.docker.stack.namespace={name}"
        wait_until(lambda: not docker("ps", "--all", "--quiet", label), "its containers to go", START_SECONDS)


def replicas(stack: str) -> set[str]:
    """Return the replicas of all services, such as `2/3` if two of three tasks run."""
    return set(docker("stack", "services", "--format={{.Replicas}}", stack).split())


def test_swarm_accepts_the_file_and_every_service_is_in_it(stack: dict[str, Any]) -> None:
    assert set(stack["services"]) == {"balancer", "gateway", "worker", "redis"}
    assert {service["deploy"]["endpoint_mode"] for service in stack["services"].values()} == {"dnsrr"}
    assert [port["mode"] for port in stack["services"]["balancer"]["ports"]] == ["host"]


def test_the_hardening_survives_where_swarm_allows_it(stack: dict[str, Any]) -> None:
    for name, service in stack["services"].items():
        assert service["read_only"], name
        assert service["cap_drop"] == ["ALL"], name
        tmpfs = {"type": "tmpfs", "target": "/tmp", "tmpfs": {"size": 64 * 2**20}}  # noqa: S108 (in a container)
        assert service["volumes"] == [tmpfs], name
        assert service["deploy"]["resources"]["limits"]["pids"], name
    inner = {name for name, network in stack["networks"].items() if network.get("internal")}
    assert inner >= {"front", "gateway-redis", "worker-redis"}


def test_files_of_the_checkout_travel_as_configs(stack: dict[str, Any]) -> None:
    used = {config["source"] for service in stack["services"].values() for config in service["configs"]}

    assert used == set(stack["configs"]) == {"haproxy-cfg", "redis-sh"}
    assert all(Path(config["file"]).is_file() for config in stack["configs"].values())


def test_replicas_start_before_they_stop_and_single_services_stop_first(stack: dict[str, Any]) -> None:
    orders = {name: each["deploy"]["update_config"]["order"] for name, each in stack["services"].items()}

    assert orders == {
        "balancer": "stop-first",
        "redis": "stop-first",
        "gateway": "start-first",
        "worker": "start-first",
    }
