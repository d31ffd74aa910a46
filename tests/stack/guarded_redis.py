"""A Redis as deploy/redis.sh starts it: with its users, their rights, and the functions of rooms."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING, Any, Final

import redis

from tests.stack.ports import free_port
from tests.stack.process import CHECKOUT, ManagedProcess
from tests.stack.waiting import wait_until
from tools.redis_server import find_redis_server

if TYPE_CHECKING:
    from pathlib import Path

OLDEST: Final = (7, 0)  # deploy/redis.sh uses selectors and functions
PASSWORDS: Final = {"gateway": "g", "worker": "w", "monitor": "m"}
CACHE: Final = CHECKOUT / ".cache"


class GuardedRedis(ManagedProcess):
    """redis-server 7 or later by deploy/redis.sh, on a free port; raises RedisMissing if there is none."""

    def __init__(self, folder: Path, **environ: str) -> None:
        self.port = free_port()
        program = find_redis_server(CACHE, OLDEST)
        server = folder / "redis-server"
        server.write_text(f'#!/bin/sh\nexec "{program}" "$@"\n')
        server.chmod(0o755)
        script = (CHECKOUT / "deploy" / "redis.sh").read_text(encoding="utf-8")
        if _version(program) < (7, 2):
            script = script.replace("+client|setinfo ", "")
        users = "/tmp/users.acl"  # noqa: S108 (its place in a container)
        script = script.replace(users, f"{folder}/users.acl").replace("--dir /tmp", f"--dir {folder}")
        script = script.replace("exec redis-server", f"exec redis-server --port {self.port} --bind 127.0.0.1")
        started = folder / "redis.sh"
        started.write_text(script)
        passwords = {f"REDIS_{name.upper()}_PASSWORD": each for name, each in PASSWORDS.items()}
        path = f"{folder}:{os.environ['PATH']}"
        super().__init__(
            "redis",
            ["sh", str(started)],
            {**os.environ, **passwords, "PATH": path, **environ},
            folder / "redis.log",
        )

    def url(self, user: str) -> str:
        """Return the REDIS_URL of one user."""
        return f"redis://{user}:{PASSWORDS[user]}@127.0.0.1:{self.port}/0"

    def client(self, user: str = "monitor", **options: Any) -> redis.Redis:
        """Return a new client of one user; use it in a `with` statement."""
        options = {"socket_timeout": 5, "protocol": 2} | options
        return redis.Redis(port=self.port, username=user, password=PASSWORDS[user], **options)

    def start(self) -> None:
        """Start Redis and return once it answers."""
        super().start()
        wait_until(self.answers, "Redis to answer")

    def answers(self) -> bool:
        """Return whether Redis answers a PING."""
        assert self.is_running, self.log()
        try:
            with self.client() as client:
                return bool(client.ping())
        except redis.RedisError:
            return False


def _version(program: Path) -> tuple[int, int]:
    answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"v=(\d+)\.(\d+)", answer)
    assert found is not None
    return int(found[1]), int(found[2])
