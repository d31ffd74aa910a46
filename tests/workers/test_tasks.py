"""The lookups of a batch are answered one by one: neither a failure nor a slow lookup affects the others."""

from __future__ import annotations

import contextlib
import time
from typing import Any

import msgspec
import pytest
from msgspec import Raw

from shared.errors import BadRequest, RepliesLost
from shared.messages import Lookup, LookupBatch, Reply, decode_channel, encode, encode_replies
from shared.redis_clock import RedisClock
from workers import tasks
from workers.tasks import BatchRunner

DAY = 86_400  # seconds


class Replies:
    """Records each publication and its time, or refuses it."""

    def __init__(self) -> None:
        self.published: list[list[tuple[str, str]]] = []  # key, outcome
        self.times: list[float] = []
        self.is_away = False

    def publish(self, channel: str, answered: list[tuple[Lookup, Raw]]) -> None:
        assert channel == "channel"
        if self.is_away:
            raise RepliesLost("away")
        self.times.append(time.monotonic())
        decoded = decode_channel(encode_replies(answered))
        assert [message.key for message in decoded] == [lookup.key for lookup, _ in answered]
        self.published.append([(message.key, outcome(message.data[0])) for message in decoded])

    @property
    def outcomes(self) -> dict[str, str]:
        return dict(pair for batch in self.published for pair in batch)


class Stopping:
    """Takes the rest of a batch once the worker is to stop, unless the broker is away."""

    def __init__(self) -> None:
        self.is_near = self.broker_is_away = False
        self.returned: list[str] = []

    def give_back(self, batch: LookupBatch, answered: int) -> bool:
        if not self.is_near or self.broker_is_away:
            return False
        self.returned += [lookup.word for lookup in batch.lookups[answered:]]
        return True


def outcome(reply: Reply) -> str:
    return reply.error.code if reply.error else "ok"


@pytest.fixture
def replies() -> Replies:
    return Replies()


@pytest.fixture
def stopping() -> Stopping:
    return Stopping()


@pytest.fixture
def clock() -> RedisClock:
    """The clock of a Redis that is a day ahead of this host."""
    clock = RedisClock()
    clock.set((int(time.time()) + DAY, 0))
    return clock


@pytest.fixture
def runner(
    replies: Replies, clock: RedisClock, stopping: Stopping, monkeypatch: pytest.MonkeyPatch
) -> BatchRunner:
    """A runner whose lookups fail, hang or succeed according to their word."""

    def encoded_answer(_lexicon: object, lookup: Lookup, _cache: object) -> Raw:
        if lookup.word == "stop":
            stopping.is_near = True
        if lookup.word == "expire":
            clock.set((int(time.time()) + 2 * DAY, 0))
        if lookup.word == "raise":
            raise RuntimeError("secret")
        if lookup.word == "refuse":
            raise BadRequest("no")
        while lookup.word == "hang":
            with contextlib.suppress(Exception):  # like a careless lookup
                time.sleep(0.001)
        return Raw(encode(Reply(lookup.command, lookup.word, "[]")))

    monkeypatch.setattr(tasks, "encoded_answer", encoded_answer)
    return BatchRunner(None, replies, 0.2, clock, stopping.give_back)


def batch_of(*words: str, expires_in: float = 10.0) -> dict[str, Any]:
    lookups = [
        Lookup("pos", word, key=f"{at} {word}", namespace="/", room="sid") for at, word in enumerate(words)
    ]
    fields: dict[str, Any] = msgspec.to_builtins(
        LookupBatch("channel", time.time() + DAY + expires_in, lookups)
    )
    return fields


def test_a_lookup_that_fails_does_not_affect_the_others(runner: BatchRunner, replies: Replies) -> None:
    runner.run(batch_of("fine", "raise", "refuse", "fine"))

    assert replies.outcomes == {
        "0 fine": "ok",
        "1 raise": "internal",
        "2 refuse": "bad_request",
        "3 fine": "ok",
    }


def test_a_lookup_that_hangs_times_out_alone(runner: BatchRunner, replies: Replies) -> None:
    runner.run(batch_of("fine", "hang", "fine"))

    assert replies.outcomes == {"0 fine": "ok", "1 hang": "timeout", "2 fine": "ok"}


def test_finished_replies_do_not_wait_for_a_slow_lookup(runner: BatchRunner, replies: Replies) -> None:
    runner.run(batch_of("fine", "hang", "fine"))

    assert replies.published[0] == [("0 fine", "ok")]
    assert replies.times[0] < replies.times[-1] - 0.1  # long before the timeout


def test_a_quick_batch_takes_few_publications(runner: BatchRunner, replies: Replies) -> None:
    runner.run(batch_of(*["fine"] * 50))

    assert len(replies.published) <= 3
    assert len(replies.outcomes) == 50


def test_lookups_past_their_deadline_are_dropped(runner: BatchRunner, replies: Replies) -> None:
    runner.run(batch_of("fine", expires_in=-1.0))

    assert replies.published == []


@pytest.mark.parametrize("is_known", ["to the gateway", "to the worker"])
def test_while_redis_s_time_is_unknown_no_lookup_is_dropped(
    runner: BatchRunner, replies: Replies, clock: RedisClock, is_known: str
) -> None:
    batch = batch_of("fine", expires_in=-1.0)
    if is_known == "to the worker":
        batch["expires_at"] = None
    else:
        clock.__init__()  # type: ignore[misc]  # as it is before the first answer
    runner.run(batch)

    assert replies.outcomes == {"0 fine": "ok"}


@pytest.mark.parametrize(
    "fields", [None, "x", [], {}, {"channel": 1}, {**batch_of("fine"), "lookups": [{"key": 5}]}]
)
def test_a_forged_task_is_dropped(runner: BatchRunner, replies: Replies, fields: Any) -> None:
    runner.run(fields)

    assert replies.published == []


@pytest.mark.parametrize("words", [("fine",), ("fine", "hang")])
def test_replies_that_redis_did_not_take_are_an_error(
    runner: BatchRunner, replies: Replies, words: tuple[str, ...]
) -> None:
    replies.is_away = True

    with pytest.raises(RepliesLost):
        runner.run(batch_of(*words))


def test_the_deadline_is_checked_before_each_lookup(runner: BatchRunner, replies: Replies) -> None:
    runner.run(batch_of("fine", "expire", "late", "late"))

    assert list(replies.outcomes) == ["0 fine", "1 expire"]


def test_a_worker_that_stops_returns_the_lookups_that_it_has_not_begun(
    runner: BatchRunner, replies: Replies, stopping: Stopping
) -> None:
    runner.run(batch_of("fine", "stop", "third", "fourth"))

    assert list(replies.outcomes) == ["0 fine", "1 stop"]
    assert stopping.returned == ["third", "fourth"]


def test_lookups_that_cannot_be_returned_are_answered(
    runner: BatchRunner, replies: Replies, stopping: Stopping
) -> None:
    stopping.broker_is_away = True
    runner.run(batch_of("stop", "second"))

    assert replies.outcomes == {"0 stop": "ok", "1 second": "ok"}
