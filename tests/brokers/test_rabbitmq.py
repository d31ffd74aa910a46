"""With a BROKER_URL of RabbitMQ, RabbitMQ carries the lookups; replies still go through Redis."""

from __future__ import annotations

import time

import amqp

from shared.names import LOOKUP_QUEUE
from tests.brokers.conftest import Report
from tests.brokers.rabbitmq_process import RabbitMQProcess
from tests.clients.load import Load
from tests.clients.reference import ReferenceClient
from tests.conftest import MakeStack
from tests.stack import Stack, wait_until
from tests.stack.waiting import DEADLINE_S
from tests.words import QUESTIONS


def test_every_question_is_answered_without_any_queue_in_redis(
    on_rabbitmq: Stack, rabbitmq: RabbitMQProcess
) -> None:
    with ReferenceClient(on_rabbitmq.gateway.url) as client:
        for question in QUESTIONS:
            assert question.is_answered_by(client.ask(**question.message).reply.result(DEADLINE_S)), question

    waiting, consumers = rabbitmq.lookup_queue()
    assert (waiting, consumers) == (0, 2)  # one for each of the worker's processes
    with on_rabbitmq.redis.client() as redis:
        assert not [key for key in redis.scan_iter() if b"kombu" in key or key == LOOKUP_QUEUE.encode()]


def test_with_the_workers_frozen_lookups_wait_in_rabbitmq_and_a_metric_shows_it(
    on_rabbitmq: Stack, rabbitmq: RabbitMQProcess
) -> None:
    with ReferenceClient(on_rabbitmq.gateway.url) as client:
        lookups = []

        def is_waiting() -> bool:
            # The first batches still go to the frozen processes, which reserve a few each.
            lookups.append(client.ask(command="lemmatizer", word="geese"))
            lookups[-1].ack.result(DEADLINE_S)
            return rabbitmq.lookup_queue()[0] >= 1

        on_rabbitmq.worker.freeze()
        try:
            wait_until(is_waiting, "a waiting batch")
            wait_until(lambda: on_rabbitmq.gateway.metric("wordwire_queue_batches") >= 1, "the metric")
            assert not any(lookup.reply.done() for lookup in lookups)
        finally:
            on_rabbitmq.worker.thaw()

        assert all(lookup.answer() == ["goose"] for lookup in lookups)


def test_no_malformed_message_ends_a_worker(on_rabbitmq: Stack, rabbitmq: RabbitMQProcess) -> None:
    with rabbitmq.connect() as connection:
        channel = connection.channel()
        for body, kind in ((b"{", "application/json"), (b"[]", "application/json"), (b"\x80", "pickle")):
            channel.basic_publish(amqp.Message(body, content_type=kind), routing_key=LOOKUP_QUEUE)

    with ReferenceClient(on_rabbitmq.gateway.url) as client:
        assert all(client.ask(command="lemmatizer", word="geese").answer() == ["goose"] for _ in range(10))
    wait_until(lambda: rabbitmq.lookup_queue() == (0, 2), "the queue to be empty, with both consumers")


def test_rabbitmq_killed_and_started_again_under_load_loses_nothing(
    rabbitmq: RabbitMQProcess, make_stack: MakeStack, report: Report
) -> None:
    # RabbitMQ takes 5 to 15 s to start; with the default deadline of 10 s, some lookups would time out.
    stack = make_stack(
        BROKER_URL=rabbitmq.url, RATE_LIMIT="0", LOG_LEVEL="info", LOOKUP_DEADLINE="60"
    ).start()
    pids = [stack.gateway.pid, *stack.worker.members()]
    with Load([stack.gateway.url], rate=30, clients=10) as load:
        time.sleep(1.5)
        rabbitmq.kill()
        rabbitmq.start()
        before = load.answered()
        wait_until(lambda: load.answered() > before + 100, "lookups to be answered again")
        outcome = load.finish()

    report(outcome)
    assert set(outcome.counts()) == {"ok"}
    assert pids == [stack.gateway.pid, *stack.worker.members()]
