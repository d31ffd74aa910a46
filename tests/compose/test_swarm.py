"""What tools/swarm.py makes of docker-compose.yml is taken by `docker stack config`, whole.

That is Swarm's own reading of the file; a swarm of many hosts is not started here.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.compose.project import PASSWORDS, ComposeProject, docker
from tools.swarm import as_stack


@pytest.fixture
def stack(_engine: None, tmp_path: Path) -> dict[str, Any]:
    """The file, read by compose, made Swarm's, and read by Swarm."""
    project = ComposeProject("wordwire", tmp_path / "env", HTTP_PORT="5000", **PASSWORDS)
    made = as_stack(json.loads(project.run("config", "--format", "json")))
    (tmp_path / "stack.json").write_text(json.dumps(made))
    docker("stack", "config", "--compose-file", str(tmp_path / "stack.json"))  # fails with its complaint
    return made


def test_swarm_takes_the_file_and_every_service_is_in_it(stack: dict[str, Any]) -> None:
    assert set(stack["services"]) == {"balancer", "gateway", "worker", "redis"}
    assert stack["services"]["gateway"]["deploy"]["endpoint_mode"] == "dnsrr"
    assert [port["mode"] for port in stack["services"]["balancer"]["ports"]] == ["host"]


def test_what_can_be_kept_of_the_hardening_is(stack: dict[str, Any]) -> None:
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


def test_ours_are_replaced_one_by_one_and_what_there_is_one_of_stops_first(stack: dict[str, Any]) -> None:
    orders = {name: each["deploy"]["update_config"]["order"] for name, each in stack["services"].items()}

    assert orders == {
        "balancer": "stop-first",
        "redis": "stop-first",
        "gateway": "start-first",
        "worker": "start-first",
    }
