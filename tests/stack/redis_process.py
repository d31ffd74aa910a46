"""A private Redis for tests, which never touch a Redis that they did not start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import redis

from shared.settings import Settings
from tests.stack.ports import free_port
from tests.stack.process import CHECKOUT, ManagedProcess
from tests.stack.waiting import wait_until
from tools.redis_server import find_redis_server

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class RedisProcess(ManagedProcess):
    """redis-server on a free port, without persistence: after a restart it is empty.

    `options` are further arguments of redis-server.
    """

    def __init__(self, folder: Path, environ: Mapping[str, str], *options: str) -> None:
        self.port = free_port()
        binary = find_redis_server(CHECKOUT / environ.get("DATA_DIR", Settings().data_dir))
        argv = [str(binary), "--port", str(self.port), "--bind", "127.0.0.1", "--dir", str(folder)]
        argv += ["--save", "", "--appendonly", "no", *options]
        super().__init__("redis", argv, environ, folder / "redis.log")

    @property
    def url(self) -> str:
        """The REDIS_URL of this server."""
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Start Redis and return once it answers."""
        super().start()
        wait_until(self.answers, "Redis to answer")

    def answers(self) -> bool:
        """Return whether Redis answers a PING."""
        try:
            with self.client() as client:
                return bool(client.ping())
        except redis.exceptions.RedisError:
            return False

    def client(self) -> redis.Redis:
        """Return a new client; use it in a `with` statement."""
        return redis.Redis(port=self.port, socket_timeout=5, socket_connect_timeout=1, protocol=2)
