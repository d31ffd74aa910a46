"""A gateway's side of the queue: it sends batches to workers, and hears their replies."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec
from celery import Celery

from shared.celery_options import celery_options
from shared.messages import EmitMessage, Lookup, LookupBatch, Reply, decode_channel
from shared.names import LOOKUP_TASK
from tests.stack import wait_until
from tests.stack.waiting import DEADLINE_S

if TYPE_CHECKING:
    from collections.abc import Iterator

    import redis

    from tests.stack import RedisProcess

CHANNEL = "replies of a test"


class TaskQueue:
    """Sends lookups to the workers of one Redis, and collects the replies by key."""

    def __init__(self, url: str, pubsub: redis.client.PubSub) -> None:
        self._celery = Celery(config_source=celery_options(url))
        self._pubsub = pubsub
        self.replies: dict[str, Reply] = {}

    def send(self, *lookups: Lookup) -> None:
        """Put one task on the queue."""
        batch = LookupBatch(CHANNEL, time.time() + DEADLINE_S, list(lookups))
        self._celery.send_task(LOOKUP_TASK, [msgspec.to_builtins(batch)])

    def reply(self, key: str) -> Reply:
        """Return the reply to the lookup with this key, once it has arrived."""
        return wait_until(lambda: self.heard().get(key), f"the reply {key}")

    def heard(self) -> dict[str, Reply]:
        """Return the replies that have arrived so far, by the keys of their lookups."""
        while message := self._pubsub.get_message():
            for each in decode_channel(message["data"]):
                assert isinstance(each, EmitMessage)
                self.replies[each.key] = each.data[0]
        return self.replies

    def close(self) -> None:
        """Close the connections to the broker."""
        self._celery.close()


@contextmanager
def task_queue(server: RedisProcess) -> Iterator[TaskQueue]:
    """Yield the queue of the workers that use `server`."""
    with server.client() as client, client.pubsub() as pubsub:
        pubsub.subscribe(CHANNEL)
        assert pubsub.get_message(timeout=DEADLINE_S)
        queue = TaskQueue(server.url, pubsub)
        try:
            yield queue
        finally:
            queue.close()


def lookup(key: str, command: str, word: str) -> Lookup:
    """Return a lookup for a sid that no test checks."""
    return Lookup(command, word, key=key, namespace="/", room="sid")
