"""The doors over real dispatchers, on green threads, with a queue whose worker is the test."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

import eventlet
from eventlet.green import threading

from gateway.admission import Admission
from gateway.doors.guard import Door, Guard
from gateway.lookups.dispatcher import Dispatcher
from gateway.lookups.queues import QUESTION_KEYS, Queues
from gateway.metrics import Metrics
from gateway.transport.responses import pairs
from shared.messages import Lookup, LookupBatch, Reply, failed
from shared.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = "http://here"


class Answer(NamedTuple):
    """A response."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        """Return the body's content."""
        return json.loads(self.body)


class Desk:
    """A guard, whose lookups are answered at once; a held one is answered when the test says so."""

    def __init__(self, doors: Mapping[str, Door], **environ: str) -> None:
        settings = read_settings(environ)
        self.admission = Admission(settings)
        self.metrics = Metrics()
        self.asked: list[Lookup] = []
        self.is_held = False
        dispatchers = [
            Dispatcher(
                settings, "boot", self, self.metrics, event=threading.Event(), sleep=eventlet.sleep, name=name
            )
            for name in ("", QUESTION_KEYS)
        ]
        self.queues = Queues(*dispatchers)
        for dispatcher in dispatchers:
            eventlet.spawn(dispatcher.publish_forever)
            if "LOOKUP_DEADLINE" in environ:
                eventlet.spawn(dispatcher.watch_forever)
        self.guard = Guard(
            self.admission,
            self.queues,
            self.metrics,
            new_event=eventlet.Event,
            at_once=settings.max_pending_per_client,
            doors=doors,
        )

    def publish(self, batch: LookupBatch) -> int:
        """Take a batch like the broker, and answer it like a worker."""
        self.asked += batch.lookups
        for lookup in batch.lookups:
            if not self.is_held:
                self.settle(lookup)
        return 0

    def settle(self, lookup: Lookup) -> None:
        """Answer a lookup with its word; one of the word `fails` fails."""
        reply = Reply(lookup.command, lookup.word, json.dumps([lookup.word or lookup.text]))
        if lookup.word == "fails":
            reply = failed(lookup.command, lookup.word, "internal", "Something went wrong.")
        self.queues.settle(lookup.key, lookup.room, reply)

    def keep_alive(self) -> None:
        """Do nothing, because there is no connection."""

    def request(
        self, path: str, query: str = "", method: str = "GET", body: Any = None, **environ: Any
    ) -> Answer:
        """Return the answer to a request; a body that is not bytes is sent as JSON."""
        sent = body if isinstance(body, bytes) else json.dumps(body).encode()
        defaults = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "HTTP_HOST": "here",
            "REMOTE_ADDR": "192.0.2.1",
            "CONTENT_TYPE": "application/json",
            "wsgi.input": BytesIO(sent),
        }
        response = self.guard.response(path, defaults | environ)
        assert response is not None, path
        status, headers, content = response
        named = dict(pairs(headers))
        assert len(named) == headers.count("\r\n"), "a header is given twice"
        return Answer(int(status[:3]), named, content)
