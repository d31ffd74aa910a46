"""A whole gateway in this process on eventlet.

Without the monkey patch a command to Redis blocks all green threads, so no test here may wait for Redis long.
"""

from __future__ import annotations

from selectors import DefaultSelector
from typing import TYPE_CHECKING, Any

import eventlet

from gateway.app import background_loops, build, http_app
from shared.messages import Lookup, Reply
from shared.settings import read_settings
from tests.gateway.polling_client import PollingClient
from tests.stack.waiting import DEADLINE_S

if TYPE_CHECKING:
    from collections.abc import Callable

    from gateway.message_queue import Subscribers

GEESE = {"command": "lemmatizer", "word": "geese", "pos": "n"}


class GreenGateway:
    """The parts of a gateway, and its WSGI application. No background loop runs unless a test starts it."""

    def __init__(self, **environ: str) -> None:
        settings = read_settings(environ)
        self.gateway = build(settings, DefaultSelector())
        # python-socketio's check at the first connection, which refuses Redis without the monkey patch.
        self.gateway.server.manager_initialized = True
        self.app, _ = http_app(settings, self.gateway, eventlet.Event)
        self.loops = background_loops(self.gateway)
        self._started: list[Any] = []

    @property
    def subscribers(self) -> Subscribers:
        """The functions that the listener calls."""
        subscribers: Subscribers = self.loops["listen"].args[0]  # type: ignore[attr-defined]  # a loop is a `partial`
        return subscribers

    def client(self, namespace: str = "/") -> PollingClient:
        """Connect a client."""
        return PollingClient(self.app, namespace)

    def start(self, loop: str) -> None:
        """Run one of the background loops in a green thread."""
        self._started.append(eventlet.spawn(self.loops[loop]))

    def reply(self, lookup: Lookup, response: str) -> None:
        """Deliver the reply of a worker."""
        self.subscribers.on_reply(lookup.key, lookup.room, Reply(lookup.command, lookup.word, response))

    def stop(self) -> None:
        """End the green threads."""
        for started in self._started:
            started.kill()


def wait_green(condition: Callable[[], object], what: str) -> None:
    """Let other green threads run until `condition()`; fail after some seconds, naming `what`."""
    with eventlet.Timeout(DEADLINE_S, AssertionError(f"Waited {DEADLINE_S:g} s for {what}.")):
        while not condition():
            eventlet.sleep(0.005)
