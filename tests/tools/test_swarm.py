"""docker-compose.yml for Docker Swarm, from a small project; tests/compose runs the real one on a swarm."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tools.swarm import as_stack

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture
def compose() -> dict[str, Any]:
    """Return the output of `docker compose config` for a gateway of ours and a balancer in front."""
    return {
        "name": "wordwire",
        "services": {
            "gateway": {
                "image": "wordwire-gateway:1",
                "build": {"context": "."},
                "depends_on": {"redis": {}},
                "restart": "unless-stopped",
                "cpu_shares": 102,
                "security_opt": ["no-new-privileges:true"],
                "command": None,
                "cap_drop": ["ALL"],
                "tmpfs": ["/run:mode=1777,size=64m"],
                "deploy": {"replicas": 2, "resources": {"limits": {"memory": 268435456, "pids": 100}}},
            },
            "balancer": {
                "image": "haproxy:3",
                "ports": [{"target": 8080, "published": "5000", "mode": "ingress"}],
                "volumes": [
                    {"type": "bind", "source": "/checkout/haproxy.cfg", "target": "/etc/haproxy.cfg"},
                    {"type": "volume", "source": "password", "target": "/password"},
                ],
            },
        },
        "networks": {"front": {"name": "front", "internal": True}, "edge": {"name": "edge"}},
    }


@pytest.fixture
def services(compose: dict[str, Any]) -> dict[str, Any]:
    return as_stack(compose)["services"]


def test_keys_that_swarm_refuses_are_left_out(services: dict[str, Any]) -> None:
    assert set(services["gateway"]) == {"image", "cap_drop", "deploy", "configs", "volumes"}


def test_replicas_and_limits_stay_and_memory_becomes_text(services: dict[str, Any]) -> None:
    assert services["gateway"]["deploy"]["replicas"] == 2
    assert services["gateway"]["deploy"]["resources"]["limits"] == {"memory": "268435456", "pids": 100}


def test_services_restart_and_resolve_to_the_addresses_of_their_containers(services: dict[str, Any]) -> None:
    for service in services.values():
        assert service["deploy"]["endpoint_mode"] == "dnsrr"
        assert service["deploy"]["restart_policy"] == {"condition": "any", "delay": "1s"}


def test_only_our_own_services_start_before_they_stop(services: dict[str, Any]) -> None:
    orders = {name: service["deploy"]["update_config"]["order"] for name, service in services.items()}

    assert orders == {"gateway": "start-first", "balancer": "stop-first"}


def test_ports_are_numbers_on_the_hosts_themselves(services: dict[str, Any]) -> None:
    assert services["balancer"]["ports"] == [{"target": 8080, "published": 5000, "mode": "host"}]


def test_mounted_files_become_configs(compose: dict[str, Any]) -> None:
    stack = as_stack(compose)

    assert stack["configs"] == {"haproxy-cfg": {"file": "/checkout/haproxy.cfg"}}
    assert stack["services"]["balancer"]["configs"] == [
        {"source": "haproxy-cfg", "target": "/etc/haproxy.cfg", "mode": 0o444}
    ]
    assert stack["services"]["balancer"]["volumes"] == []


@pytest.mark.parametrize(("size", "in_bytes"), [("64m", 64 * 2**20), ("8k", 8192), ("1g", 2**30)])
def test_a_tmpfs_becomes_a_volume_of_that_size(compose: dict[str, Any], size: str, in_bytes: int) -> None:
    compose["services"]["gateway"]["tmpfs"] = [f"/run:mode=1777,size={size}"]

    volumes = as_stack(compose)["services"]["gateway"]["volumes"]

    assert volumes == [{"type": "tmpfs", "target": "/run", "tmpfs": {"size": in_bytes}}]


def test_a_password_that_only_a_volume_would_hold_is_asked_for(compose: dict[str, Any]) -> None:
    """Each node has its own volumes."""
    passwords = {"REDIS_WORKER_PASSWORD": "set", "REDIS_GATEWAY_PASSWORD": "", "REDIS_MAXMEMORY": ""}
    compose["services"]["redis"] = {"environment": passwords}

    with pytest.raises(SystemExit, match=r"nodes share no volume: REDIS_GATEWAY_PASSWORD$"):
        as_stack(compose)


def test_networks_span_hosts_and_inner_ones_stay_closed(compose: dict[str, Any]) -> None:
    assert as_stack(compose)["networks"] == {
        "front": {"driver": "overlay", "internal": True},
        "edge": {"driver": "overlay"},
    }


def test_the_program_reads_compose_and_writes_a_stack(compose: dict[str, Any]) -> None:
    command = [sys.executable, "-m", "tools.swarm"]
    text = json.dumps(compose)
    done = subprocess.run(command, input=text, capture_output=True, text=True, cwd=CHECKOUT, check=True)

    assert json.loads(done.stdout) == as_stack(compose)
    assert json.loads(done.stdout)["version"] == "3.13"
