"""Wordwire: the gateway's real dispatcher, publisher and subscription, and a real worker, without sockets."""

from __future__ import annotations

import sys

if __name__ != "__main__" and sys.argv[-1] == "ask":  # not in the worker
    import eventlet

    eventlet.monkey_patch()

import threading
import time
import uuid
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

import socketio

from gateway.access.allowances import Allowance
from gateway.lookups.dispatcher import Dispatcher
from gateway.lookups.publisher import Publisher
from gateway.message_queue import ReplyListener, Subscribers
from gateway.metrics import Metrics
from shared.messages import Question
from shared.settings import read_settings
from tests.bench.queue_layer import lookups
from tests.bench.queue_layer.asking import Tally, seconds_to_measure

if TYPE_CHECKING:
    from gateway.lookups.pending import PendingLookup
    from shared.messages import Reply

CLIENTS = 100


def work() -> None:
    """Run the worker."""
    from workers.__main__ import main  # noqa: PLC0415 (only the worker may import Celery)

    sys.exit(main([]))


def ask() -> None:
    """Enqueue lookups and report the figures."""
    tally = Tally(seconds_to_measure())
    settings = read_settings()
    boot_id = uuid.uuid4().hex
    metrics = Metrics()
    queue = ReplyListener(settings.socketio_queue_url, boot_id, metrics)
    socketio.Server(
        client_manager=queue, async_mode="eventlet"
    )  # the queue sleeps by its server; nobody connects

    def fill() -> None:
        for _ in range(tally.room):
            number = tally.next_number()
            command, word = lookups.question(number)
            client = f"client-{number % CLIENTS}"
            question = Question(command, word)
            dispatcher.submit(client, "/", number, question, deliver, allowance=allowances[client])

    def deliver(entry: PendingLookup, reply: Reply) -> None:
        tally.heard(int(entry.client_id), reply)
        fill()

    allowances: dict[str, Allowance] = defaultdict(Allowance)  # by client
    publisher = Publisher(settings.broker_url)
    dispatcher = Dispatcher(settings, boot_id, publisher, metrics, event=threading.Event(), sleep=time.sleep)
    listen = partial(queue.listen_forever, Subscribers(on_reply=dispatcher.settle, on_reconnect=fill))
    for loop in (dispatcher.publish_forever, dispatcher.watch_forever, listen, queue.canary_forever):
        threading.Thread(target=loop, daemon=True).start()
    while not tally.is_done:
        time.sleep(0.05)
    tally.report()
