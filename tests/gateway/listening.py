"""A ReplyListener whose loops run on threads that a test can stop, with a record of its calls."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from threading import Event, Thread

import socketio
from redis import Redis
from redis.exceptions import RedisError

from gateway.message_queue import ReplyListener, Subscribers
from gateway.metrics import Metrics
from shared.messages import Reply
from tests.stack.waiting import wait_until


class Stopped(Exception):
    """Ends a loop."""


class StoppableServer(socketio.Server):
    """A server whose `sleep`, once stopped, ends the loop that calls it."""

    def __init__(self, listener: ReplyListener, on_yield: Callable[[], None]) -> None:
        super().__init__(client_manager=listener, async_mode="threading")
        self.stopped = Event()
        self._on_yield = on_yield

    def sleep(self, seconds: float = 0) -> None:
        if not seconds:
            self._on_yield()
        if self.stopped.wait(seconds):
            raise Stopped


class Listening:
    """A listener and everything that it has passed on."""

    def __init__(self, url: str) -> None:
        self._url = url
        self.metrics = Metrics()
        self.listener = ReplyListener(url, "boot", self.metrics)
        self.server = StoppableServer(self.listener, lambda: self.steps.append("yield"))
        self.replies: list[tuple[str, str, Reply]] = []
        self.room_events: list[bytes] = []
        self.steps: list[str] = []
        self.reconnects = 0
        subscribers = Subscribers(
            on_reply=self._on_reply,
            on_reconnect=self._on_reconnect,
            on_room_event=self.room_events.append,
            gathering=self._gathering,
        )
        loops = (partial(self.listener.listen_forever, subscribers), self.listener.canary_forever)
        self._threads = [Thread(target=_run, args=(loop,), daemon=True) for loop in loops]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self.server.stopped.set()
        with suppress(RedisError), Redis.from_url(self._url, protocol=2) as redis:
            redis.client_kill_filter(_type="pubsub")  # so that the listener waits no longer
        for thread in self._threads:
            thread.join(10)
            assert not thread.is_alive()

    def wait_for_reconnects(self, number: int) -> None:
        wait_until(lambda: self.reconnects >= number, f"subscription {number}")

    def _on_reply(self, key: str, room: str, reply: Reply) -> None:
        self.replies.append((key, room, reply))
        self.steps.append(key)

    def _on_reconnect(self) -> None:
        self.reconnects += 1

    @contextmanager
    def _gathering(self) -> Iterator[None]:
        self.steps.append("begin")
        yield
        self.steps.append("end")


def _run(loop: Callable[[], None]) -> None:
    with suppress(Stopped):
        loop()
