"""The processes before they serve: settings, imports, help."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.stack import RedisProcess, Stack
from tests.stack.environment import clean_environ
from tests.stack.process import CHECKOUT
from tests.stack.waiting import DEADLINE_S

NEITHER = {
    "gateway": ("nltk", "workers"),
    "workers": ("eventlet", "gateway"),
}


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisProcess]:
    """A Redis in cluster mode."""
    process = RedisProcess(tmp_path_factory.mktemp("cluster"), clean_environ(), "--cluster-enabled", "yes")
    process.start()
    yield process
    process.end()


def run(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the checkout, and return the ended process."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=CHECKOUT,
        env=clean_environ(**settings),
        capture_output=True,
        text=True,
        timeout=DEADLINE_S,
        check=False,
    )


@pytest.mark.parametrize("module", ["gateway", "workers"])
def test_every_bad_setting_is_reported_at_once_and_no_secret_is_shown(module: str) -> None:
    ended = run(
        "-m", module, PORT="99999", RATE_LIMIT="many", REDIS_URL="http://u:hunter2@h", LOG_LEVEL="loud"
    )

    assert ended.returncode == 2
    for shown in ("PORT=99999", "RATE_LIMIT=many", "REDIS_URL=http://u:***@h", "LOG_LEVEL=loud"):
        assert shown in ended.stderr
    assert "hunter2" not in ended.stderr + ended.stdout
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("module", ["gateway", "workers"])
def test_help_names_the_command_line(module: str) -> None:
    ended = run("-m", module, "--help")

    assert ended.returncode == 0
    assert f"python -m {module}" in ended.stdout


@pytest.mark.parametrize(("module", "forbidden"), NEITHER.items())
def test_neither_wing_imports_the_other_or_its_libraries(module: str, forbidden: tuple[str, ...]) -> None:
    ended = run("-c", f"import {module}.__main__, sys; print(*sys.modules)")

    assert ended.returncode == 0, ended.stderr
    loaded = {name.partition(".")[0] for name in ended.stdout.split()}
    assert module in loaded
    assert not loaded & set(forbidden)


def test_a_port_in_use_ends_the_gateway_with_a_sentence(stack: Stack) -> None:
    ended = run("-m", "gateway", PORT=str(stack.gateway.port))

    assert ended.returncode == 1
    assert "is HOST right and PORT free" in ended.stdout
    assert "Traceback" not in ended.stdout + ended.stderr


@pytest.mark.parametrize("name", ["BROKER_URL", "SOCKETIO_QUEUE_URL"])
def test_a_redis_that_is_part_of_a_cluster_ends_the_worker_with_a_sentence(
    cluster: RedisProcess, name: str
) -> None:
    ended = run("-m", "workers", **{name: cluster.url})

    assert ended.returncode == 2
    assert "Redis is part of a cluster, which Wordwire does not support" in ended.stderr
    assert "Traceback" not in ended.stdout + ended.stderr
