"""A stack on each of the other brokers; a failure shows their logs, like those of every stack."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.brokers.rabbitmq_process import RabbitMQProcess
from tests.brokers.sentinels import WatchedRedis
from tests.clients.load import Outcome
from tests.conftest import MakeStack
from tests.stack import Stack

Report = Callable[[Outcome], None]


@pytest.fixture(scope="module")
def rabbitmq(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RabbitMQProcess]:
    """Start a RabbitMQ."""
    process = RabbitMQProcess(tmp_path_factory.mktemp("rabbitmq"))
    try:
        process.start()
        yield process
    finally:
        process.end()


@pytest.fixture
def on_rabbitmq(rabbitmq: RabbitMQProcess, make_stack: MakeStack) -> Stack:
    """Start a gateway and a worker with RabbitMQ as broker; replies still go through Redis."""
    return make_stack(BROKER_URL=rabbitmq.url, RATE_LIMIT="0", LOG_LEVEL="info").start()


@pytest.fixture
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WatchedRedis]:
    """Return two Redis servers and three Sentinels that watch them, for the test to start."""
    redis = WatchedRedis(tmp_path_factory.mktemp("sentinels"))
    yield redis
    redis.end()


@pytest.fixture
def report(figures: Callable[[str], None]) -> Report:
    """Return a function that prints the figures of an outcome and checks its promise."""

    def check(outcome: Outcome) -> None:
        figures(str(outcome))
        outcome.check()

    return check
