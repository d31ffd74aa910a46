"""A stack on each of the other brokers; their logs are shown with a failure, like those of every stack."""

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
    """A RabbitMQ, started."""
    process = RabbitMQProcess(tmp_path_factory.mktemp("rabbitmq"))
    try:
        process.start()
        yield process
    finally:
        process.end()


@pytest.fixture
def on_rabbitmq(rabbitmq: RabbitMQProcess, make_stack: MakeStack) -> Stack:
    """Gateway and worker with RabbitMQ as broker; replies go through Redis all the same."""
    return make_stack(BROKER_URL=rabbitmq.url, RATE_LIMIT="0", LOG_LEVEL="info").start()


@pytest.fixture
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WatchedRedis]:
    """Two Redis and three Sentinels that watch them; not started."""
    redis = WatchedRedis(tmp_path_factory.mktemp("sentinels"))
    yield redis
    redis.end()


@pytest.fixture
def report(figures: Callable[[str], None]) -> Report:
    """Return a function that checks the promise of an outcome, and prints its figures."""

    def check(outcome: Outcome) -> None:
        figures(str(outcome))
        outcome.check()

    return check
