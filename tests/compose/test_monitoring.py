"""The profile `monitoring`: Prometheus finds every gateway and the balancer.

Debian's Prometheus runs in place of the image, which not every engine can fetch. Its networks, mounts, user,
limits and arguments are those of the service in docker-compose.yml.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from tests.compose.project import GATEWAY_IMAGE, PASSWORDS, ComposeProject, http_get
from tests.monitoring.prometheus_process import programs
from tests.stack.ports import free_port
from tests.stack.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCRAPED_WITHIN_SECONDS = 40.0  # Prometheus scrapes, and asks the DNS, every 5 s


class MonitoredProject(ComposeProject):
    """The project with the profile, and a compose file that replaces the image by Debian's Prometheus."""

    def __init__(self, stand_in: Path, env_file: Path) -> None:
        self.files = ("docker-compose.yml", str(stand_in))
        super().__init__(
            f"wordwire-monitored-{os.getpid()}",
            env_file,
            HTTP_PORT=str(free_port()),
            GATEWAY_REPLICAS="2",
            **PASSWORDS,
        )


@pytest.fixture(scope="module")
def monitored(
    project: ComposeProject, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MonitoredProject]:
    """Start two gateways, the other services and Prometheus, but not Grafana."""
    assert project.containers("gateway")
    folder = tmp_path_factory.mktemp("monitored")
    stand_in = folder / "stand-in.json"
    service = {
        "image": GATEWAY_IMAGE,
        "entrypoint": ["/bin/prometheus"],
        "volumes": [f"{programs() / name}:/bin/{name}:ro" for name in ("prometheus", "promtool")],
    }
    stand_in.write_text(json.dumps({"services": {"prometheus": service}}))
    ours = MonitoredProject(stand_in, folder / "env")
    try:
        ours.run("up", "--detach", "--no-build", "--wait")
        ours.run("up", "--detach", "--no-build", "--wait", "prometheus")  # naming it turns its profile on
        yield ours
    finally:
        ours.down()


def asked(monitored: ComposeProject, path: str) -> Any:
    """Return Prometheus's answer to a gateway, which shares its network."""
    answer = http_get(monitored.ids("gateway")[0], f"/api/v1/{path}", host="prometheus", port=9090)
    return json.loads(answer.partition("\n\n")[2])["data"]


def test_prometheus_finds_both_gateways_and_the_balancer(monitored: ComposeProject) -> None:
    def jobs_up() -> list[str]:
        targets = asked(monitored, "targets?state=active")["activeTargets"]
        return sorted(target["labels"]["job"] for target in targets if target["health"] == "up")

    wait_until(
        lambda: jobs_up() == ["balancer", "gateway", "gateway"], "all to be scraped", SCRAPED_WITHIN_SECONDS
    )
    ready = asked(monitored, "query?query=sum(wordwire_ready)")["result"]
    assert [sample["value"][1] for sample in ready] == ["2"]
    behind = asked(monitored, "query?query=sum(haproxy_backend_active_servers)")["result"]
    assert [sample["value"][1] for sample in behind] == ["2"]


def test_prometheus_watches_by_our_rules(monitored: ComposeProject) -> None:
    rules = [rule for group in asked(monitored, "rules")["groups"] for rule in group["rules"]]

    assert len(rules) >= 11
    assert {rule["health"] for rule in rules} <= {"ok", "unknown"}  # unknown: not evaluated yet


def test_prometheus_is_locked_down_and_has_no_port(monitored: ComposeProject) -> None:
    [container] = monitored.containers("prometheus")

    assert container["Config"]["User"] == "10001:10001"
    assert container["HostConfig"]["ReadonlyRootfs"] is True
    assert container["HostConfig"]["CapDrop"] == ["ALL"]
    assert not any(container["NetworkSettings"]["Ports"].values())


def test_the_numbers_of_the_environment_file_outlast_an_update(monitored: ComposeProject) -> None:
    """GATEWAY_REPLICAS is 2, and an update with `up` keeps two."""
    monitored.run("up", "--detach", "--no-build", "--wait")

    assert len(monitored.ids("gateway")) == 2
