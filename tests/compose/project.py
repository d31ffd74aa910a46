"""A private compose project for tests: the checkout's docker-compose.yml under another name and port."""

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
    """One `docker compose` project, with its variables in a private environment file."""

    directory = CHECKOUT
    files: tuple[str, ...] = ("docker-compose.yml",)

    def __init__(self, name: str, env_file: Path, **variables: str) -> None:
        self.name = name
        self._env_file = env_file
        self.set_variables(**variables)
        self.port = int(variables["HTTP_PORT"])

    @property
    def url(self) -> str:
        """The address for clients."""
        return f"http://127.0.0.1:{self.port}"

    def set_variables(self, **variables: str) -> None:
        """Rewrite the environment file."""
        self._env_file.write_text("".join(f"{name}={value}\n" for name, value in variables.items()))

    def command(self, *arguments: str) -> list[str]:
        """Return the command line `docker compose …`, for the working directory `directory`."""
        files = [f"--file={name}" for name in self.files]
        return ["docker", "compose", "-p", self.name, "--env-file", str(self._env_file), *files, *arguments]

    def run(self, *arguments: str, timeout: float = COMMAND_SECONDS) -> str:
        """Run `docker compose` and return its output; fail with its error message."""
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

    def script(self, *command: str, **variables: str) -> tuple[int, str]:
        """Run a program of the checkout for this project; return its exit code and output."""
        ours = {"COMPOSE_PROJECT_NAME": self.name, "COMPOSE_ENV_FILES": str(self._env_file)}
        done = subprocess.run(
            command,
            cwd=self.directory,
            env={**environment(), **ours, **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=BUILD_SECONDS,
            check=False,
        )
        return done.returncode, done.stdout

    def up(self) -> None:
        """Build, start, and return once every service is healthy."""
        self.run("up", "--detach", "--build", "--wait", timeout=BUILD_SECONDS)

    def scale(self, **services: int) -> None:
        """Run this many containers of each service, without recreating those that stay."""
        scaling = [f"--scale={service}={count}" for service, count in services.items()]
        self.run("up", "--detach", "--no-build", "--no-recreate", "--wait", *scaling)

    def start(self) -> None:
        """Start the stopped containers, and return once every service is healthy."""
        self.run("start")
        self.run("up", "--detach", "--no-build", "--no-recreate", "--wait")

    def down(self) -> None:
        """Remove the project's containers, networks and volumes."""
        self.run("--profile", "*", "down", "--volumes", "--remove-orphans", "--timeout", "20")

    def containers(self, service: str | None = None) -> list[dict[str, Any]]:
        """Return the output of `docker inspect` for each running container, or for those of `service`."""
        ids = self.run("ps", "--quiet", *([service] if service else [])).split()
        inspected: list[dict[str, Any]] = json.loads(docker("inspect", *ids)) if ids else []
        return inspected

    def ids(self, service: str) -> list[str]:
        """Return the ids of the running containers of `service`."""
        return self.run("ps", "--quiet", service).split()

    def logs(self, *services: str) -> str:
        """Return the logs of the containers."""
        return self.run("logs", "--no-color", *services)


def docker(*arguments: str, timeout: float = COMMAND_SECONDS) -> str:
    """Run `docker` and return its output; fail with its error message."""
    code, output = answers_with(*arguments, timeout=timeout)
    assert code == 0, f"docker {' '.join(arguments)}:\n{output}"
    return output


def answers_with(*command: str, timeout: float = COMMAND_SECONDS) -> tuple[int, str]:
    """Run `docker` and return its exit code, whether zero or not, and its output."""
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
    """Send SIGKILL to the container's first process, like a crash or the kernel.

    `docker kill` counts as a manual stop, after which Docker restarts nothing. So the signal comes from the
    host's side, through a container with the host's pids, which also works if the engine is remote.
    """
    inspected = json.loads(docker("inspect", container))[0]
    pid = str(inspected["State"]["Pid"])
    docker("run", "--rm", "--pid=host", "--user=0", "--entrypoint=sh", WORKER_IMAGE, "-c", f"kill -9 {pid}")


def in_container(container: str, script: str, timeout: float = COMMAND_SECONDS) -> tuple[int, str]:
    """Run a shell script in a container and return its exit code and output."""
    return answers_with("exec", container, "bash", "-c", script, timeout=timeout)


def http_get(container: str, path: str, host: str = "127.0.0.1", port: int = 5000) -> str:
    """Return the response to a GET from inside `container`, with its headers; images have no curl."""
    request = f"GET {path} HTTP/1.0\\r\\n\\r\\n"
    code, output = in_container(
        container, f"exec 3<>/dev/tcp/{host}/{port} && printf '{request}' >&3 && timeout 5 cat <&3"
    )
    assert code == 0, output
    return output


def servers_up(project: ComposeProject) -> int:
    """Return the number of gateways that get new clients from the balancer."""
    [balancer] = project.ids("balancer")
    metrics = http_get(balancer, "/metrics", port=8405)
    return len(
        re.findall(r'^haproxy_server_status\{proxy="gateways",.*state="UP"\} 1$', metrics, re.MULTILINE)
    )


def gateway_metric(gateway: str, name: str) -> float:
    """Return one value from a gateway's metrics."""
    found = re.search(rf"^{name} (\S+)", http_get(gateway, "/metrics"), re.MULTILINE)
    assert found is not None, name
    return float(found[1])


def redis_says(project: ComposeProject, user: str | None, *command: str) -> str:
    """Return the output of redis-cli, logged in as `user` or not at all."""
    [container] = project.ids("redis")
    login = ["--user", user, "--pass", redis_password(container, user), "--no-auth-warning"] if user else []
    return answers_with("exec", container, "redis-cli", *login, *command)[1]


def redis_password(container: str, user: str) -> str:
    """Return the password of a user of Redis, which `.env` or Redis itself has set."""
    password = f"${{REDIS_{user.upper()}_PASSWORD:-$(cat /passwords/{user}/password)}}"
    return docker("exec", container, "sh", "-c", f"echo {password}").strip()


def environment() -> dict[str, str]:
    """Return the part of the tests' environment that `docker` may see."""
    # The user's own settings would override the environment file.
    names = ("PATH", "HOME", "TMPDIR", "DOCKER_HOST", "DOCKER_CONFIG", "XDG_RUNTIME_DIR", "COMPOSE_BAKE")
    return {name: os.environ[name] for name in names if name in os.environ}
