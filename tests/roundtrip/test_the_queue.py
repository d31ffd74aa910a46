"""A lookup goes to a worker through the Celery queue, and its reply comes back through Redis."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator

import pytest
import redis

from gateway.lookups.backlog import LIMIT_S
from shared.names import LOOKUP_QUEUE, REPLY_CHANNEL_PREFIX
from tests.clients.reference import ReferenceClient
from tests.conftest import MakeStack
from tests.stack import Stack, wait_until
from tests.stack.waiting import DEADLINE_S
from tests.words import QUESTIONS


@pytest.fixture
def heard(stack: Stack) -> Iterator[redis.client.PubSub]:
    """A subscription to the reply channels of all gateways."""
    with stack.redis.client() as client, client.pubsub() as subscription:
        subscription.psubscribe(REPLY_CHANNEL_PREFIX + "*")
        wait_until(lambda: subscription.get_message(timeout=1), "the subscription")
        yield subscription


def test_a_lookup_waits_on_the_list_for_frozen_workers_and_its_reply_is_published(
    stack: Stack, heard: redis.client.PubSub
) -> None:
    with ReferenceClient(stack.gateway.url) as client, stack.redis.client() as broker:
        lookups = []

        def is_waiting() -> bool:
            # The first batch can still go to the frozen consumer, because its BRPOP waits in Redis.
            lookups.append(client.ask(command="lemmatizer", word="geese"))
            lookups[-1].ack.result(DEADLINE_S)
            return broker.llen(LOOKUP_QUEUE) >= 1

        stack.worker.freeze()
        try:
            wait_until(is_waiting, "a batch on the list `lookups`")
            assert not any(lookup.reply.done() for lookup in lookups)
            assert replies_in(heard) == []
        finally:
            stack.worker.thaw()

        assert all(lookup.answer() == ["goose"] for lookup in lookups)
        published = wait_until(lambda: replies_in(heard), "a PUBLISH on the gateway's channel")
        assert published[0]["room"] == client.sid
        assert published[0]["data"][0]["response"] == '["goose"]'


def test_lookups_gather_in_few_batches_while_the_workers_are_frozen(stack: Stack) -> None:
    with ReferenceClient(stack.gateway.url) as client, stack.redis.client() as broker:
        stack.worker.freeze()
        try:
            began = time.monotonic()
            lookups = []
            for _ in range(60):
                lookups.append(client.ask(command="lemmatizer", word="geese"))
                lookups[-1].ack.result(DEADLINE_S)
            batches = broker.llen(LOOKUP_QUEUE)
            most = 2 + (time.monotonic() - began) / LIMIT_S
        finally:
            stack.worker.thaw()

        assert all(lookup.answer() == ["goose"] for lookup in lookups)
        assert batches <= most


def replies_in(heard: redis.client.PubSub) -> list[dict[str, object]]:
    """Return the replies since the last call, without the canaries of gateways."""
    replies = []
    while (message := heard.get_message(timeout=0.05)) is not None:
        if message["type"] == "pmessage":
            replies += [each for each in json.loads(message["data"]) if each["method"] == "emit"]
    return replies


def test_four_worker_processes_at_once_give_every_right_answer(make_stack: MakeStack) -> None:
    stack = make_stack(RATE_LIMIT="0", WORKER_PROCESSES="4", BATCH_MAX="4").start()
    clients = [ReferenceClient(stack.gateway.url) for _ in range(4)]
    answered = 0
    for client in clients:
        client.__enter__()
    try:
        for _ in range(15):
            asked = [
                (question, client.ask(**question.message))
                for question, client in zip(QUESTIONS * 4, clients * len(QUESTIONS), strict=True)
            ]
            for question, lookup in asked:
                reply = lookup.reply.result(DEADLINE_S)
                assert question.is_answered_by(reply), (question, reply)
                answered += 1
    finally:
        for client in clients:
            client.__exit__()

    assert answered == 15 * 4 * len(QUESTIONS)
    assert len(stack.worker.children()) == 5  # four for lookups, one for questions


def test_at_debug_a_client_s_id_leads_through_the_gateway_s_log_to_the_worker_s(stack: Stack) -> None:
    with ReferenceClient(stack.gateway.url) as client:
        client.ask(command="lemmatizer", word="geese", id="followed-1").answer()
    replied = wait_until(
        lambda: re.search(r" reply id=followed-1 sid=\S+ key=(\S+) command=lemmatizer", stack.gateway.log()),
        "the gateway's line",
    )

    answered = f" answered key={replied[1]} command=lemmatizer ms="
    wait_until(lambda: answered in stack.worker.log(), "the worker's line")
