"""huey: one process with the four threads that carried most here, no results kept."""

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
    """Ask, and report."""
    ask_with(look_up)
