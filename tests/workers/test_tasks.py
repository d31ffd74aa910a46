"""A batch of lookups in a worker: each has its own fate, and none waits for a dear one behind it."""

from __future__ import annotations

import contextlib
import time
from typing import Any

import msgspec
import pytest
from msgspec import Raw

from shared.errors import BadRequest, RepliesLost
from shared.messages import Lookup, LookupBatch, Reply, decode_channel, encode, encode_replies
from workers import tasks
from workers.tasks import BatchRunner


class Replies:
    """Notes what was published and when, or refuses it."""

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


def outcome(reply: Reply) -> str:
    return reply.error.code if reply.error else "ok"


@pytest.fixture
def replies() -> Replies:
    return Replies()


@pytest.fixture
def runner(replies: Replies, monkeypatch: pytest.MonkeyPatch) -> BatchRunner:
    """A runner whose words say what becomes of them."""

    def encoded_answer(_lexicon: object, lookup: Lookup, _remembered: object) -> Raw:
        if lookup.word == "raise":
            raise RuntimeError("secret")
        if lookup.word == "refuse":
            raise BadRequest("no")
        while lookup.word == "hang":
            with contextlib.suppress(Exception):  # what a careless lookup might do
                time.sleep(0.001)
        return Raw(encode(Reply(lookup.command, lookup.word, "[]")))

    monkeypatch.setattr(tasks, "encoded_answer", encoded_answer)
    return BatchRunner(None, replies, time_limit_s=0.2)


def batch_of(*words: str, expires_in: float = 10.0) -> dict[str, Any]:
    lookups = [Lookup(f"{at} {word}", "/", "sid", "pos", word) for at, word in enumerate(words)]
    fields: dict[str, Any] = msgspec.to_builtins(LookupBatch("channel", time.time() + expires_in, lookups))
    return fields


def test_one_that_fails_does_not_touch_the_others(runner: BatchRunner, replies: Replies) -> None:
    runner.run(batch_of("fine", "raise", "refuse", "fine"))

    assert replies.outcomes == {
        "0 fine": "ok",
        "1 raise": "internal",
        "2 refuse": "bad_request",
        "3 fine": "ok",
    }


def test_one_that_hangs_times_out_alone(runner: BatchRunner, replies: Replies) -> None:
    runner.run(batch_of("fine", "hang", "fine"))

    assert replies.outcomes == {"0 fine": "ok", "1 hang": "timeout", "2 fine": "ok"}


def test_what_is_finished_does_not_wait_for_a_dear_one(runner: BatchRunner, replies: Replies) -> None:
    runner.run(batch_of("fine", "hang", "fine"))

    assert replies.published[0] == [("0 fine", "ok")]
    assert replies.times[0] < replies.times[-1] - 0.1  # long before the dear one was given up


def test_a_quick_batch_is_published_in_one(runner: BatchRunner, replies: Replies) -> None:
    runner.run(batch_of(*["fine"] * 50))

    assert len(replies.published) <= 3
    assert len(replies.outcomes) == 50


def test_what_nobody_waits_for_is_not_looked_up(runner: BatchRunner, replies: Replies) -> None:
    runner.run(batch_of("fine", expires_in=-1.0))

    assert replies.published == []


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
