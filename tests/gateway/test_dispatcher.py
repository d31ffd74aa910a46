"""The dispatcher's promise, with a queue that this test controls: one reply each, an answer or an error."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from gateway import backlog
from gateway.dispatcher import Dispatcher, Question
from gateway.metrics import Metrics
from gateway.pending import PendingLookup
from shared.errors import Busy, RateLimited, Unavailable
from shared.messages import LookupBatch, Reply
from shared.settings import read_settings

QUESTION: Question = ("definition", "goose", None, None, None, None)


class Queue:
    """Takes batches, or is away."""

    def __init__(self) -> None:
        self.is_away = False
        self.length = 1
        self.batches: list[LookupBatch] = []

    def publish(self, batch: LookupBatch) -> int:
        if self.is_away:
            raise Unavailable("away")
        self.batches.append(batch)
        return self.length

    @property
    def keys(self) -> list[str]:
        return [lookup.key for batch in self.batches for lookup in batch.lookups]


class Desk:
    """A dispatcher, what it published and what it delivered."""

    def __init__(self, **settings: str) -> None:
        self.queue = Queue()
        self.delivered: list[tuple[str, str | int, str]] = []  # sid, id, outcome
        self.metrics = Metrics()
        self.dispatcher = Dispatcher(
            read_settings(settings),
            "boot",
            self.queue,
            self._deliver,
            self.metrics,
            event=threading.Event(),
            sleep=time.sleep,
        )
        self.publisher = threading.Thread(target=self.dispatcher.publish_forever, daemon=True)
        self.publisher.start()

    def _deliver(self, entry: PendingLookup, reply: Reply) -> None:
        outcome = reply.error.code if reply.error else "ok"
        self.delivered.append((entry.sid, entry.client_id, outcome))

    def ask(self, client_id: str | int, sid: str = "sid") -> None:
        self.dispatcher.submit(sid, "/", client_id, QUESTION)

    def answer(self, key: str, room: str = "sid") -> None:
        self.dispatcher.settle(key, room, Reply("definition", "goose", "[]"))

    def wait_for(self, condition: Callable[[], bool]) -> None:
        until = time.monotonic() + 5
        while not condition():
            assert time.monotonic() < until, f"not in time: {self.queue.batches} {self.delivered}"
            time.sleep(0.001)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_an_answer_is_delivered_once_to_who_asked(desk: Desk) -> None:
    desk.ask("mine")
    desk.wait_for(lambda: len(desk.queue.keys) == 1)
    for _ in range(2):
        desk.answer(desk.queue.keys[0])

    assert desk.delivered == [("sid", "mine", "ok")]
    assert desk.metrics.replies_dropped == 1


def test_a_reply_that_names_another_room_reaches_nobody(desk: Desk) -> None:
    desk.ask("mine")
    desk.wait_for(lambda: len(desk.queue.keys) == 1)
    desk.answer(desk.queue.keys[0], room="victim")

    assert desk.delivered == []
    assert desk.metrics.replies_dropped == 1


def test_the_same_id_while_pending_joins_and_afterwards_is_a_new_lookup(desk: Desk) -> None:
    desk.ask(1)
    desk.ask(1)
    desk.wait_for(lambda: len(desk.queue.keys) == 1)
    desk.answer(desk.queue.keys[0])
    desk.ask(1)
    desk.wait_for(lambda: len(desk.queue.keys) == 2)
    desk.answer(desk.queue.keys[1])

    assert desk.delivered == [("sid", 1, "ok")] * 2
    assert desk.metrics.joined == 1


def test_past_the_deadline_the_client_hears_timeout(desk: Desk) -> None:
    desk.ask("mine")
    desk.wait_for(lambda: len(desk.queue.keys) == 1)
    desk.wait_for(lambda: desk.metrics.batches.sum == 1)
    desk.dispatcher.watch(time.monotonic() + 10)

    assert desk.delivered == [("sid", "mine", "timeout")]


def test_with_the_broker_away_until_the_deadline_the_client_hears_unavailable(desk: Desk) -> None:
    desk.queue.is_away = True
    desk.ask("mine")
    desk.wait_for(lambda: desk.dispatcher.broker_is_away)
    desk.dispatcher.watch(time.monotonic() + 10)

    assert desk.delivered == [("sid", "mine", "unavailable")]


def test_what_could_not_be_published_is_published_when_the_broker_is_back(desk: Desk) -> None:
    desk.queue.is_away = True
    for number in range(3):
        desk.ask(number)
    desk.wait_for(lambda: desk.dispatcher.broker_is_away)
    desk.queue.is_away = False
    desk.wait_for(lambda: len(desk.queue.keys) == 3)

    assert len(set(desk.queue.keys)) == 3


def test_what_is_lost_is_published_again_under_the_same_key(desk: Desk) -> None:
    desk.ask("mine")
    desk.wait_for(lambda: len(desk.queue.keys) == 1)
    desk.wait_for(lambda: desk.metrics.batches.sum == 1)
    desk.dispatcher.watch(time.monotonic() + 2)
    desk.wait_for(lambda: len(desk.queue.keys) == 2)
    for key in desk.queue.keys:
        desk.answer(key)

    assert len(set(desk.queue.keys)) == 1
    assert desk.delivered == [("sid", "mine", "ok")]


def test_who_left_hears_nothing_and_is_not_published_any_more(desk: Desk) -> None:
    desk.queue.is_away = True
    desk.ask("mine", "gone")
    desk.wait_for(lambda: desk.dispatcher.broker_is_away)
    desk.dispatcher.forget("gone")
    desk.queue.is_away = False
    desk.ask("mine", "here")
    desk.wait_for(lambda: len(desk.queue.keys) == 1)

    assert [lookup.room for batch in desk.queue.batches for lookup in batch.lookups] == ["here"]


def test_caps_are_refused_at_once() -> None:
    desk = Desk(MAX_PENDING="3", MAX_PENDING_PER_CLIENT="2", RATE_LIMIT="0")
    desk.ask(1, "a")
    desk.ask(2, "a")
    with pytest.raises(RateLimited):
        desk.ask(3, "a")
    desk.ask(1, "b")
    with pytest.raises(Busy):
        desk.ask(1, "c")


def test_behind_others_on_the_queue_lookups_gather_until_an_answer(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backlog, "LIMIT_S", 60.0)
    desk.queue.length = 2
    desk.ask(0)
    desk.wait_for(lambda: desk.metrics.batches.sum == 1)
    for number in (1, 2, 3):
        desk.ask(number)

    assert len(desk.queue.batches) == 1
    desk.answer(desk.queue.keys[0])
    desk.wait_for(lambda: len(desk.queue.batches) == 2)
    assert len(desk.queue.batches[1].lookups) == 3


def test_a_batch_that_is_lost_behind_others_holds_up_nobody_for_long(desk: Desk) -> None:
    desk.queue.length = 2
    for number in range(5):
        desk.ask(number)
        desk.wait_for(lambda n=number: len(desk.queue.keys) == n + 1)


def test_the_task_carries_its_expiry_and_the_way_back(desk: Desk) -> None:
    desk.ask("mine")
    desk.wait_for(lambda: len(desk.queue.batches) == 1)
    batch = desk.queue.batches[0]

    assert batch.channel == "wordwire:replies:boot"
    assert batch.expires_at > time.time() + 10
