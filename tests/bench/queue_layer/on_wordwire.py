"""Wordwire: the gateway's own dispatcher, publisher and subscription, and a real worker; no sockets."""

from __future__ import annotations

import sys

if __name__ != "__main__" and sys.argv[-1] == "ask":  # not in the worker
    import eventlet

    eventlet.monkey_patch()

import threading
import time
import uuid
from typing import TYPE_CHECKING

import socketio

from gateway.dispatcher import Dispatcher
from gateway.metrics import Metrics
from gateway.publisher import Publisher
from gateway.queue import MessageQueue
from shared.settings import read_settings
from tests.bench.queue_layer import lookups
from tests.bench.queue_layer.asking import Tally, seconds_to_measure

if TYPE_CHECKING:
    from gateway.pending import PendingLookup
    from shared.messages import Reply

CLIENTS = 100


def work() -> None:
    """Run the worker."""
    from workers.__main__ import main  # noqa: PLC0415 (Celery must not be imported before it is needed)

    sys.exit(main([]))


def ask() -> None:
    """Ask, and report."""
    tally = Tally(seconds_to_measure())
    settings = read_settings()
    boot_id = uuid.uuid4().hex
    metrics = Metrics()
    queue = MessageQueue(settings.socketio_queue_url, boot_id, metrics)
    socketio.Server(
        client_manager=queue, async_mode="eventlet"
    )  # the queue sleeps by its server; nobody connects

    def fill() -> None:
        for _ in range(tally.room):
            number = tally.next_number()
            command, word = lookups.question(number)
            question = command, word, None, None, None, None
            dispatcher.submit(f"client-{number % CLIENTS}", "/", number, question)

    def deliver(entry: PendingLookup, reply: Reply) -> None:
        tally.heard(int(entry.client_id), reply)
        fill()

    publisher = Publisher(settings.broker_url)
    dispatcher = Dispatcher(
        settings, boot_id, publisher, deliver, metrics, event=threading.Event(), sleep=time.sleep
    )
    queue.on_reply = dispatcher.settle
    queue.on_reconnect = fill
    loops = dispatcher.publish_forever, dispatcher.watch_forever, queue.listen_forever, queue.canary_forever
    for loop in loops:
        threading.Thread(target=loop, daemon=True).start()
    while not tally.is_done:
        time.sleep(0.05)
    tally.report()
