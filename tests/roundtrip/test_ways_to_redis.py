"""Gateways and workers reach Redis by TLS and by a unix socket, on the broker's leg and on the replies'."""

from __future__ import annotations

from collections.abc import Iterator

import kombu
import pytest
import redis

from gateway.lookups.publisher import Publisher
from shared.errors import Unavailable
from shared.redis_client import redis_client
from tests.clients.reference import ReferenceClient
from tests.conftest import MakeStack
from tests.stack import RedisProcess, Stack
from tests.stack.environment import clean_environ
from tests.stack.tls_proxy import TlsProxy

TIMEOUTS = {"socket_timeout": 5, "socket_connect_timeout": 1}


@pytest.fixture(scope="module")
def secure(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TlsProxy]:
    """TLS in front of the shared stack's Redis."""
    with TlsProxy(tmp_path_factory.mktemp("tls"), stack.redis.port) as proxy:
        yield proxy


@pytest.fixture(autouse=True)
def unchanged_transports(monkeypatch: pytest.MonkeyPatch) -> None:
    """Undo a Publisher's change to kombu, which other tests use, too."""
    for scheme in ("redis", "rediss", "sentinel"):
        aliases = kombu.transport.TRANSPORT_ALIASES
        monkeypatch.setitem(aliases, scheme, aliases[scheme])
    monkeypatch.setattr(kombu.transport, "_transport_cache", {})


def is_reached(url: str) -> tuple[bool, bool]:
    """Return whether the broker's leg and the replies' leg reach the Redis at `url`."""
    try:
        Publisher(url).queue_length()
        by_broker = True
    except Unavailable:
        by_broker = False
    try:
        with redis_client(url, **TIMEOUTS) as client:
            return by_broker, bool(client.ping())
    except redis.RedisError:
        return by_broker, False


def test_a_certificate_must_be_of_a_known_authority_and_for_this_host(secure: TlsProxy) -> None:
    known = f"ssl_ca_certs={secure.ca_file}"

    assert is_reached(f"rediss://localhost:{secure.port}/0") == (False, False)
    assert is_reached(f"rediss://127.0.0.1:{secure.port}/0?{known}") == (False, False)
    assert is_reached(f"rediss://localhost:{secure.port}/0?{known}") == (True, True)
    assert is_reached(f"rediss://127.0.0.1:{secure.port}/0?ssl_cert_reqs=none") == (True, True)


def test_lookups_are_answered_over_tls(
    make_stack: MakeStack, tmp_path_factory: pytest.TempPathFactory
) -> None:
    stack = make_stack()
    with TlsProxy(tmp_path_factory.mktemp("tls"), stack.redis.port) as secure:
        url = f"rediss://localhost:{secure.port}/0?ssl_ca_certs={secure.ca_file}"
        stack.redis.start()
        stack.add_worker("worker", REDIS_URL=url)
        stack.add_gateway("gateway", REDIS_URL=url)
        stack.wait_until_ready()
        with ReferenceClient(stack.gateway.url) as client:
            assert client.ask(command="lemmatizer", word="geese").answer() == ["goose"]
        stack.end()  # before the proxy


def test_lookups_are_answered_over_a_unix_socket(make_stack: MakeStack) -> None:
    stack = make_stack()
    socket = stack.folder / "redis.sock"
    stack.redis = RedisProcess(stack.folder, clean_environ(), "--unixsocket", str(socket))
    stack.redis.start()
    url = f"unix://{socket}"
    stack.add_worker("worker", REDIS_URL=url)
    stack.add_gateway("gateway", REDIS_URL=url)
    stack.wait_until_ready()
    with ReferenceClient(stack.gateway.url) as client:
        assert client.ask(command="lemmatizer", word="geese").answer() == ["goose"]
