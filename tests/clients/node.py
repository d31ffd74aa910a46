"""Runs the tests' JavaScript clients in node."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.stack.missing import skip_without
from tests.stack.process import CHECKOUT
from tests.stack.waiting import DEADLINE_S

SCRIPTS = Path(__file__).parent / "javascript"
WEB = CHECKOUT / "gateway" / "web"
NODE = "node 20 or later and gateway/web/node_modules; `make setup` installs both"


def node_program() -> str:
    """Return node's path; without node or the client's packages, skip the test, or fail it in CI."""
    # `make setup` installs node into the virtual environment if PATH has none or too old a one.
    program = shutil.which("node", path=f"{sys.prefix}/bin{os.pathsep}{os.environ.get('PATH', '')}")
    if program is None or not (WEB / "node_modules" / "socket.io-client").is_dir():
        skip_without(NODE)
    return program


def start_script(name: str, *arguments: str) -> subprocess.Popen[str]:
    """Start a script of tests/clients/javascript, with pipes to its standard input and output."""
    return subprocess.Popen(
        [node_program(), str(SCRIPTS / name), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run_script(name: str, text: str, seconds: float = DEADLINE_S) -> str:
    """Run a script with `text` on its standard input and return its output; fail if it fails."""
    with start_script(name) as script:
        try:
            printed, complaints = script.communicate(text, timeout=seconds)
        except subprocess.TimeoutExpired:
            script.kill()
            printed, complaints = script.communicate()
            pytest.fail(f"{name} did not end in {seconds:g} s: {printed[-500:]} {complaints[-500:]}")
        assert script.returncode == 0, complaints
    return printed
