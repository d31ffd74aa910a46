"""One URL of Sentinels serves broker and message queue, and a failover under load loses nothing."""

from __future__ import annotations

import time

from shared.names import LOOKUP_QUEUE
from tests.brokers.conftest import Report
from tests.brokers.sentinels import USER, WatchedRedis, is_in_step, role, users
from tests.clients.load import Load, Outcome
from tests.clients.reference import ReferenceClient
from tests.conftest import MakeStack
from tests.stack import Stack, wait_until
from tests.stack.waiting import DEADLINE_S, patience
from tests.words import QUESTIONS

FAILOVER_SECONDS = 10.0  # three seconds to notice, an election, and every process's reconnection
NORMAL_P99_SECONDS = 0.5


def started(make_stack: MakeStack, watched: WatchedRedis) -> Stack:
    watched.start()
    stack = make_stack(REDIS_URL=watched.url, RATE_LIMIT="0", LOG_LEVEL="info")
    stack.add_worker("worker")
    stack.add_gateway("gateway").wait_until_ready()
    return stack


def test_every_question_is_answered_through_the_master_that_the_sentinels_name(
    make_stack: MakeStack, watched: WatchedRedis
) -> None:
    stack = started(make_stack, watched)

    with ReferenceClient(stack.gateway.url) as client:
        for question in QUESTIONS:
            assert question.is_answered_by(client.ask(**question.message).reply.result(DEADLINE_S)), question

    assert USER in users(watched.first)
    assert USER not in users(watched.second)


def test_a_failover_under_load_loses_nothing_and_the_old_master_may_come_back(
    make_stack: MakeStack, watched: WatchedRedis, report: Report
) -> None:
    stack = started(make_stack, watched)
    pids = [stack.gateway.pid, stack.worker.pid]

    with Load([stack.gateway.url], rate=100, clients=20) as load:
        time.sleep(1.5)
        watched.first.kill()
        wait_until(lambda: watched.master_port() == watched.second.port, "the failover", FAILOVER_SECONDS)
        before = load.answered()
        wait_until(lambda: load.answered() > before + 100, "answers through the new master", FAILOVER_SECONDS)
        watched.start_redis(watched.first)
        wait_until(
            lambda: role(watched.first) == "slave" and is_in_step(watched.first),
            "the old master to return",
            20,
        )
        returned_at = time.monotonic()
        time.sleep(2.0)
        outcome = load.finish()

    report(outcome)
    check_all_answered(outcome, outcome.between(returned_at, time.monotonic()))
    assert role(watched.second) == "master"
    assert pids == [stack.gateway.pid, stack.worker.pid]
    assert stack.gateway.is_running
    assert stack.worker.is_running
    with watched.second.client() as client:
        assert client.llen(LOOKUP_QUEUE) == 0


def check_all_answered(whole: Outcome, after: Outcome) -> None:
    """Assert that no lookup was lost or refused, and that those after the old master's return were fast."""
    assert set(whole.counts()) == {"ok"}
    assert after.percentile(0.99) < NORMAL_P99_SECONDS * patience()
