"""The environment with the clients, and a gateway without a limit of rates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stack import GatewayProcess, Stack
from tests.stack.missing import skip_without
from tests.stack.process import CHECKOUT

PROGRAMS = CHECKOUT / ".cache" / "doors" / "bin"


@pytest.fixture(scope="session")
def programs() -> Path:
    """Return the folder of the programs that requirements/doors.txt installs."""
    if not PROGRAMS.exists():
        skip_without("`make test-doors`")
    return PROGRAMS


@pytest.fixture(scope="session")
def unlimited(stack: Stack) -> Iterator[GatewayProcess]:
    """A second gateway, without a limit of rates."""
    gateway = stack.add_gateway("unlimited-doors", RATE_LIMIT="0", LOG_LEVEL="info")
    gateway.wait_until_ready()
    yield gateway
    gateway.end()
    del stack.gateways["unlimited-doors"]
