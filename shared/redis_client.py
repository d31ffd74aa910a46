"""One function for all Redis clients, for each form of URL."""

from __future__ import annotations

import socket
from typing import Any, Final

import redis
from redis.sentinel import Sentinel

from shared.sentinel import is_sentinel, parse_sentinel
from shared.urls import is_redis

# A firewall forgets a connection that is idle for minutes, and then drops its packets in silence. These
# probes keep the firewall's memory fresh, and end the connection 30 s after the other side fell silent. The
# system's own first probe comes after two hours. (Not every system has all three options.)
KEEPALIVE: Final = {
    getattr(socket, name): value
    for name, value in (("TCP_KEEPIDLE", 15), ("TCP_KEEPINTVL", 5), ("TCP_KEEPCNT", 3))
    if hasattr(socket, name)
}
TCP_OPTIONS: Final[dict[str, Any]] = {"socket_keepalive": True, "socket_keepalive_options": KEEPALIVE}
CHECK_OPTIONS: Final[dict[str, Any]] = {"socket_connect_timeout": 1, "socket_timeout": 1}


def redis_client(url: str, **options: Any) -> redis.Redis:
    """Return a client for `url`; it connects with its first command.

    `url` is `redis://`, `rediss://`, `unix://` or `redis+sentinel://`. A client that Sentinels serve asks
    them for the master whenever it connects. `options` go to each connection (redis-py's names, seconds).
    """
    if url.startswith("unix://"):
        return redis.Redis.from_url(url, **_without_tcp(options))
    options = TCP_OPTIONS | options
    if not is_sentinel(url):
        return redis.Redis.from_url(url, **options)
    named = parse_sentinel(url)
    user, _, password = named.credentials.partition(":")
    credentials = {"username": user or None, "password": password or None}
    hosts = [(host, int(port)) for host, _, port in (each.rpartition(":") for each in named.hosts)]
    sentinel = Sentinel(hosts, **options, **credentials, db=named.database)  # type: ignore[no-untyped-call]  # redis-py has no types for it
    master: redis.Redis = sentinel.master_for(named.name)  # type: ignore[no-untyped-call]  # redis-py has no types for it
    return master


def is_of_cluster(url: str) -> bool:
    """Return whether the Redis at `url` is part of a cluster; False if it does not answer."""
    if not is_redis(url):
        return False
    try:
        with redis_client(url, protocol=2, **CHECK_OPTIONS) as client:
            answer: Any = client.execute_command("HELLO")  # every user may ask it, unlike INFO
    except (redis.RedisError, OSError):
        return False
    return b"cluster" in answer


def _without_tcp(options: dict[str, Any]) -> dict[str, Any]:
    """Return the options that a unix socket has, too."""
    return {name: value for name, value in options.items() if name not in TCP_OPTIONS}
