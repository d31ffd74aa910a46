"""A worker's processes live and end as one."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from tests.stack import Stack, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.stack.worker_process import WorkerProcess


@pytest.fixture
def worker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorkerProcess]:
    """Yield a worker whose two processes are consuming."""
    with Stack(tmp_path_factory.mktemp("stack")) as stack:
        stack.redis.start()
        worker = stack.add_worker("worker")
        wait_until(lambda: worker.log().count("listening for lookups") == 2, "both processes to listen")
        yield worker


def test_a_dead_process_is_replaced(worker: WorkerProcess) -> None:
    victim, other = worker.children()

    os.kill(victim, signal.SIGKILL)
    wait_until(lambda: victim not in worker.children() and len(worker.children()) == 2, "a new process")

    assert other in worker.children()
    assert "a process died; replacing it" in worker.log()
    assert "SIGKILL" in worker.log()


def test_a_stop_signal_to_all_of_them_ends_all_of_them(worker: WorkerProcess) -> None:
    worker.signal_all(signal.SIGTERM)

    assert worker.wait_for_end(within=10) == 0
    assert worker.members() == []
    assert "replacing" not in worker.log()


def test_no_process_outlives_the_one_that_forked_it(worker: WorkerProcess) -> None:
    worker.signal(signal.SIGKILL)

    wait_until(lambda: not worker.members(), "the children to end", within=10)


def test_a_process_that_dies_at_once_is_not_replaced_at_once(worker: WorkerProcess) -> None:
    for _ in range(2):  # the second one has just been born
        victim = max(worker.children())
        os.kill(victim, signal.SIGKILL)
        wait_until(lambda v=victim: v not in worker.children() and len(worker.children()) == 2, "another")

    assert worker.log().count("replacing it") == 2
    assert worker.is_running
