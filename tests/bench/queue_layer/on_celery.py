"""Celery with a task per lookup: one prefork child, without results, gossip or remote control."""

from __future__ import annotations

from celery import Celery

from tests.bench.queue_layer import lookups
from tests.bench.queue_layer.asking import ask_with

app = Celery(broker=lookups.redis_url())
app.conf.update(task_ignore_result=True, worker_prefetch_multiplier=64, worker_enable_remote_control=False)
look_up = app.task(lookups.look_up, name="look_up")


def work() -> None:
    """Run the worker."""
    lookups.lexicon()
    app.Worker(
        pool="prefork",
        concurrency=1,
        without_gossip=True,
        without_mingle=True,
        without_heartbeat=True,
        quiet=True,
        loglevel="WARNING",
    ).start()


def ask() -> None:
    """Enqueue lookups and report the figures."""
    ask_with(look_up.delay)
