"""The Celery app of a worker, and the work before and after its fork."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import logging
import os
import socket
import warnings
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from celery import Celery, signals
from celery.platforms import SecurityWarning
from kombu.serialization import register

from shared import json_codec
from shared.celery_options import celery_options
from shared.errors import RepliesLost
from shared.messages import decode_task
from shared.names import LOOKUP_TASK, QUESTION_QUEUE
from workers.broker.consumer import PID_KEY, QUEUE_KEY, REPLIES_KEY, SETTINGS_KEY, Heartbeat, Returns
from workers.broker.kombu_transport import refuse_compression, use_our_transports
from workers.commands.table import prepare
from workers.english.readings import reader
from workers.meaning.encoder import encoder
from workers.meaning.example_vectors import example_vectors
from workers.meaning.word_search import word_search
from workers.processes import Processes
from workers.replies import ReplyPublisher
from workers.tasks import BatchRunner
from workers.wordnet.names.defining_words import defining_words
from workers.wordnet.snapshot_file import release

if TYPE_CHECKING:
    from shared.settings import Settings
    from workers.wordnet.lexicon import Lexicon

log = logging.getLogger(__name__)

# Batches that each process reserves: the one at work and the next one. With more, a busy worker would hoard
# lookups that another could answer.
PREFETCH_BATCHES = 2
# The parts of Celery that its worker imports as it starts.
OF_CELERY = (
    "billiard.pool",
    "celery.apps.worker",
    "celery.concurrency.solo",
    "celery.events.receiver",
    "celery.worker.autoscale",
    "celery.worker.components",
    "celery.worker.consumer.delayed_delivery",
    "celery.worker.strategy",
)
QUESTIONS_NICE = 10  # added to the processes with the model, so that lookups come first where cores are few


def run(settings: Settings, lexicon: Lexicon) -> int:
    """Consume lookups until a signal stops the worker; returns the exit code.

    Raises Damaged if the worker must load the snapshot again.
    """
    # Celery warns root about pickle, which we do not accept.
    warnings.filterwarnings("ignore", category=SecurityWarning)
    app = build(settings, lexicon)
    prepare(lexicon)
    if QUESTION_QUEUE in settings.queues:
        # With one thread, the networks start none, so that the children can share them.
        reader()
        encoder()
        word_search(lexicon)
        example_vectors(lexicon)
        defining_words(lexicon)
    _make_ready(app)
    # The children share all objects made by now, until somebody writes to them, like the garbage collector.
    gc.collect()
    with contextlib.suppress(AttributeError):  # only GNU's C library has the function
        ctypes.CDLL(None).malloc_trim(0)  # 12 MB that it needed to load the networks
    gc.freeze()
    release(lexicon.tables)  # this process has read all of it for the checksum, and needs it no more
    queues = [queue for queue, number in settings.processes.items() for _ in range(number)]
    return Processes([partial(_consume, app, queue) for queue in queues]).run()


def _make_ready(app: Celery) -> None:
    """Load and make what Celery's worker needs; in each process alone, it would take 5 MB."""
    for name in OF_CELERY:
        import_module(name)
    app.finalize()
    for name in ("amqp", "control", "events", "log"):
        getattr(app, name)  # each is made at its first use


def _consume(app: Celery, queue: str) -> int:
    """Consume from `queue` in this process until a signal stops it; returns the exit code.

    Each process consumes for itself. In Celery's prefork pool the parent consumes, passes each batch to a
    child and receives its result. Measured, that takes 50 % more CPU time, and 1 ms more for a lone lookup.
    """
    if queue == QUESTION_QUEUE:
        os.nice(QUESTIONS_NICE)
    app.conf[QUEUE_KEY] = queue
    worker = app.Worker(
        pool="solo",
        queues=[queue],
        hostname=f"worker-{os.getpid()}@{socket.gethostname()}",
        without_gossip=True,
        without_mingle=True,
        without_heartbeat=True,
        quiet=True,
    )
    worker.start()
    return int(worker.exitcode or 0)


def build(settings: Settings, lexicon: Lexicon) -> Celery:
    """Return the Celery app, with its one task and our consumer."""
    register("json", json_codec.dumps, decode_task, content_type="application/json")
    refuse_compression()
    use_our_transports()
    app = Celery("wordwire-workers", config_source=_options(settings))
    replies = ReplyPublisher(settings.socketio_queue_url)
    app.conf[REPLIES_KEY] = replies
    app.conf[PID_KEY] = os.getpid()
    returns = Returns(app)
    runner = BatchRunner(lexicon, replies, settings.lookup_time_limit, replies.clock, returns.give_back)
    app.task(runner.run, name=LOOKUP_TASK, shared=False, ignore_result=True, throws=(RepliesLost,))
    app.steps["consumer"].add(Heartbeat)
    signals.setup_logging.connect(_keep_our_logs, weak=False)
    return app


def _options(settings: Settings) -> dict[str, Any]:
    return {
        **celery_options(settings.broker_url),
        "worker_prefetch_multiplier": PREFETCH_BATCHES,
        # Acknowledged early: a gateway retries the lookups of a dead worker within seconds. The broker's own
        # redelivery takes minutes, and brings back a lookup that kills workers.
        "task_acks_late": False,
        "broker_channel_error_retry": True,  # a refused command ends the connection, not the process
        "worker_consumer": "workers.broker.consumer:QuickConsumer",
        "worker_enable_remote_control": False,
        "worker_cancel_long_running_tasks_on_connection_loss": True,  # only tasks acknowledged late: none
        SETTINGS_KEY: settings,
    }


def _keep_our_logs(**_signal: object) -> None:
    """Do nothing: Celery leaves logging alone if this signal has a receiver."""
