"""The processes of a worker live and end together."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from shared.settings import read_settings
from tests.stack import Stack, wait_until
from tests.workers.task_queue import lookup, task_queue
from workers.wordnet.snapshot import FILE_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.stack.worker_process import WorkerProcess


# Two processes; a line on its input sends a stop signal to a thread that is not the main one.
OTHER_THREAD = """
import signal, sys, threading
from workers.processes import Processes

def stop():
    sys.stdin.readline()
    signal.pthread_kill(threading.get_ident(), signal.SIGTERM)

threading.Thread(target=stop, daemon=True).start()
sys.exit(Processes([signal.pause, signal.pause]).run())
"""


@pytest.fixture
def worker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorkerProcess]:
    """Yield a worker whose processes consume: two lookups, one questions."""
    with Stack(tmp_path_factory.mktemp("stack")) as stack:
        stack.redis.start()
        worker = stack.add_worker("worker")
        wait_until(
            lambda: worker.log().count("listening for lookups") == 3,
            "all processes to listen",
        )
        yield worker


def test_a_dead_process_is_replaced(worker: WorkerProcess) -> None:
    victim, *others = worker.children()

    os.kill(victim, signal.SIGKILL)
    wait_until(lambda: victim not in worker.children() and len(worker.children()) == 3, "a new process")

    assert set(others) < set(worker.children())
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


def test_a_process_that_dies_young_is_replaced_after_a_pause(worker: WorkerProcess) -> None:
    for _ in range(2):  # the second victim is a new process
        victim = max(worker.children())
        os.kill(victim, signal.SIGKILL)
        wait_until(lambda v=victim: v not in worker.children() and len(worker.children()) == 3, "another", 30)

    assert worker.log().count("replacing it") == 2
    assert worker.is_running


def test_a_stop_signal_that_another_thread_gets_ends_all_of_them() -> None:
    """The system chooses the thread, and NumPy starts some."""
    with subprocess.Popen([sys.executable, "-c", OTHER_THREAD], stdin=subprocess.PIPE) as parent:
        try:
            wait_until(lambda: len(psutil.Process(parent.pid).children()) == 2, "the children")
            parent.communicate(b"stop\n", timeout=10)
            assert parent.returncode == 0
        finally:
            parent.kill()


def test_a_worker_stopped_right_after_a_pause_ends(worker: WorkerProcess) -> None:
    worker.freeze()
    worker.thaw()

    assert worker.stop(within=10) == 0
    assert worker.members() == []


def test_a_signal_in_the_pause_before_a_replacement_ends_it(worker: WorkerProcess) -> None:
    victim = worker.children()[0]
    os.kill(victim, signal.SIGKILL)
    wait_until(lambda: victim not in worker.children() and len(worker.children()) == 3, "a new process")

    assert worker.stop() == 0
    assert worker.members() == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux gives a process orphans")
def test_the_end_of_an_orphan_harms_nobody() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.workers.leaver_of_orphans"], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        orphan = Path("/proc") / parent.stdout.readline().strip()
        wait_until(lambda: not orphan.exists(), "the end of the orphan")

        assert parent.poll() is None
        parent.send_signal(signal.SIGTERM)
        assert parent.wait(timeout=10) == 0


def test_a_snapshot_that_is_cut_short_is_loaded_again(tmp_path: Path) -> None:
    snapshot = tmp_path / "data" / FILE_NAME
    snapshot.parent.mkdir()
    shutil.copy(Path(read_settings().data_dir) / FILE_NAME, snapshot)
    with Stack(tmp_path, WORKER_PROCESSES="2") as stack:
        stack.redis.start()
        worker = stack.add_worker("worker", DATA_DIR=str(snapshot.parent))
        wait_until(
            lambda: worker.log().count("listening for lookups") == 3,
            "all processes to listen",
        )
        with snapshot.open("r+b") as mapped:
            snapshot.with_suffix(".whole").write_bytes(snapshot.read_bytes())
            snapshot.with_suffix(".whole").replace(snapshot)
            mapped.truncate(100_000)
        with task_queue(stack.redis) as queue:
            queue.send(lookup("1", "definition", "serendipity"))
            wait_until(lambda: "loading it again" in worker.log(), "the damage to be noticed")
            wait_until(lambda: worker.log().count("listening for lookups") == 6, "new processes to listen")
            queue.send(lookup("2", "definition", "serendipity"))

            assert queue.reply("2").error is None
        assert worker.stop() == 0
        assert worker.log().count("a process died") == 1
