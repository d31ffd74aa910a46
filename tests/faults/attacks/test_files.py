"""Attack: more connections than the process may open files."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable, Iterator

import psutil
import pytest

from tests.clients.reference import ReferenceClient
from tests.conftest import STACKS
from tests.faults.attacks.bystander import Bystander
from tests.stack import GatewayProcess, Stack, wait_until
from tests.stack.environment import clean_environ

MAX_FILES = 150
ATTACKERS = 400
HALF_A_REQUEST = b"GET /healthz HTTP/1.1\r\nHost: x\r\n"


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Stack]:
    """Start a stack whose gateway may open few files, but should admit many connections."""
    with Stack(tmp_path_factory.mktemp("narrow"), LOG_LEVEL="info", MAX_CONNECTIONS="50000") as stack:
        pytestconfig.stash[STACKS].append(stack)
        stack.redis.start()
        stack.add_worker("worker-1")
        gateway = GatewayProcess("gateway-1", stack.folder, clean_environ(**stack._settings))
        gateway._argv = ["sh", "-c", f'ulimit -n {MAX_FILES}; exec "$@"', "sh", *gateway._argv]
        stack.gateways["gateway-1"] = gateway
        gateway.start()
        stack.wait_until_ready()
        yield stack


@pytest.mark.parametrize("sent", [b"", HALF_A_REQUEST], ids=["silent", "half a request"])
def test_connections_that_say_nothing_shut_nobody_out(
    narrow: Stack, sent: bytes, figures: Callable[[str], None]
) -> None:
    gateway = narrow.gateway
    with Bystander(gateway.url) as bystander, contextlib.ExitStack() as opened:
        quiet = bystander.quiet_p99()
        for number in range(ATTACKERS):
            attacker = opened.enter_context(socket.create_connection(("127.0.0.1", gateway.port), timeout=5))
            with contextlib.suppress(ConnectionError):  # it may already have lost its place
                attacker.sendall(sent)
            if number % 50 == 49:
                assert gateway.status("/healthz") == 200
        files = gateway.open_files()
        with ReferenceClient(gateway.url) as newcomer:
            assert newcomer.ask(command="lemmatizer", word="geese").answer() == ["goose"]
        figures(f"{files} files of {MAX_FILES}; {bystander.check(quiet)}")

    assert files <= MAX_FILES
    assert "Too many open files" not in gateway.log()


@pytest.mark.waits
def test_a_gateway_that_has_too_few_files_even_for_its_work_recovers(narrow: Stack) -> None:
    """Its limit is lowered at run time, so that accept() itself fails."""
    gateway = narrow.gateway
    limit_files(gateway, gateway.open_files())
    with contextlib.ExitStack() as opened:
        for _ in range(20):
            with contextlib.suppress(OSError):
                opened.enter_context(socket.create_connection(("127.0.0.1", gateway.port), timeout=2))
        wait_until(lambda: "can't accept connections" in gateway.log(), "accept to fail")
    limit_files(gateway, MAX_FILES)

    wait_until(lambda: answers(gateway), "the gateway to answer again", within=15)


@pytest.mark.waits
def test_a_process_whose_listener_fails_ends(stack: Stack) -> None:
    gateway = stack.add_gateway("failing", "tests.faults.attacks.failing_gateway", SHUTDOWN_GRACE="1")
    try:
        assert gateway.wait_for_end(within=20) == 1
        assert "can't serve" in gateway.log()
    finally:
        gateway.end()
        del stack.gateways["failing"]


def limit_files(gateway: GatewayProcess, number: int) -> None:
    """Change the limit on open files of the running process."""
    psutil.Process(gateway.pid).rlimit(psutil.RLIMIT_NOFILE, (number, MAX_FILES))


def answers(gateway: GatewayProcess) -> bool:
    return gateway.status("/healthz") == 200
