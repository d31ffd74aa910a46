"""A compose project of the tests' own: the checkout's docker-compose.yml under another name and port."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[2]
GATEWAY_IMAGE = "wordwire-gateway:0.1.0"
WORKER_IMAGE = "wordwire-worker:0.1.0"
BUILD_SECONDS = 600.0
COMMAND_SECONDS = 120.0
PASSWORDS = {
    "REDIS_GATEWAY_PASSWORD": "of-the.gateway",
    "REDIS_WORKER_PASSWORD": "of_the~worker",
    "REDIS_MONITOR_PASSWORD": "OfTheMonitor1",
    "GRAFANA_PASSWORD": "of-grafana",
}


class ComposeProject:
    """What `docker compose` is told, with the variables of an environment file of its own."""

    directory = CHECKOUT
    files: tuple[str, ...] = ("docker-compose.yml",)

    def __init__(self, name: str, env_file: Path, **variables: str) -> None:
        self.name = name
        self._env_file = env_file
        self.set_variables(**variables)
        self.port = int(variables["HTTP_PORT"])

    @property
    def url(self) -> str:
        """Where clients connect."""
        return f"http://127.0.0.1:{self.port}"

    def set_variables(self, **variables: str) -> None:
        """Write the environment file anew."""
        self._env_file.write_text("".join(f"{name}={value}\n" for name, value in variables.items()))

    def command(self, *arguments: str) -> list[str]:
        """Return `docker compose …`, to be run in `directory`."""
        files = [f"--file={name}" for name in self.files]
        return ["docker", "compose", "-p", self.name, "--env-file", str(self._env_file), *files, *arguments]

    def run(self, *arguments: str, timeout: float = COMMAND_SECONDS) -> str:
        """Return what `docker compose` printed; fails with its complaint."""
        done = subprocess.run(
            self.command(*arguments),
            cwd=self.directory,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )
        assert done.returncode == 0, f"docker compose {' '.join(arguments)}:\n{done.stdout}{done.stderr}"
        return done.stdout

    def up(self) -> None:
        """Build, start, and return once all is healthy."""
        self.run("up", "--detach", "--build", "--wait", timeout=BUILD_SECONDS)

    def scale(self, **services: int) -> None:
        """Run so many of each service from now on; those that stay are not touched."""
        scaling = [f"--scale={service}={count}" for service, count in services.items()]
        self.run("up", "--detach", "--no-build", "--no-recreate", "--wait", *scaling)

    def start(self) -> None:
        """Start again what was stopped, and return once all is healthy."""
        self.run("start")
        self.run("up", "--detach", "--no-build", "--no-recreate", "--wait")

    def down(self) -> None:
        """Remove everything of the project."""
        self.run("--profile", "*", "down", "--volumes", "--remove-orphans", "--timeout", "20")

    def containers(self, service: str | None = None) -> list[dict[str, Any]]:
        """Return what `docker inspect` says of each container that runs (of `service`)."""
        ids = self.run("ps", "--quiet", *([service] if service else [])).split()
        inspected: list[dict[str, Any]] = json.loads(docker("inspect", *ids)) if ids else []
        return inspected

    def ids(self, service: str) -> list[str]:
        """Return the ids of the containers of `service` that run."""
        return self.run("ps", "--quiet", service).split()

    def logs(self, *services: str) -> str:
        """Return what the containers wrote."""
        return self.run("logs", "--no-color", *services)


def docker(*arguments: str, timeout: float = COMMAND_SECONDS) -> str:
    """Return what `docker` printed; fails with its complaint."""
    code, output = answers_with(*arguments, timeout=timeout)
    assert code == 0, f"docker {' '.join(arguments)}:\n{output}"
    return output


def answers_with(*command: str, timeout: float = COMMAND_SECONDS) -> tuple[int, str]:
    """Return the exit code and the output of `docker …`, whatever it is."""
    done = subprocess.run(
        ["docker", *command],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=timeout,
        check=False,
    )
    return done.returncode, done.stdout


def kill_main_process(container: str) -> None:
    """Send SIGKILL to the container's first process, as a crash or the kernel would end it.

    `docker kill` counts as a stop by hand, after which nothing is restarted; so this comes from the host's
    side of the container, also where the engine is another machine.
    """
    inspected = json.loads(docker("inspect", container))[0]
    pid = str(inspected["State"]["Pid"])
    docker("run", "--rm", "--pid=host", "--user=0", "--entrypoint=sh", WORKER_IMAGE, "-c", f"kill -9 {pid}")


def in_container(container: str, script: str, timeout: float = COMMAND_SECONDS) -> tuple[int, str]:
    """Return the exit code and the output of a shell script in a container."""
    return answers_with("exec", container, "bash", "-c", script, timeout=timeout)


def http_get(container: str, path: str, host: str = "127.0.0.1", port: int = 5000) -> str:
    """Return what a GET from inside `container` answers, headers and all; images have no curl."""
    request = f"GET {path} HTTP/1.0\\r\\n\\r\\n"
    code, output = in_container(
        container, f"exec 3<>/dev/tcp/{host}/{port} && printf '{request}' >&3 && timeout 5 cat <&3"
    )
    assert code == 0, output
    return output


def servers_up(project: ComposeProject) -> int:
    """Return how many gateways the balancer sends new clients to."""
    [balancer] = project.ids("balancer")
    metrics = http_get(balancer, "/metrics", port=8405)
    return len(
        re.findall(r'^haproxy_server_status\{proxy="gateways",.*state="UP"\} 1$', metrics, re.MULTILINE)
    )


def gateway_metric(gateway: str, name: str) -> float:
    """Return one number of a gateway's metrics."""
    found = re.search(rf"^{name} (\S+)", http_get(gateway, "/metrics"), re.MULTILINE)
    assert found is not None, name
    return float(found[1])


def redis_says(project: ComposeProject, user: str | None, *command: str) -> str:
    """Return what redis-cli prints, as `user` or without a name."""
    [container] = project.ids("redis")
    login = (
        ["--user", user, "--pass", PASSWORDS[f"REDIS_{user.upper()}_PASSWORD"], "--no-auth-warning"]
        if user
        else []
    )
    return answers_with("exec", container, "redis-cli", *login, *command)[1]


def environment() -> dict[str, str]:
    """Return what `docker` may know of the tests' own environment."""
    # Settings of whoever runs the tests would beat the environment file.
    names = ("PATH", "HOME", "TMPDIR", "DOCKER_HOST", "DOCKER_CONFIG", "XDG_RUNTIME_DIR", "COMPOSE_BAKE")
    return {name: os.environ[name] for name in names if name in os.environ}
