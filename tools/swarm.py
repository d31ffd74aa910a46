"""docker-compose.yml as Docker Swarm wants it: what it refuses left out, what it ignores said otherwise.

$ docker compose config --format json | python -m tools.swarm > stack.json
$ docker stack deploy --compose-file stack.json wordwire

docs/scaling.md tells what else differs.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final

# Swarm builds nothing, starts all at once, and leaves privileges to the engine's own configuration.
REFUSED: Final = ("depends_on", "build", "restart", "security_opt")
SIZES: Final = {"k": 2**10, "m": 2**20, "g": 2**30}


def as_stack(compose: dict[str, Any]) -> dict[str, Any]:
    """Return what `docker stack deploy` takes, of what `docker compose config` gives."""
    files = {
        Path(volume["source"]).name.replace(".", "-"): {"file": volume["source"]}
        for service in compose["services"].values()
        for volume in service.get("volumes", [])
    }
    return {
        "version": "3.13",  # without it, the oldest
        "services": {name: _service(service) for name, service in compose["services"].items()},
        "networks": {name: _network(network) for name, network in compose["networks"].items()},
        "configs": files,
    }


def _service(service: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in service.items() if key not in REFUSED and value is not None}
    is_ours = "build" in service  # the balancer's port and Redis's name are for one at a time
    deploy = kept.setdefault("deploy", {})
    # Swarm's virtual addresses forget connections that say nothing for a quarter of an hour.
    deploy["endpoint_mode"] = "dnsrr"
    deploy["restart_policy"] = {"condition": "any", "delay": "1s"}
    deploy["update_config"] = {"order": "start-first" if is_ours else "stop-first"}
    limits = deploy.get("resources", {}).get("limits", {})
    limits.update({"memory": str(limits["memory"])} if "memory" in limits else {})
    # A node has no checkout: files go to it as Swarm's configs.
    kept["configs"] = [_config(volume) for volume in kept.pop("volumes", [])]
    kept["volumes"] = [_tmpfs(each) for each in kept.pop("tmpfs", [])]
    for port in kept.get("ports", []):
        port["published"] = int(port["published"])
        port["mode"] = "host"  # so that the balancer sees clients' own addresses, not Swarm's mesh
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
