"""Attack: messages on the queue that cost a worker far more than their bytes, or stay in its memory."""

from __future__ import annotations

import bz2
import json
import time
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from shared.names import LOOKUP_QUEUE, LOOKUP_TASK
from tests.conftest import STACKS
from tests.faults.attacks.bystander import Bystander
from tests.faults.test_poison import DEATH, envelope, forged_batch
from tests.stack import Stack, wait_until

MOST_GROWN = 80_000_000  # bytes of a worker's process; 20 MB take three times as much while they arrive
SETTLED_SECONDS = 8.0
EXPANDED = 200_000_000  # bytes
NEXT_TASK = {"task": LOOKUP_TASK, "args": [1], "kwargs": {}, "options": {}}
YEAR_2030 = "2030-01-01T00:00:00+00:00"


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Stack]:
    """Start a stack with its own Redis, whose queue the tests poison."""
    with Stack(tmp_path_factory.mktemp("poisoned"), LOG_LEVEL="info") as stack:
        pytestconfig.stash[STACKS].append(stack)
        yield stack.start()


def lookups(number: int) -> list[dict[str, str]]:
    return [{"key": "k", "namespace": "/", "room": "r", "command": "synonyms", "word": "happy"}] * number


def with_encoding(message: str, encoding: str) -> str:
    return json.dumps(json.loads(message) | {"content-encoding": encoding})


def many_maps() -> Any:
    """A task of Celery's own that runs ours 100,000 times."""
    return [[{"task": LOOKUP_TASK, "args": [], "kwargs": {}}, [1] * 100_000], {}, {}]


def spaces(pack: Callable[[bytes], bytes]) -> bytes:
    return pack(b"[" + b" " * EXPANDED)


# Each attack: its messages on the queue.
ATTACKS: dict[str, Callable[[], list[str]]] = {
    "compressed": lambda: [
        envelope(spaces(zlib.compress), compression="application/x-gzip"),
        envelope(spaces(bz2.compress), compression="application/x-bz2"),
        with_encoding(envelope(spaces(zlib.compress)), "zlib_codec"),
    ],
    "tasks for 2030": lambda: [envelope(forged_batch(), eta=YEAR_2030)] * 500,
    "large tasks for 2030": lambda: (
        [envelope([forged_batch()[0] + ["p" * 1_000_000], {}, {}], eta=YEAR_2030)] * 30
    ),
    "a batch of 200,000": lambda: [envelope(forged_batch(lookups=lookups(200_000)))],
    "batches of 20,000": lambda: [envelope(forged_batch(lookups=lookups(20_000)))] * 5,
    "tasks of tasks": lambda: [
        *[envelope(many_maps(), task="celery.map")] * 5,
        envelope([*forged_batch()[:2], {"callbacks": [NEXT_TASK] * 1000}]),
    ],
    "numbers": lambda: [envelope(b"[" + b"9" * 3_000_000 + b"]")] * 10,
    "many megabytes": lambda: ["x" * 20_000_000] * 3,
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_message_costs_a_worker_its_memory_or_its_time(
    poisoned: Stack, attack: str, figures: Callable[[str], None]
) -> None:
    worker = poisoned.worker
    messages = ATTACKS[attack]()
    deaths = worker.log().count(DEATH)
    with poisoned.redis.client() as redis, Bystander(poisoned.gateway.url) as bystander:
        quiet = bystander.quiet_p99(1.5)
        before = memory(poisoned)
        peak = before
        redis.lpush(LOOKUP_QUEUE, *messages)
        until = time.monotonic() + SETTLED_SECONDS
        while time.monotonic() < until:
            peak = max(peak, memory(poisoned))
            time.sleep(0.05)

        figures(f"{bystander.check(quiet)}; memory of a process at most +{(peak - before) / 1e6:.0f} MB")
        assert peak - before < MOST_GROWN
        wait_until(lambda: redis.llen(LOOKUP_QUEUE) == 0, "the queue to be empty")
    assert worker.log().count(DEATH) == deaths
    assert "Traceback" not in worker.log()


def memory(stack: Stack) -> int:
    """Return the resident memory of the larger of the worker's processes, in bytes."""
    return max(stack.worker.size_of(pid)[0] for pid in stack.worker.children())
