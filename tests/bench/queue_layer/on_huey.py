"""huey: one process with four threads, the fastest number here, and no results."""

from __future__ import annotations

from huey import RedisHuey

from tests.bench.queue_layer import lookups
from tests.bench.queue_layer.asking import ask_with

huey = RedisHuey("lookups", url=lookups.redis_url(), results=False)
look_up = huey.task()(lookups.look_up)


def work() -> None:
    """Run the worker."""
    lookups.lexicon()
    huey.create_consumer(workers=4, worker_type="thread", periodic=False).run()


def ask() -> None:
    """Enqueue lookups and report the figures."""
    ask_with(look_up)
