"""dramatiq: one process, and no middleware but what a worker can't do without."""

from __future__ import annotations

import dramatiq
from dramatiq.brokers.redis import RedisBroker
from dramatiq.worker import Worker

from tests.bench.queue_layer import lookups
from tests.bench.queue_layer.asking import ask_with

THREADS = 1  # more only contend for the interpreter's lock: the work is all computing

broker = RedisBroker(url=lookups.redis_url(), middleware=[])
look_up = dramatiq.actor(lookups.look_up, broker=broker, queue_name="lookups")


def work() -> None:
    """Run the worker."""
    lookups.lexicon()
    worker = Worker(broker, worker_threads=THREADS)
    worker.start()
    worker.join()
    wait_forever()


def wait_forever() -> None:
    """Let the worker's threads work until the process is ended."""
    import threading  # noqa: PLC0415

    threading.Event().wait()


def ask() -> None:
    """Ask, and report."""
    ask_with(look_up.send)
