"""RQ: its worker without a fork for each job, and without keeping results or failures."""

from __future__ import annotations

import redis
from rq import Queue, SimpleWorker
from rq.serializers import JSONSerializer

from tests.bench.queue_layer import lookups
from tests.bench.queue_layer.asking import ask_with


def work() -> None:
    """Run the worker."""
    lookups.lexicon()
    connection = redis.Redis.from_url(lookups.redis_url())
    worker = SimpleWorker(["lookups"], connection=connection, serializer=JSONSerializer)
    worker.log_job_description = False
    worker.work(logging_level="WARNING")


def ask() -> None:
    """Enqueue lookups and report the figures."""
    queue = Queue("lookups", connection=redis.Redis.from_url(lookups.redis_url()), serializer=JSONSerializer)
    ask_with(lambda number: queue.enqueue(lookups.look_up, number, result_ttl=0, failure_ttl=0))
