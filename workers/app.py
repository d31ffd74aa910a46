"""The Celery app: what a worker loads before it forks, and how its processes consume."""

from __future__ import annotations

import gc
import logging
import os
import socket
import warnings
from typing import TYPE_CHECKING, Any

from celery import Celery, signals
from celery.platforms import SecurityWarning
from kombu.serialization import register

from shared import json_codec
from shared.celery_options import celery_options
from shared.errors import RepliesLost
from shared.names import LOOKUP_TASK
from workers.broker import use_our_transports
from workers.consumer import Heartbeat
from workers.processes import Processes
from workers.questions import prepare
from workers.replies import ReplyPublisher
from workers.tasks import BatchRunner

if TYPE_CHECKING:
    from shared.settings import Settings
    from workers.lexicon import Lexicon

log = logging.getLogger(__name__)

# Batches that a worker reserves for each process ahead of its work: one to run, one to begin with at once.
# More would hoard lookups that another worker could answer.
PREFETCH_BATCHES = 2


def run(settings: Settings, lexicon: Lexicon) -> int:
    """Consume lookups until told to stop; returns the exit code."""
    # Celery warns root of pickle, which is not accepted here.
    warnings.filterwarnings("ignore", category=SecurityWarning)
    app = build(settings, lexicon)
    prepare(lexicon)
    # What is loaded by now is shared with the children, as long as nobody writes to it: not even the
    # garbage collector.
    gc.collect()
    gc.freeze()
    count = settings.worker_processes or os.cpu_count() or 1
    return Processes(count, lambda: _consume(app)).run()


def _consume(app: Celery) -> int:
    """Consume in this process until told to stop; returns the exit code.

    Each process consumes for itself. In Celery's prefork pool the parent consumes, hands each batch to a
    child, and hears its result: measured, half as much CPU time again, and a millisecond for a lone lookup.
    """
    worker = app.Worker(
        pool="solo",
        hostname=f"worker-{os.getpid()}@{socket.gethostname()}",
        without_gossip=True,
        without_mingle=True,
        without_heartbeat=True,
        quiet=True,
    )
    worker.start()
    return int(worker.exitcode or 0)


def build(settings: Settings, lexicon: Lexicon) -> Celery:
    """Return the Celery app with its one task, and its processes' manners."""
    register("json", json_codec.dumps, json_codec.loads, content_type="application/json")
    use_our_transports()
    app = Celery("wordwire-workers", config_source=_options(settings))
    runner = BatchRunner(lexicon, ReplyPublisher(settings.socketio_queue_url), settings.lookup_time_limit)
    app.task(runner.run, name=LOOKUP_TASK, ignore_result=True, throws=(RepliesLost,))
    app.steps["consumer"].add(Heartbeat)
    Heartbeat.settings = settings
    signals.setup_logging.connect(_keep_our_logs, weak=False)
    return app


def _options(settings: Settings) -> dict[str, Any]:
    return {
        **celery_options(settings.broker_url),
        "worker_prefetch_multiplier": PREFETCH_BATCHES,
        # Acknowledged early: what a dying worker takes along, its gateway publishes again within seconds,
        # while the broker's own redelivery would take minutes, and would revive a lookup that kills.
        "task_acks_late": False,
        "worker_consumer": "workers.consumer:QuickConsumer",
        "worker_enable_remote_control": False,
        "worker_cancel_long_running_tasks_on_connection_loss": True,  # of those acknowledged late: none
    }


def _keep_our_logs(**_signal: object) -> None:
    """Celery sets up no logging where this signal has a receiver."""
