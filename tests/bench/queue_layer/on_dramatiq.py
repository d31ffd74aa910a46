"""dramatiq: one process with the default eight threads, a long prefetch and no middleware."""

from __future__ import annotations

import os
import threading

# dramatiq reads it at import. With the default of 16, the worker waits for Redis a third of the time.
os.environ.setdefault("dramatiq_queue_prefetch", "100")

import dramatiq
from dramatiq.brokers.redis import RedisBroker
from dramatiq.worker import Worker

from tests.bench.queue_layer import lookups
from tests.bench.queue_layer.asking import ask_with

THREADS = 8  # its default

broker = RedisBroker(url=lookups.redis_url(), middleware=[])
look_up = dramatiq.actor(lookups.look_up, broker=broker, queue_name="lookups")


def work() -> None:
    """Run the worker."""
    lookups.lexicon()
    worker = Worker(broker, worker_threads=THREADS)
    worker.start()
    worker.join()
    threading.Event().wait()  # until the process ends


def ask() -> None:
    """Enqueue lookups and report the figures."""
    ask_with(look_up.send)
