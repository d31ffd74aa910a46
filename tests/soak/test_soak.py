"""Fault 10: hours of normal traffic in ten minutes, or in SOAK_SECONDS."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from tests.clients.load import Load
from tests.conftest import MakeStack
from tests.stack import Stack

SECONDS = float(os.environ.get("SOAK_SECONDS", "600"))
RATE = 300
SAMPLES = 20
WARM_UP_SHARE = 0.2  # caches fill, allocators settle
FLAT_BYTES = 8_000_000
FLAT_FILES = 2


def test_memory_and_open_files_are_flat_at_300_lookups_a_second(
    make_stack: MakeStack, figures: Callable[[str], None]
) -> None:
    stack = make_stack(RATE_LIMIT="0", LOG_LEVEL="info").start()
    samples: list[dict[str, tuple[int, int]]] = []
    with Load([stack.gateway.url], RATE) as load:
        for _ in range(SAMPLES):
            time.sleep(SECONDS / SAMPLES)
            samples.append(measure(stack))
        outcome = load.finish()

    figures(str(outcome))
    for name in samples[0]:
        memory, files = (list(each) for each in zip(*(sample[name] for sample in samples), strict=True))
        figures(
            f"{name}: {memory[0] / 1e6:.1f} to {memory[-1] / 1e6:.1f} MB, {files[0]} to {files[-1]} files"
        )
    outcome.check()
    assert set(outcome.counts()) == {"ok"}
    settled = samples[int(SAMPLES * WARM_UP_SHARE) :]
    for name in settled[0]:
        assert settled[-1][name][0] - settled[0][name][0] < FLAT_BYTES, f"{name} grows"
        assert settled[-1][name][1] - settled[0][name][1] <= FLAT_FILES, f"{name} leaks files"


def measure(stack: Stack) -> dict[str, tuple[int, int]]:
    """Return the memory in bytes and the open files of every process, including children."""
    sizes = {}
    for process in stack.processes:
        for number, pid in enumerate(sorted(process.members())):
            sizes[f"{process.name}, process {number + 1}"] = process.size_of(pid)
    return sizes
