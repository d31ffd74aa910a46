"""Batch isolation and fault 11: poisonous lookups, and forged messages on the queue and the channel."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Iterator
from typing import Any

import pytest

from shared.names import LOOKUP_QUEUE, LOOKUP_TASK, REPLY_CHANNEL_PREFIX
from tests.clients.http import HttpClient
from tests.clients.reference import ReferenceClient
from tests.conftest import STACKS
from tests.faults.poisonable_worker import HANGS, KILLS, RAISES
from tests.stack import Stack, wait_until

pytestmark = pytest.mark.waits

DEATH = "a process died"  # the log's words for each
TIME_LIMIT_SECONDS = 1.0  # LOOKUP_TIME_LIMIT
DEADLINE_S = 5.0  # LOOKUP_DEADLINE; long enough for three tries
GEESE = {"command": "lemmatizer", "word": "geese"}
POISONS = pytest.mark.parametrize(
    ("poison", "code", "within"),
    [
        (RAISES, "internal", 0.5),
        (HANGS, "timeout", TIME_LIMIT_SECONDS + 1.0),
        (KILLS, "timeout", DEADLINE_S + 0.5),
    ],
)


@pytest.fixture(scope="module")
def poisonable(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Stack]:
    """Start a stack whose worker has two processes for which some words are poison."""
    settings = {"LOOKUP_DEADLINE": str(DEADLINE_S), "RETRY_AFTER": "1"}
    with Stack(tmp_path_factory.mktemp("poisonable"), LOG_LEVEL="info", **settings) as stack:
        pytestconfig.stash[STACKS].append(stack)
        stack.redis.start()
        stack.add_worker("worker", module="tests.faults.poisonable_worker")
        stack.add_gateway("gateway")
        stack.wait_until_ready()
        yield stack


@POISONS
def test_only_the_poisonous_lookup_of_a_batch_fails(
    poisonable: Stack, poison: str, code: str, within: float
) -> None:
    with ReferenceClient(poisonable.gateway.url) as client:
        # Sent at once, they share a batch; the frozen worker gets it once all of them are on the queue.
        poisonable.worker.freeze()
        try:
            lookups = [client.ask(command="lemmatizer", word="geese") for _ in range(10)]
            began = time.monotonic()
            bad = client.ask(command="lemmatizer", word=poison)
            lookups += [client.ask(command="lemmatizer", word="geese") for _ in range(10)]
            assert lookups[-1].ack.result(5)["status"] == "queued"
        finally:
            poisonable.worker.thaw()

        assert [lookup.answer() for lookup in lookups] == [["goose"]] * 20
        reply = bad.reply.result(within + 1)
        assert time.monotonic() - began < within
        assert reply["error"]["code"] == code
        assert "secret" not in json.dumps(reply)


@POISONS
def test_over_http_only_the_poisonous_lookup_of_a_batch_fails(
    poisonable: Stack, poison: str, code: str, within: float
) -> None:
    bad = {"command": "lemmatizer", "word": poison}
    with HttpClient(poisonable.gateway.url) as client:
        began = time.monotonic()
        replies = client.batch(*[GEESE] * 10, bad, *[GEESE] * 10).json()["replies"]
        took = time.monotonic() - began
        alone = client.look_up(**bad)

    assert replies.pop(10)["error"]["code"] == code
    assert [reply["response"] for reply in replies] == [["goose"]] * 20
    assert took < within
    assert (alone.status, alone.json()["code"]) == ({"internal": 500, "timeout": 504}[code], code)
    assert b"secret" not in alone.body


def test_a_lookup_that_kills_its_worker_is_tried_exactly_three_times(poisonable: Stack) -> None:
    died, processes = poisonable.worker.log().count(DEATH), len(poisonable.worker.children())
    with ReferenceClient(poisonable.gateway.url) as client:
        bad = client.ask(command="lemmatizer", word=KILLS)
        good = client.ask(command="lemmatizer", word="geese")

        assert bad.reply.result(DEADLINE_S + 1)["error"]["code"] == "timeout"
        assert good.answer() == ["goose"]
        assert poisonable.worker.log().count(DEATH) - died == 3
        wait_until(lambda: len(poisonable.worker.children()) == processes, "the pool to be whole again")


def envelope(body: Any, **headers: Any) -> str:
    """Return a message in kombu's format for a Redis list."""
    encoded = base64.b64encode(body if isinstance(body, bytes) else json.dumps(body).encode()).decode()
    properties = {
        "delivery_tag": "forged", "delivery_mode": 2, "body_encoding": "base64", "priority": 0,
        "delivery_info": {"exchange": "", "routing_key": LOOKUP_QUEUE}, "correlation_id": "forged",
    }  # fmt: skip
    message = {
        "body": encoded,
        "content-type": headers.pop("content_type", "application/json"),
        "content-encoding": "utf-8",
        "headers": {"lang": "py", "task": LOOKUP_TASK, "id": "forged"} | headers,
        "properties": properties,
    }
    return json.dumps(message)


def forged_batch(**changes: Any) -> list[Any]:
    """Return the body of a task with one well-formed lookup, except for `changes`."""
    lookup = {"key": "k", "namespace": "/", "room": "r", "command": "synonyms", "word": "happy"}
    batch = {"channel": "forged", "expires_at": time.time() + 60, "lookups": [lookup]}
    return [[batch | changes], {}, {}]


FORGED_ON_THE_QUEUE = [
    "no JSON at all",
    b"\xff\xfe\x00 neither text",
    "null",
    "[]",
    "7",
    "{}",
    '{"body": "x"}',
    "[" * 5000,
    envelope(forged_batch(channel=7)),
    envelope(forged_batch(expires_at="soon")),
    envelope(forged_batch(lookups="all")),
    envelope(forged_batch(lookups=[{"key": 1}])),
    envelope(forged_batch(lookups=[None] * 10)),
    envelope(forged_batch(expires_at=0)),
    envelope([[], {}, {}]),
    envelope([["x", "y", "z"], {"also": "named"}, {}]),
    envelope("not a list"),
    envelope(b"\x80\x04\x95 pickled", content_type="application/x-python-serialize"),
    envelope(b"{", content_type="application/json"),
    envelope(forged_batch(), task="os.system"),
    envelope(forged_batch(), task=7),
    envelope(forged_batch(), id=None),
    envelope(forged_batch(), eta="yesterday"),
    envelope(forged_batch(), expires="never"),
    envelope(forged_batch(), timelimit=["a", "b"]),
    envelope(forged_batch(), lang=None, task=None),
]


def test_nothing_on_the_queue_kills_a_worker(poisonable: Stack) -> None:
    deaths = poisonable.worker.log().count(DEATH)
    began = poisonable.worker.log_size()
    with poisonable.redis.client() as redis, ReferenceClient(poisonable.gateway.url) as client:
        for forged in FORGED_ON_THE_QUEUE:
            redis.lpush(LOOKUP_QUEUE, forged)

            assert client.ask(command="lemmatizer", word="geese").answer(patience=5) == ["goose"], forged

        wait_until(lambda: redis.llen(LOOKUP_QUEUE) == 0, "the queue to be empty")
    assert poisonable.worker.log().count(DEATH) == deaths
    assert poisonable.worker.log(began).count("dropped a malformed") >= 10


def forged_reply(sid: str, **changes: Any) -> dict[str, Any]:
    """Return a worker's reply for the connection `sid`, except for `changes`."""
    reply = {"option": "synonyms", "word": "happy", "response": '["forged"]'}
    message = {"method": "emit", "event": "reply", "namespace": "/", "room": sid, "key": "forged:1"}
    return message | {"data": [reply]} | changes


def test_nothing_on_the_channel_kills_a_gateway_or_reaches_a_client(poisonable: Stack) -> None:
    with poisonable.redis.client() as redis, ReferenceClient(poisonable.gateway.url) as client:
        (channel,) = redis.pubsub_channels(REPLY_CHANNEL_PREFIX + "*")
        sid = client.sid
        forged: list[Any] = [
            b"no JSON", b"\xff\xfe", b"", b"null", b"7", b"[]", b"[null]", b"[[]]", b"[" * 100_000,
            b"\x80\x04\x95\x15\x00\x00\x00\x00\x00\x00\x00\x8c\x05posix",
            [forged_reply(sid)],
            [forged_reply(sid, event="connect")],
            [forged_reply(sid, event="my_message")],
            [forged_reply(sid, namespace="/chat")],
            [forged_reply(sid, data=[])],
            [forged_reply(sid, data=[{}])],
            [forged_reply(sid, data=["text"])],
            [forged_reply("nobody")],
            [forged_reply(sid, room=None)],
            [forged_reply(sid, key=None)],
            [forged_reply(sid, room=[sid])],
            [forged_reply(sid, callback=[sid, "/", 1])],
            forged_reply(sid),
            [{"method": "disconnect", "sid": sid, "namespace": "/"}],
            [{"method": "enter_room", "sid": sid, "room": "r", "namespace": "/"}],
            [{"method": "close_room", "room": sid, "namespace": "/"}],
            [{"method": "callback", "host_id": "x", "sid": sid, "namespace": "/", "id": 1, "args": []}],
            [{"method": "canary", "boot_id": "another"}],
        ]  # fmt: skip
        malformed = poisonable.gateway.metric("wordwire_malformed_total")
        for message in forged:
            redis.publish(channel, message if isinstance(message, bytes) else json.dumps(message))

            assert client.ask(command="lemmatizer", word="geese").answer(patience=5) == ["goose"], message

        assert client.stray_replies == []
        assert client.connections == 1
    assert poisonable.gateway.metric("wordwire_malformed_total") - malformed >= 15
    assert "Traceback" not in poisonable.gateway.log()
