"""A worker for the attacks that aim at a gateway only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from tests.conftest import STACKS
from tests.stack import Stack

Guarding = Callable[..., AbstractContextManager[Stack]]


@pytest.fixture(scope="session")
def guarding(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Guarding]:
    """Start Redis and a worker; return a context with settings, in which they have a gateway of that kind."""
    with Stack(tmp_path_factory.mktemp("guarded"), LOG_LEVEL="info", WORKER_PROCESSES="1") as stack:
        pytestconfig.stash[STACKS].append(stack)
        stack.redis.start()
        stack.add_worker("worker")

        @contextmanager
        def with_gateway(**settings: str) -> Iterator[Stack]:
            gateway = stack.add_gateway("gateway", **settings)
            stack.wait_until_ready()
            yield stack
            del stack.gateways["gateway"]
            gateway.end()

        yield with_gateway
