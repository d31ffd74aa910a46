"""The dispatcher's promise of exactly one reply, on a queue that the test controls."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable

import pytest

from gateway.access.allowances import Allowance
from gateway.lookups import backlog
from gateway.lookups.dispatcher import Dispatcher
from gateway.lookups.pending import PendingLookup
from gateway.metrics import Metrics
from shared.errors import Busy, RateLimited, Unavailable
from shared.messages import LookupBatch, Question, Reply
from shared.settings import read_settings

QUESTION = Question("definition", "goose")


class Queue:
    """Takes batches, or is down."""

    def __init__(self) -> None:
        self.is_down = False
        self.length = 1
        self.kept_alive = 0
        self.batches: list[LookupBatch] = []
        self.on_publish: Callable[[LookupBatch], object] = lambda _batch: None

    def publish(self, batch: LookupBatch) -> int:
        if self.is_down:
            raise Unavailable("down")
        self.batches.append(batch)
        self.on_publish(batch)
        return self.length

    def keep_alive(self) -> None:
        if self.is_down:
            raise Unavailable("down")
        self.kept_alive += 1

    @property
    def keys(self) -> list[str]:
        return [lookup.key for batch in self.batches for lookup in batch.lookups]


class Desk:
    """A dispatcher with its queue and a record of its deliveries."""

    def __init__(self, **settings: str) -> None:
        self.queue = Queue()
        self.delivered: list[tuple[str, str | int, str]] = []  # sid, id, outcome
        self.allowances: dict[str, Allowance] = defaultdict(Allowance)  # by sid
        self.metrics = Metrics()
        self.redis_time: float | None = None
        self.dispatcher = Dispatcher(
            read_settings(settings),
            "boot",
            self.queue,
            self.metrics,
            event=threading.Event(),
            sleep=time.sleep,
            redis_time=lambda: self.redis_time,
        )

    def start(self) -> Desk:
        threading.Thread(target=self.dispatcher.publish_forever, daemon=True).start()
        return self

    def _deliver(self, entry: PendingLookup, reply: Reply) -> None:
        self.delivered.append((entry.sid, entry.client_id, reply.error.code if reply.error else "ok"))

    def ask(self, client_id: str | int, sid: str = "sid") -> None:
        self.dispatcher.submit(sid, "/", client_id, QUESTION, self._deliver, allowance=self.allowances[sid])

    def answer(self, key: str, room: str = "sid") -> None:
        self.dispatcher.settle(key, room, Reply("definition", "goose", "[]"))

    def wait_for(self, condition: Callable[[], bool]) -> None:
        until = time.monotonic() + 30
        while not condition():
            assert time.monotonic() < until, f"not in time: {self.queue.batches} {self.delivered}"
            time.sleep(0.001)


@pytest.fixture
def desk() -> Desk:
    return Desk().start()


def test_an_answer_is_delivered_once_to_its_asker(desk: Desk) -> None:
    desk.ask("mine")
    desk.wait_for(lambda: len(desk.queue.keys) == 1)
    for _ in range(2):
        desk.answer(desk.queue.keys[0])

    assert desk.delivered == [("sid", "mine", "ok")]
    assert desk.metrics.replies_dropped == 1


def test_a_failed_delivery_does_not_cost_the_others_theirs(desk: Desk) -> None:
    def fail(_entry: PendingLookup, _reply: Reply) -> None:
        raise ZeroDivisionError

    desk.dispatcher.submit("a", "/", 1, QUESTION, fail, allowance=desk.allowances["a"])
    desk.ask(1, "b")
    desk.wait_for(lambda: len(desk.queue.keys) == 2)
    desk.answer(desk.queue.keys[0], room="a")
    desk.answer(desk.queue.keys[1], room="b")
    desk.dispatcher.submit("a", "/", 2, QUESTION, fail, allowance=desk.allowances["a"])
    desk.ask(2, "b")
    desk.wait_for(lambda: desk.metrics.batches.sum == 4)
    desk.dispatcher.watch(time.monotonic() + 10)

    assert desk.delivered == [("b", 1, "ok"), ("b", 2, "timeout")]
    assert desk.dispatcher.pending() == 0


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


def test_with_the_broker_down_until_the_deadline_the_client_hears_unavailable(desk: Desk) -> None:
    desk.queue.is_down = True
    desk.ask("mine")
    desk.wait_for(lambda: desk.dispatcher.broker_is_down)
    desk.dispatcher.watch(time.monotonic() + 10)

    assert desk.delivered == [("sid", "mine", "unavailable")]


def test_unpublished_lookups_are_published_once_the_broker_is_back(desk: Desk) -> None:
    desk.queue.is_down = True
    for number in range(3):
        desk.ask(number)
    desk.wait_for(lambda: desk.dispatcher.broker_is_down)
    desk.queue.is_down = False
    desk.wait_for(lambda: len(desk.queue.keys) == 3)

    assert len(set(desk.queue.keys)) == 3


def test_a_lost_lookup_is_published_again_under_the_same_key(desk: Desk) -> None:
    desk.ask("mine")
    desk.wait_for(lambda: len(desk.queue.keys) == 1)
    desk.wait_for(lambda: desk.metrics.batches.sum == 1)
    desk.dispatcher.watch(time.monotonic() + 2)
    desk.wait_for(lambda: len(desk.queue.keys) == 2)
    for key in desk.queue.keys:
        desk.answer(key)

    assert len(set(desk.queue.keys)) == 1
    assert desk.delivered == [("sid", "mine", "ok")]


def test_the_lookups_of_a_closed_connection_are_not_published(desk: Desk) -> None:
    desk.queue.is_down = True
    desk.ask("mine", "closed")
    desk.wait_for(lambda: desk.dispatcher.broker_is_down)
    desk.dispatcher.forget("closed")
    desk.queue.is_down = False
    desk.ask("mine", "open")
    desk.wait_for(lambda: len(desk.queue.keys) == 1)

    assert [lookup.room for batch in desk.queue.batches for lookup in batch.lookups] == ["open"]


def test_lookups_beyond_the_caps_are_refused_at_once() -> None:
    desk = Desk(MAX_PENDING="3", MAX_PENDING_PER_CLIENT="2", RATE_LIMIT="0").start()
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


def test_a_batch_lost_behind_others_delays_the_next_only_briefly(desk: Desk) -> None:
    desk.queue.length = 2
    for number in range(5):
        desk.ask(number)
        desk.wait_for(lambda n=number: len(desk.queue.keys) == n + 1)


def test_the_task_carries_the_reply_channel(desk: Desk) -> None:
    desk.ask("mine")
    desk.wait_for(lambda: len(desk.queue.batches) == 1)
    batch = desk.queue.batches[0]

    assert batch.channel == "wordwire:replies:boot"
    assert batch.expires_at is None  # Redis's time is unknown


def test_the_expiry_is_the_last_deadline_by_redis_s_clock() -> None:
    desk = Desk()
    desk.redis_time = 5.0
    for number in range(3):
        desk.ask(number)
    desk.start()
    desk.wait_for(lambda: bool(desk.queue.batches))

    expires_at = desk.queue.batches[0].expires_at
    assert expires_at is not None
    assert 14 < expires_at < 17


def test_an_idle_dispatcher_keeps_its_connection_alive(desk: Desk) -> None:
    desk.wait_for(lambda: desk.queue.kept_alive >= 2)

    desk.queue.is_down = True
    desk.ask("mine")
    desk.wait_for(lambda: desk.dispatcher.broker_is_down)
    desk.queue.is_down = False
    desk.wait_for(lambda: len(desk.queue.keys) == 1)


def test_an_unexpected_error_loses_no_lookup() -> None:
    desk = Desk()

    def fail(_batch: LookupBatch) -> None:
        raise ZeroDivisionError

    desk.ask("mine")
    desk.queue.on_publish = fail
    with pytest.raises(ZeroDivisionError):
        desk.dispatcher.publish_forever()
    desk.queue.on_publish = lambda _batch: None
    desk.start()  # as gateway/serving.py does after a failure

    desk.wait_for(lambda: len(desk.queue.keys) == 2)
    assert len(set(desk.queue.keys)) == 1


def test_an_answer_may_arrive_before_the_broker_s_confirmation(desk: Desk) -> None:
    desk.queue.on_publish = lambda batch: desk.answer(batch.lookups[0].key)
    desk.ask("mine")
    desk.wait_for(lambda: desk.metrics.batches.sum == 1)
    desk.dispatcher.watch(time.monotonic() + 60)

    assert desk.delivered == [("sid", "mine", "ok")]
    assert desk.metrics.round_trip.sum == 0  # nobody knows how long it took


def test_the_age_of_the_oldest_lookup_and_the_number_of_open_ones(desk: Desk) -> None:
    assert (desk.dispatcher.oldest_age(), desk.dispatcher.pending()) == (0, 0)

    desk.ask(1, "a")
    desk.ask(2, "b")

    assert 0 < desk.dispatcher.oldest_age() < 5
    assert desk.dispatcher.pending() == 2
    assert desk.dispatcher.pending("a") == 1
