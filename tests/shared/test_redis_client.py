"""A client for each form of URL that names a Redis: one server, or Sentinels that know the server."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from shared.redis_client import KEEPALIVE, is_of_cluster, redis_client
from tests.stack import ManagedProcess, RedisProcess, wait_until
from tests.stack.environment import clean_environ
from tests.stack.ports import free_port
from tests.stack.process import CHECKOUT
from tools.redis_server import find_redis_server

USER, PASSWORD = "gateway", "s3cret-._~"
TIMEOUTS = {"socket_timeout": 5, "socket_connect_timeout": 1}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisProcess]:
    """A Redis with a user besides the default one."""
    folder = tmp_path_factory.mktemp("redis")
    process = RedisProcess(folder, clean_environ(), "--unixsocket", str(folder / "redis.sock"))
    process.start()
    with process.client() as client:
        client.acl_setuser(USER, enabled=True, passwords=[f"+{PASSWORD}"], categories=["+@all"], keys=["*"])
    yield process
    process.end()


@pytest.fixture(scope="module")
def sentinel_port(server: RedisProcess, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a Sentinel that watches the server as `words`."""
    folder, port, environ = tmp_path_factory.mktemp("sentinel"), free_port(), clean_environ()
    configuration = folder / "sentinel.conf"
    configuration.write_text(
        f"port {port}\nbind 127.0.0.1\ndir {folder}\nsentinel monitor words 127.0.0.1 {server.port} 1\n"
    )
    program = find_redis_server(CHECKOUT / environ.get("DATA_DIR", "data"))
    process = ManagedProcess(
        "sentinel", [str(program), str(configuration), "--sentinel"], environ, folder / "log"
    )
    process.start()
    wait_until(lambda: answers(port), "the Sentinel to answer")
    yield port
    process.end()


def answers(port: int) -> bool:
    try:
        with redis.Redis(port=port) as client:
            return bool(client.ping())
    except redis.exceptions.RedisError:
        return False


def test_a_client_connects_with_its_first_command_and_the_given_options() -> None:
    with (
        redis_client(f"redis://127.0.0.1:{free_port()}/0", **TIMEOUTS) as client,
        pytest.raises(redis.exceptions.ConnectionError),
    ):
        client.ping()

    assert client.connection_pool.connection_kwargs.items() >= TIMEOUTS.items()


def test_a_plain_url_leads_to_its_server_user_and_database(server: RedisProcess) -> None:
    with redis_client(f"redis://{USER}:{PASSWORD}@127.0.0.1:{server.port}/2", **TIMEOUTS) as client:
        assert client.acl_whoami() == USER
        assert client.client_info()["db"] == 2


def test_sentinels_lead_to_the_master_with_the_urls_user_and_database(
    server: RedisProcess, sentinel_port: int
) -> None:
    url = f"redis+sentinel://{USER}:{PASSWORD}@127.0.0.1:{sentinel_port}/2/words"

    with redis_client(url, **TIMEOUTS) as client:
        assert client.acl_whoami() == USER
        assert client.client_info()["db"] == 2
        assert client.info("server")["tcp_port"] == server.port


def test_a_unix_socket_leads_to_its_server_user_and_database(server: RedisProcess) -> None:
    path = server.log_path.parent / "redis.sock"

    with redis_client(f"unix://{USER}:{PASSWORD}@{path}?db=2", **TIMEOUTS) as client:
        assert client.acl_whoami() == USER
        assert client.client_info()["db"] == 2


def test_a_connection_probes_its_other_side_before_a_firewall_forgets_it(server: RedisProcess) -> None:
    with redis_client(server.url, **TIMEOUTS) as client:
        client.ping()
        connection = client.connection_pool.get_connection()
        sock = connection._sock

        assert sock.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1
        assert {name: sock.getsockopt(socket.IPPROTO_TCP, name) for name in KEEPALIVE} == KEEPALIVE
        client.connection_pool.release(connection)


def test_a_single_redis_and_one_that_is_away_are_no_cluster(server: RedisProcess) -> None:
    assert not is_of_cluster(server.url)
    assert not is_of_cluster(f"redis://127.0.0.1:{free_port()}/0")
    assert not is_of_cluster("amqp://guest:guest@127.0.0.1:1//")


def test_a_redis_in_cluster_mode_is_of_a_cluster(tmp_path: Path) -> None:
    process = RedisProcess(tmp_path, clean_environ(), "--cluster-enabled", "yes")
    process.start()
    try:
        assert is_of_cluster(process.url)
    finally:
        process.end()
