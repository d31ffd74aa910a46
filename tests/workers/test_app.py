"""The Celery app of a worker answers the batches of a queue, and nothing else."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from celery import Celery, signals
from kombu.utils.imports import symbol_by_name

from shared.names import LOOKUP_TASK
from shared.settings import Settings
from tests.stack import Stack, wait_until
from tests.workers.task_queue import lookup, task_queue
from workers import app as workers_app
from workers.app import PREFETCH_BATCHES, build
from workers.broker.consumer import Heartbeat, QuickConsumer
from workers.wordnet.lexicon import Lexicon


@pytest.fixture
def app(lexicon: Lexicon, kombu_unchanged: None) -> Iterator[Celery]:  # noqa: ARG001 (undoes what build does)
    """The app of a worker that never connects."""
    app = build(Settings(redis_url="redis://127.0.0.1:1/0"), lexicon)
    yield app
    signals.setup_logging.disconnect(workers_app._keep_our_logs)


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Redis, and a worker with two processes."""
    with Stack(tmp_path_factory.mktemp("stack")) as stack:
        stack.redis.start()
        stack.add_worker("worker")
        stack.wait_until_ready()
        yield stack


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="Linux alone tells what is shared")
def test_a_process_takes_little_memory_that_it_shares_with_no_other(stack: Stack) -> None:
    """Each loads nothing after the fork: with Celery's worker loaded then, it would take 17 MB."""
    for pid in stack.worker.children():
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        private = {line.split(":")[0]: line.split()[1] for line in rollup}["Private_Dirty"]

        assert int(private) < 15_000  # KB; 12,000 measured


def test_the_app_has_one_task_besides_celerys_own(app: Celery) -> None:
    assert [name for name in app.tasks if not name.startswith("celery.")] == [LOOKUP_TASK]


def test_the_app_uses_our_consumer_and_heartbeat(app: Celery) -> None:
    assert symbol_by_name(app.conf.worker_consumer) is QuickConsumer
    assert Heartbeat in app.steps["consumer"]


def test_a_task_is_acknowledged_early_and_few_are_reserved(app: Celery) -> None:
    assert not app.conf.task_acks_late
    assert app.conf.worker_prefetch_multiplier == PREFETCH_BATCHES
    assert app.conf.accept_content == ["json"]
    assert not app.conf.worker_enable_remote_control


def test_celery_leaves_our_logs_alone(app: Celery) -> None:
    handlers = list(logging.getLogger().handlers)
    app.log.setup(loglevel="DEBUG")

    assert logging.getLogger().handlers == handlers


def test_every_lookup_of_a_batch_is_answered(stack: Stack) -> None:
    with task_queue(stack.redis) as queue:
        queue.send(lookup("1", "lemmatizer", "geese"), lookup("2", "pos", "dog"), lookup("3", "nope", "dog"))

        assert queue.reply("1").response == '["goose"]'
        assert queue.reply("2").response == '["n","v"]'
        error = queue.reply("3").error
        assert error is not None
        assert error.code == "unknown_command"


def test_a_sentence_is_answered_too(stack: Stack) -> None:
    with task_queue(stack.redis) as queue:
        queue.send(lookup("1", "ask", ""))

        assert (queue.reply("1").text or "").startswith("Hello!")


def test_both_processes_share_the_work(stack: Stack) -> None:
    with task_queue(stack.redis) as queue:
        for number in range(50):
            queue.send(lookup(str(number), "pos", "dog"))
        for number in range(50):
            assert queue.reply(str(number)).response == '["n","v"]'


def test_logs_are_in_our_format_and_tell_of_all_processes(stack: Stack) -> None:
    wait_until(lambda: stack.worker.log().count("listening for lookups") == 3, "all processes to listen")

    assert "celery@" not in stack.worker.log()
