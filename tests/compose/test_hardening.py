"""Intruders find nothing to write, no way out, and no password that opens more than one door."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.compose.project import (
    CHECKOUT,
    GATEWAY_IMAGE,
    WORKER_IMAGE,
    answers_with,
    docker,
    http_get,
    in_container,
    redis_says,
)

if TYPE_CHECKING:
    from tests.compose.project import ComposeProject

SERVICES = ("balancer", "gateway", "redis", "worker")
CONNECT = "timeout 3 bash -c 'exec 3<>/dev/tcp/{host}/{port}' 2>&1"


@pytest.mark.parametrize("service", SERVICES)
def test_every_container_is_locked_down(project: ComposeProject, service: str) -> None:
    [container] = project.containers(service)
    host = container["HostConfig"]

    assert container["Config"]["User"] not in {"", "0", "root"}
    assert host["ReadonlyRootfs"] is True
    assert host["CapDrop"] == ["ALL"]
    assert not host["CapAdd"]
    assert "no-new-privileges:true" in host["SecurityOpt"]
    assert host["Memory"] > 0
    assert host["PidsLimit"] > 0
    assert host["RestartPolicy"]["Name"] == "unless-stopped"


@pytest.mark.parametrize("service", SERVICES)
def test_its_processes_are_not_root_and_can_write_only_to_tmp(project: ComposeProject, service: str) -> None:
    [container] = project.ids(service)

    def says(script: str) -> list[str]:
        return answers_with("exec", container, "sh", "-c", script)[1].split()

    assert says("id -u") == ["10001"]
    assert says("grep -E 'Cap(Prm|Eff)' /proc/1/status | cut -f 2") == ["0" * 16] * 2
    assert says("for at in / /app /usr /etc /var /home; do touch $at/x 2>/dev/null && echo $at; done") == []
    assert says("touch /tmp/x && rm /tmp/x && echo yes") == ["yes"]


def test_only_the_balancer_has_a_port(project: ComposeProject) -> None:
    published = {
        container["Config"]["Labels"]["com.docker.compose.service"]: {
            port: bindings for port, bindings in container["NetworkSettings"]["Ports"].items() if bindings
        }
        for container in project.containers()
    }

    assert {service for service, ports in published.items() if ports} == {"balancer"}
    assert list(published["balancer"]) == ["8080/tcp"]
    assert {binding["HostPort"] for binding in published["balancer"]["8080/tcp"]} == {str(project.port)}


def test_a_worker_reaches_redis_and_nothing_else(project: ComposeProject) -> None:
    [worker], [gateway], [balancer] = (project.containers(name) for name in ("worker", "gateway", "balancer"))
    elsewhere = [("gateway", 5000), ("balancer", 8080), ("192.0.2.1", 80), (default_gateway(), 22)]
    elsewhere += [(address, 5000) for address in addresses(gateway)]
    elsewhere += [(address, 8080) for address in addresses(balancer)]

    reached = [
        f"{host}:{port}"
        for host, port in elsewhere
        if in_container(worker["Id"], CONNECT.format(host=host, port=port))[0] == 0
    ]

    assert reached == []
    assert in_container(worker["Id"], CONNECT.format(host="redis", port=6379))[0] == 0
    # From the gateway itself, the same kind of connection works.
    assert " 200 " in http_get(gateway["Id"], "/healthz")


def test_a_gateway_has_no_way_out(project: ComposeProject) -> None:
    [gateway] = project.ids("gateway")

    assert in_container(gateway, CONNECT.format(host="192.0.2.1", port=80))[0] != 0
    assert (
        "via"
        not in in_container(gateway, 'cat /proc/net/route | awk \'$2 == "00000000" { print "via" }\'')[1]
    )


def test_redis_refuses_without_a_password(project: ComposeProject) -> None:
    assert "NOAUTH" in redis_says(project, None, "PING")
    assert "NOAUTH" in redis_says(project, None, "LRANGE", "lookups", "0", "-1")


@pytest.mark.parametrize("user", ["gateway", "worker", "monitor"])
@pytest.mark.parametrize(
    "command",
    [
        "FLUSHALL", "FLUSHDB", "CONFIG GET *", "CONFIG SET save 1", "KEYS *", "SHUTDOWN NOSAVE",
        "DEBUG SLEEP 0", "EVAL return(1) 0", "ACL LIST", "CLIENT KILL TYPE normal", "MODULE LIST",
        "REPLICAOF NO ONE", "MONITOR", "SAVE", "SCAN 0", "SET anything 1", "GET anything",
        "PUBLISH elsewhere 1", "DEL wordwire:workers",
    ],
)  # fmt: skip
def test_no_user_of_redis_may_do_harm(project: ComposeProject, user: str, command: str) -> None:
    answer = redis_says(project, user, *command.split())

    # DEBUG is off for every user.
    assert "NOPERM" in answer or "DEBUG command not allowed" in answer


def test_each_user_may_do_only_its_own_side(project: ComposeProject) -> None:
    assert "NOPERM" in redis_says(project, "gateway", "BRPOP", "lookups", "1")
    assert "NOPERM" in redis_says(project, "gateway", "ZADD", "wordwire:workers", "1", "forged")
    assert "NOPERM" in redis_says(project, "worker", "SUBSCRIBE", "wordwire:replies:any")
    assert "NOPERM" in redis_says(project, "monitor", "LRANGE", "lookups", "0", "-1")
    assert "PONG" in redis_says(project, "monitor", "PING")
    assert "used_memory" in redis_says(project, "monitor", "INFO", "memory")


def test_the_services_themselves_were_refused_nothing(project: ComposeProject) -> None:
    """ACL LOG lists refusals; those of these tests come only from redis-cli on Redis's own loopback."""
    entries = redis_says(project, "monitor", "ACL", "LOG", "128")

    refused_elsewhere = [
        line for line in entries.splitlines() if " addr=" in line and " addr=127.0.0.1" not in line
    ]

    assert refused_elsewhere == []


def test_the_images_carry_only_their_own(project: ComposeProject) -> None:
    [gateway], [worker] = project.ids("gateway"), project.ids("worker")

    in_gateway, in_worker = imports(gateway), imports(worker)

    assert in_gateway == {"celery": True, "eventlet": True, "nltk": False, "workers": False, "gateway": True}
    assert in_worker == {"celery": True, "eventlet": False, "nltk": False, "workers": True, "gateway": False}


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("image", [GATEWAY_IMAGE, WORKER_IMAGE])
def test_the_images_carry_no_build_tools(image: str) -> None:
    tools = ("gcc", "cc", "make", "git", "curl", "npm", "node", "pip")

    found = [
        tool
        for tool in tools
        if answers_with("run", "--rm", "--entrypoint=sh", image, "-c", f"command -v {tool}")[0] == 0
    ]

    assert found == []


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(("wing", "image"), [("gateway", GATEWAY_IMAGE), ("worker", WORKER_IMAGE)])
def test_the_images_are_as_small_as_the_docs_say(wing: str, image: str) -> None:
    """Each image adds to its base the MB that docs/operations.md states, give or take a tenth."""
    added = re.search(rf"{wing}'s (?:adds )?(\d+) MB", (CHECKOUT / "docs" / "operations.md").read_text())
    assert added is not None
    layers = docker("history", "--human=false", "--no-trunc", "--format={{.Size}} {{.CreatedBy}}", image)
    ours = layers.partition("LABEL org.opencontainers.image.title")[0].splitlines()[:-1]  # newest first

    assert sum(int(layer.split()[0]) for layer in ours) / 1e6 == pytest.approx(int(added[1]), rel=0.1)


def imports(container: str) -> dict[str, bool]:
    """Return which of our packages and libraries a container's Python can import."""
    names = ("celery", "eventlet", "nltk", "workers", "gateway")
    script = "import json, sys; from importlib.util import find_spec; "
    script += "print(json.dumps({name: find_spec(name) is not None for name in sys.argv[1:]}))"
    found: dict[str, bool] = json.loads(docker("exec", container, "python", "-c", script, *names))
    return found


def addresses(container: dict[str, Any]) -> list[str]:
    return [network["IPAddress"] for network in container["NetworkSettings"]["Networks"].values()]


def default_gateway() -> str:
    """Return the address of the host on Docker's own bridge."""
    bridge: list[dict[str, Any]] = json.loads(docker("network", "inspect", "bridge"))
    address: str = bridge[0]["IPAM"]["Config"][0].get("Gateway", "172.17.0.1")
    return address
