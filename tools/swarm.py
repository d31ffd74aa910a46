"""Converts docker-compose.yml for Docker Swarm: drops keys that Swarm refuses, translates keys it ignores.

$ docker compose config --format json | python -m tools.swarm > stack.json
$ docker stack deploy --compose-file stack.json wordwire

docs/scaling.md lists the other differences.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final

# Swarm builds no images, starts all services at once, knows no shares of a core, and leaves privileges to the
# engine's configuration.
REFUSED: Final = ("depends_on", "build", "cpu_shares", "restart", "security_opt")
SIZES: Final = {"k": 2**10, "m": 2**20, "g": 2**30}


def as_stack(compose: dict[str, Any]) -> dict[str, Any]:
    """Return the input for `docker stack deploy`, made from the output of `docker compose config`."""
    unset = _unset_passwords(compose["services"].get("redis", {}))
    if unset:
        raise SystemExit(f"Set these in .env, because nodes share no volume: {', '.join(unset)}")
    files = {
        Path(volume["source"]).name.replace(".", "-"): {"file": volume["source"]}
        for service in compose["services"].values()
        for volume in service.get("volumes", [])
        if volume["type"] == "bind"
    }
    return {
        "version": "3.13",  # without a version, Swarm assumes the oldest
        "services": {name: _service(service) for name, service in compose["services"].items()},
        "networks": {name: _network(network) for name, network in compose["networks"].items()},
        "configs": files,
    }


def _unset_passwords(redis: dict[str, Any]) -> list[str]:
    """Return the names of the passwords that Redis would make for itself."""
    return [name for name, value in redis.get("environment", {}).items() if "PASSWORD" in name and not value]


def _service(service: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in service.items() if key not in REFUSED and value is not None}
    deploy = kept.setdefault("deploy", {})
    # Swarm's virtual addresses drop connections that are silent for 15 minutes.
    deploy["endpoint_mode"] = "dnsrr"
    deploy["restart_policy"] = {"condition": "any", "delay": "1s"}
    # The others, the balancer and Redis, cannot overlap: one port, one name.
    deploy["update_config"] = {"order": "start-first" if "replicas" in deploy else "stop-first"}
    limits = deploy.get("resources", {}).get("limits", {})
    limits.update({"memory": str(limits["memory"])} if "memory" in limits else {})
    # Nodes have no checkout, so files reach them as Swarm's configs. They do not share volumes either.
    kept["configs"] = [_config(each) for each in kept.pop("volumes", []) if each["type"] == "bind"]
    kept["volumes"] = [_tmpfs(each) for each in kept.pop("tmpfs", [])]
    for port in kept.get("ports", []):
        port["published"] = int(port["published"])
        port["mode"] = "host"  # the balancer must see clients' addresses, not the mesh's
    return kept


def _config(volume: dict[str, Any]) -> dict[str, Any]:
    return {
        "source": Path(volume["source"]).name.replace(".", "-"),
        "target": volume["target"],
        "mode": 0o444,
    }


def _tmpfs(entry: str) -> dict[str, Any]:
    target, _, options = entry.partition(":")
    given = dict(option.split("=") for option in options.split(","))
    size = int(given["size"][:-1]) * SIZES[given["size"][-1]]
    return {"type": "tmpfs", "target": target, "tmpfs": {"size": size}}


def _network(network: dict[str, Any]) -> dict[str, Any]:
    return {"driver": "overlay", **({"internal": True} if network.get("internal") else {})}


if __name__ == "__main__":
    json.dump(as_stack(json.load(sys.stdin)), sys.stdout, indent=2)
