"""Redis in high availability: a master, a replica, and three Sentinels that can promote the replica."""

from __future__ import annotations

from pathlib import Path

import redis

from tests.stack import ManagedProcess, RedisProcess, wait_until
from tests.stack.environment import clean_environ
from tests.stack.ports import free_port
from tests.stack.process import CHECKOUT
from tools.redis_server import find_redis_server

NAME = "words"
USER, PASSWORD = "wordwire", "s3cret-._~"
DOWN_AFTER_MS = 3000  # less would call a master down that only has to wait for a busy machine
SENTINELS = 3
QUORUM = 2

_CONFIGURATION = f"""port {{port}}
bind 127.0.0.1
dir {{folder}}
sentinel monitor {NAME} 127.0.0.1 {{master}} {QUORUM}
sentinel down-after-milliseconds {NAME} {DOWN_AFTER_MS}
sentinel failover-timeout {NAME} 5000
"""


class WatchedRedis:
    """Two Redis servers and their Sentinels; `first` starts as the master, and both know the URL's user."""

    def __init__(self, folder: Path) -> None:
        environ = clean_environ()
        self.first = RedisProcess(_made(folder / "first"), environ)
        self.second = RedisProcess(_made(folder / "second"), environ)
        program = str(find_redis_server(CHECKOUT / environ.get("DATA_DIR", "data")))
        self.sentinels: list[ManagedProcess] = []
        self._ports: list[int] = []
        for number in range(SENTINELS):
            port, home = free_port(), _made(folder / f"sentinel-{number}")
            configuration = home / "sentinel.conf"  # a Sentinel rewrites this file
            configuration.write_text(
                _CONFIGURATION.format(port=port, folder=home, master=self.first.port), encoding="ascii"
            )
            argv = [program, str(configuration), "--sentinel"]
            self.sentinels.append(ManagedProcess(f"sentinel-{number}", argv, environ, home / "log"))
            self._ports.append(port)

    @property
    def url(self) -> str:
        """The REDIS_URL that names the Sentinels."""
        hosts = ",".join(f"127.0.0.1:{port}" for port in self._ports)
        return f"redis+sentinel://{USER}:{PASSWORD}@{hosts}/0/{NAME}"

    def start(self) -> None:
        """Start everything, and return once every Sentinel knows the replica and the other Sentinels."""
        for each in (self.first, self.second):
            self.start_redis(each)
        with self.second.client() as replica:
            replica.replicaof("127.0.0.1", self.first.port)
        wait_until(lambda: role(self.second) == "slave" and is_in_step(self.second), "the replica", 20)
        for sentinel in self.sentinels:
            sentinel.start()
        wait_until(lambda: all(self._knows_all(port) for port in self._ports), "the Sentinels to agree", 30)

    def start_redis(self, process: RedisProcess) -> None:
        """Start one of the two servers, and create the user that the URL names."""
        process.start()
        with process.client() as client:
            client.acl_setuser(
                USER,
                enabled=True,
                passwords=[f"+{PASSWORD}"],
                categories=["+@all"],
                keys=["*"],
                channels=["*"],
            )

    def master_port(self) -> int:
        """Return the port that the first Sentinel gives to clients."""
        with _client(self._ports[0]) as sentinel:
            return int(sentinel.sentinel_get_master_addr_by_name(NAME)[1])

    def end(self) -> None:
        """End every process, the Sentinels first, so that they don't see a fault."""
        for process in [*self.sentinels, self.second, self.first]:
            process.end()

    def _knows_all(self, port: int) -> bool:
        try:
            with _client(port) as sentinel:
                master = sentinel.sentinel_master(NAME)
        except redis.RedisError:
            return False
        return bool(master["num-slaves"] == 1 and master["num-other-sentinels"] == SENTINELS - 1)


def role(process: RedisProcess) -> str:
    """Return `master` or `slave`."""
    with process.client() as client:
        return str(client.info("replication")["role"])


def is_in_step(replica: RedisProcess) -> bool:
    """Return whether a replica is connected to its master."""
    with replica.client() as client:
        return bool(client.info("replication").get("master_link_status") == "up")


def users(process: RedisProcess) -> set[str]:
    """Return the users with connections to a Redis, except for replicas and Sentinels."""
    with process.client() as client:
        return {
            each["user"] for each in client.client_list(_type="normal") + client.client_list(_type="pubsub")
        }


def _client(port: int) -> redis.Redis:
    return redis.Redis(port=port, socket_timeout=2, protocol=2, decode_responses=True)


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder
