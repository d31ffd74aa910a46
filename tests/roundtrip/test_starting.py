"""The processes before they serve: settings, imports, help."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.stack import Stack
from tests.stack.environment import clean_environ
from tests.stack.process import CHECKOUT

NEITHER = {
    "gateway": ("nltk", "workers"),
    "workers": ("eventlet", "gateway"),
}


def run(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the checkout, and return the ended process."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=CHECKOUT,
        env=clean_environ(**settings),
        capture_output=True,
        text=True,
        timeout=30,
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
