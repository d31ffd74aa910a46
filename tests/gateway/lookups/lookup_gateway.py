"""All of namespace `/` in this process, built as gateway/app.py does, with a queue that the test answers."""

from __future__ import annotations

import time
from collections import deque
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

import socketio

from gateway.admission import Admission
from gateway.lookups.dispatcher import Dispatcher
from gateway.lookups.events import LookupEvents
from gateway.metrics import Metrics
from shared.messages import Lookup, Reply
from shared.settings import read_settings
from tests.gateway.polling_client import PollingClient
from tests.gateway.threaded_server import threaded_server
from tests.stack.waiting import wait_until

if TYPE_CHECKING:
    from shared.messages import LookupBatch

BOOT_ID = "0123456789abcdef"


class LookupGateway:
    """A gateway without Redis: its lookups wait here until the test takes and answers them."""

    def __init__(self, **environ: str) -> None:
        settings = read_settings(environ)
        self.metrics = Metrics()
        self.admission = Admission(settings)
        self.server = threaded_server(settings, self.admission, self._malformed)
        self.dispatcher = Dispatcher(settings, BOOT_ID, self, self.metrics, event=Event(), sleep=time.sleep)
        self.events = LookupEvents(self.server, self.admission, self.dispatcher, self.metrics, BOOT_ID)
        self._published: deque[Lookup] = deque()
        Thread(target=self.dispatcher.publish_forever, daemon=True).start()

    def publish(self, batch: LookupBatch) -> int:
        """Take a batch, as the broker does."""
        self._published += batch.lookups
        return 1

    def keep_alive(self) -> None:
        """Do nothing, because there is no connection."""

    def client(self, token: str | None = None) -> PollingClient:
        """Connect a client."""
        return PollingClient(socketio.WSGIApp(self.server), "/", token)

    def next_lookup(self) -> Lookup:
        """Return the next published lookup."""
        wait_until(lambda: self._published, "the dispatcher to publish a lookup")
        return self._published.popleft()

    def reply(self, lookup: Lookup, reply: Reply) -> None:
        """Deliver `reply` as if a worker had answered `lookup`."""
        self.dispatcher.settle(lookup.key, lookup.room, reply)

    def _malformed(self, eio_sid: str, reason: str) -> None:
        self.events.malformed(eio_sid, reason)


def replies(client: PollingClient) -> list[dict[str, Any]]:
    """Return all replies that the gateway has sent to `client` so far."""
    # PollingClient emits "no such event" to know when it has read everything; its refusal is a reply, too.
    return [reply for reply in client.events("reply") if reply["option"] != "no such event"]
